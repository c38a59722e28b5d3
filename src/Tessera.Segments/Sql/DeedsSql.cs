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

    private string Times(Did did) => scope.Count(did.Event, did.Period, context.Now);

    private string Days(Did did) => scope.Group.Total($"arrayUniq(arrayMap(moment -> {Day}, {scope.Times(did.Event, did.Period)}))");

    private string Day => context.TestsOn(customers).Values.Day("moment");

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

    // How many units back from now an event lies is a number, and a run of the same numbers in order has as many events as that unit; units without any
    // are only counted. Days are told apart by a number that has the unit in its upper half.
    private string Regularly(DidRegularly regular)
    {
        var unit = context.Parameters.Number(Duration.MicrosecondsPer(regular.Unit));
        var times = scope.Times(regular.Event, new InLast(new Duration(regular.Of, regular.Unit)));
        var back = $"intDiv({context.Parameters.Number(context.Now)} - moment, {unit})";
        var totals = scope.Group.Totals;
        var units = totals.Define(regular.Quantity.Of == Counted.Times
            ? $"arraySort(arrayMap(moment -> {back}, {times}))"
            : $"arrayMap(day -> bitShiftRight(day, 32), arraySort(arrayDistinct(arrayMap(moment -> bitShiftLeft(toUInt64({back}), 32) + toUInt64(toInt32({Day}) + 1000000), {times}))))");
        var runs = totals.Define($"arrayEnumerateUniq({units})");
        var counts = totals.Define($"arrayFilter((count, next) -> next = 1, {runs}, arrayPopFront(arrayPushBack({runs}, 1)))");
        var passing = scope.Group.Total($"arrayCount(count -> {Passes(regular.Quantity.Count, "count")}, {counts})");
        var empty = regular.Quantity.Count.Passes(0) ? $" + {context.Parameters.Number(regular.Of)} - {scope.Group.Total($"length({counts})")}" : string.Empty;
        return customers.Define($"{passing}{empty} >= {context.Parameters.Number(regular.Minimum)}");
    }

    private string Recency(RecencyCondition recency)
    {
        var found = scope.Times(recency.Event, Ever.Period);
        var times = scope.Group.Total($"length({found})");
        var time = scope.Group.Total($"{(recency.Occurrence == Occurrence.First ? "arrayMin" : "arrayMax")}({found})");
        return $"({times} > 0 AND {context.TestsOn(customers).Passes((DateTest)recency.Test, time)})";
    }

    private string Value(MeasureCondition condition)
    {
        var raw = condition.Measure switch
        {
            OccurrenceOf occurrence => scope.Value(occurrence.Occurrence, occurrence.Event, occurrence.Period, occurrence.Property),
            MostFrequentOf frequent => MostFrequent(frequent),
            _ => throw new NotSupportedException(condition.Measure.GetType().Name),
        };
        var passes = context.TestsOn(customers).Passes(condition.Test, raw);
        return customers.Define($"{ValueSql.IsPresent(raw)} AND {passes}");
    }

    // In order of the texts, the first to come for the greatest number of times is the smallest of those that come most often.
    private string MostFrequent(MostFrequentOf frequent)
    {
        var text = scope.Text(frequent.Event.Name, frequent.Property);
        var totals = scope.Group.Totals;
        var texts = totals.Define($"arraySort({scope.Values(frequent.Event, frequent.Period, context.Now, text).Values})");
        var times = totals.Define($"arrayEnumerateUniq({texts})");
        return scope.Group.Total($"if(empty({texts}), '', toJSONString({texts}[indexOf({times}, arrayMax({times}))]))");
    }
}
