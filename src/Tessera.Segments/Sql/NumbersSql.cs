namespace Tessera.Segments.Sql;

/// <summary>Measures that are numbers, exactly: as fractions of whole numbers.</summary>
internal sealed class NumbersSql(Context context, EventScope scope)
{
    /// <summary>How many digits after the point an addend keeps.</summary>
    private const int AddendScale = 12;

    private readonly ColumnStack customers = context.Customers;

    internal string Holds(MeasureCondition condition)
    {
        var number = Number(condition.Measure, context.Now);
        return condition.Test switch
        {
            NumberCompares compares => Passes(number, compares.Comparison, compares.Value),
            NumberIsBetween between => Both(Passes(number, Comparison.GreaterOrEqual, between.Low), Passes(number, Comparison.LessOrEqual, between.High)),
            _ => throw new NotSupportedException(condition.Test.GetType().Name),
        };
    }

    internal string Holds(TrendCondition trend)
    {
        var length = ((InLast)trend.Measure.Sources.First().Period).Length.Microseconds;
        var current = Number(trend.Measure, context.Now);
        var earlier = Number(trend.Measure, context.Now - length);
        var difference = customers.Define(
            $"({Times(current.Numerator, earlier.Denominator)} - {Times(earlier.Numerator, current.Denominator)}) * {(trend.Trend == Trend.Fell ? "-100" : "100")}");
        var basis = customers.Define(Times($"abs({earlier.Numerator})", current.Denominator));
        var isPresent = customers.Define(And([current.IsPresent, earlier.IsPresent, $"{earlier.Numerator} != 0"]));
        return Passes(new FractionSql(difference, basis, 0, isPresent), Comparison.GreaterOrEqual, trend.Change.Value);
    }

    private string Passes(FractionSql number, Comparison comparison, double bound) => number.Passes(customers, context.Parameters, comparison, bound);

    private string Both(string left, string right) => customers.Define($"{left} AND {right}");

    private FractionSql Number(Measure measure, long at) => measure switch
    {
        CountOf count => Whole(scope.Count(count.Event, count.Period, at)),
        DistinctCountOf distinct => Distinct(distinct, at),
        AggregateOf aggregate => Aggregate(aggregate, at),
        RatioOf ratio => Ratio(Number(ratio.Dividend, at), Number(ratio.Divisor, at)),
        _ => throw new NotSupportedException(measure.GetType().Name),
    };

    private static FractionSql Whole(string count) => new(count, null, 0, null);

    // Texts are told apart by a hash of 128 bits, as the engine's own exact counts do.
    private FractionSql Distinct(DistinctCountOf distinct, long at)
    {
        var text = scope.Text(distinct.Event.Name, distinct.Property);
        var hash = $"reinterpretAsUInt128(sipHash128(assumeNotNull({text})))";
        return Whole(scope.Group.Total($"arrayUniq({scope.Values(distinct.Event, distinct.Period, at, text, hash).Values})"));
    }

    private FractionSql Aggregate(AggregateOf aggregate, long at)
    {
        var (values, _) = scope.Values(aggregate.Event, aggregate.Period, at, scope.Addend(aggregate.Event.Name, aggregate.Property));
        if (aggregate.Aggregate == NumberAggregate.Sum)
        {
            return new FractionSql(OfValues("arraySum"), null, AddendScale, null);
        }

        var count = scope.Group.Total($"length({values})");
        var isPresent = customers.Define($"{count} > 0");
        switch (aggregate.Aggregate)
        {
            case NumberAggregate.Average:
                return new FractionSql(OfValues("arraySum"), count, AddendScale, isPresent);
            case NumberAggregate.Median:
                var ordered = scope.Group.Totals.Define($"arraySort({values})");
                var middle = scope.Group.Total($"toInt256({ordered}[intDiv({count} + 1, 2)]) + toInt256({ordered}[intDiv({count}, 2) + 1])");
                return new FractionSql(middle, "2", AddendScale, isPresent);
            default:
                return new FractionSql(OfValues(aggregate.Aggregate == NumberAggregate.Minimum ? "arrayMin" : "arrayMax"), null, AddendScale, isPresent);
        }

        string OfValues(string function) => scope.Group.Total($"{function}({values})");
    }

    private FractionSql Ratio(FractionSql dividend, FractionSql divisor)
    {
        var numerator = customers.Define($"{Times(dividend.Numerator, divisor.Denominator)} * sign({divisor.Numerator})");
        var denominator = customers.Define(Times($"abs({divisor.Numerator})", dividend.Denominator));
        var isPresent = customers.Define(And([dividend.IsPresent, divisor.IsPresent, $"{divisor.Numerator} != 0"]));
        return new FractionSql(numerator, denominator, dividend.Scale - divisor.Scale, isPresent);
    }

    private static string Times(string left, string? right) => right is null ? $"toInt256({left})" : $"toInt256({left}) * toInt256({right})";

    private static string And(IEnumerable<string?> conditions) => string.Join(" AND ", conditions.OfType<string>());
}
