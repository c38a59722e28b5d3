using Tessera.Segments.Evaluation;

namespace Tessera.Segments.Sql;

/// <summary>What was done, how often, when last, and what about it: conditions on the events of one scope.</summary>
internal sealed class DeedsSql(Context context, EventScope scope)
{
    private readonly ColumnStack customers = context.Customers;

    /// <summary>A column or expression of 0 or 1 over the aggregates of a customer.</summary>
    internal string Holds(Expression condition) => condition switch
    {
        Did did => Passes(did.Quantity.Count, did.Quantity.Of == Counted.Times ? Times(did) : Days(did)),
        DidRegularly regular => Regularly(regular),
        DidSequence sequence => new SequenceSql(context, scope, sequence).Holds(),
        RecencyCondition recency => Recency(recency),
        MeasureCondition { Measure.IsNumber: true } measure => new NumbersSql(context, scope).Holds(measure),
        MeasureCondition measure => Value(measure),
        TrendCondition trend => new NumbersSql(context, scope).Holds(trend),
        _ => throw new NotSupportedException(condition.GetType().Name),
    };

    private string Times(Did did) => scope.Group.Aggregate($"countIf({scope.Matching(did.Event, did.Period)})");

    // Days of a short time fit into the bits of one number, which is far less for the engine to keep than a set.
    private string Days(Did did)
    {
        var matching = scope.Matching(did.Event, did.Period);
        return DayBefore(did.Period) is { } before
            ? $"bitCount({scope.Group.Aggregate($"groupBitOrIf(bitShiftLeft(toUInt64(1), toUInt8(bitAnd(toInt32({Day()}) - {context.Parameters.Number(before)}, 63))), {matching})")})"
            : scope.Group.Aggregate($"uniqExactIf({Day()}, {matching})");
    }

    // The day before the first of a period of at most sixty days, counted from 1970; the days themselves are then numbers from 1 to 62.
    private long? DayBefore(Period period) =>
        Span.Of(period, context.Now, context.Zone) is { } span && span.From > EngineTimes.First && span.From < EngineTimes.Last && span.To - span.From <= 60 * Microseconds.PerDay
            ? Calendar.DayOf(Microseconds.Time(span.From), context.Zone).DayNumber - new DateOnly(1970, 1, 1).DayNumber - 1
            : null;

    private string Day() => $"toDate32(toTimeZone(time, {context.Parameters.Text(context.Zone.Id)}))";

    private string Passes(CountTest test, string count)
    {
        List<string> bounds = [];
        if (test.Least > 0)
        {
            bounds.Add($"{count} >= {context.Parameters.Number(test.Least)}");
        }

        if (test.Most is { } most)
        {
            bounds.Add($"{count} <= {context.Parameters.Number(most)}");
        }

        return bounds.Count == 0 ? "1" : $"({string.Join(" AND ", bounds)})";
    }

    // Which of the units back from now an event lies in is a number; those without any event are only counted.
    private string Regularly(DidRegularly regular)
    {
        var unit = Duration.MicrosecondsPer(regular.Unit);
        var matching = scope.Matching(regular.Event, new InLast(new Duration(regular.Of, regular.Unit)));
        var back = $"intDiv({context.Parameters.Number(context.Now)} - toUnixTimestamp64Micro(time), {context.Parameters.Number(unit)})";
        var passes = (Func<string, string>)(count => Passes(regular.Quantity.Count, count));
        string found, counts;
        if (regular.Quantity.Of == Counted.Times)
        {
            found = scope.Group.Aggregate($"sumMapIf([{back}], [toUInt64(1)], {matching})");
            counts = $"{found}.2";
        }
        else
        {
            found = scope.Group.Aggregate($"groupUniqArrayIf(({back}, {Day()}), {matching})");
            counts = customers.Define($"arrayMap(unit -> arrayCount(found -> found.1 = unit, {found}), arrayDistinct(arrayMap(found -> found.1, {found})))");
        }

        var empty = regular.Quantity.Count.Passes(0) ? $" + {context.Parameters.Number(regular.Of)} - length({counts})" : string.Empty;
        return customers.Define($"arrayCount(count -> {passes("count")}, {counts}){empty} >= {context.Parameters.Number(regular.Minimum)}");
    }

    private string Recency(RecencyCondition recency)
    {
        var matching = scope.Matching(recency.Event, Ever.Period);
        var times = scope.Group.Aggregate($"countIf({matching})");
        var time = scope.Group.Aggregate($"{(recency.Occurrence == Occurrence.First ? "minIf" : "maxIf")}(toUnixTimestamp64Micro(time), {matching})");
        return $"({times} > 0 AND {context.TestsOn(customers).Passes((DateTest)recency.Test, time)})";
    }

    private string Value(MeasureCondition condition)
    {
        var raw = condition.Measure switch
        {
            OccurrenceOf occurrence => Occurring(occurrence),
            MostFrequentOf frequent => MostFrequent(frequent),
            _ => throw new NotSupportedException(condition.Measure.GetType().Name),
        };
        var passes = context.TestsOn(customers).Passes(condition.Test, raw);
        return customers.Define($"{ValueSql.IsPresent(raw)} AND {passes}");
    }

    private string Occurring(OccurrenceOf occurrence)
    {
        var raw = scope.Raw(occurrence.Event.Name, occurrence.Property);
        var matching = scope.Matching(occurrence.Event, occurrence.Period);
        return scope.Group.Aggregate($"{(occurrence.Occurrence == Occurrence.First ? "argMinIf" : "argMaxIf")}({raw}, {scope.Rows.Define(CallOrder.Key)}, {matching} AND {ValueSql.IsPresent(raw)})");
    }

    // The keys of a summed map come in order, so that the first of the greatest counts has the smallest text.
    private string MostFrequent(MostFrequentOf frequent)
    {
        var text = scope.Text(frequent.Event.Name, frequent.Property);
        var matching = scope.Matching(frequent.Event, frequent.Period);
        var counts = scope.Group.Aggregate($"sumMapIf([ifNull({text}, '')], [toUInt64(1)], {matching} AND isNotNull({text}))");
        return customers.Define($"if(empty({counts}.1), '', toJSONString({counts}.1[indexOf({counts}.2, arrayMax({counts}.2))]))");
    }
}
