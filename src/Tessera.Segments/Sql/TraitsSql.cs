using Tessera.Segments.Evaluation;

namespace Tessera.Segments.Sql;

/// <summary>Conditions on what is known about a customer.</summary>
internal sealed class TraitsSql(Context context, EventScope own)
{
    private readonly ValueTestSql tests = context.TestsOn(context.Customers);

    /// <summary>Group calls, by company.</summary>
    internal RowGroup GroupCalls { get; } = new("t", "company");

    /// <summary>What was computed about a customer.</summary>
    internal RowGroup Computed { get; } = new("v", "profile_id");

    /// <summary>Ranks of scores among all customers: the score's name and whether the greatest come first, by the name of the joined columns.</summary>
    internal Dictionary<(string Name, Extreme Extreme), string> Ranks { get; } = [];

    internal string GroupCallRows =>
        $"SELECT group_id AS company, time, message_id, properties FROM ({context.Calls(["time", "message_id", "group_id", "properties"], "type = 'group' AND group_id != ''")})";

    internal string ComputedRows => $"SELECT profile_id, name, value FROM {context.Tables.ComputedValues} WHERE {context.OfCustomers}";

    internal string Holds(TraitCondition condition) => condition.Test switch
    {
        HasBeen been => HasBeen(condition.Path, been),
        IsInExtremeShare share => IsInShare(condition.Path, share),
        _ => tests.Passes(condition.Test, Read(condition.Path)),
    };

    internal string RankRows(string name, Extreme extreme, string column)
    {
        var columns = new ColumnStack(column + "n");
        var number = new ValueSql(columns, context.Parameters, context.Zone).Number("value");
        var rows = columns.On($"SELECT profile_id, value FROM {context.Tables.ComputedValues} WHERE {context.InWorkspace} AND name = {context.Parameters.Text(name)}", ["profile_id", "value"], ["profile_id", number]);
        return $"SELECT profile_id, rank() OVER (ORDER BY assumeNotNull({number}) {(extreme == Extreme.Top ? "DESC" : "ASC")}) AS {column}, count() OVER () AS {column}all FROM (\n{rows}\n) WHERE isNotNull({number})";
    }

    private string Read(ValuePath path)
    {
        if (Namespaces.IsOwnTrait(path))
        {
            return Descend(Own().Latest(path.Root), path.Segments.Skip(1));
        }

        switch (path.Root)
        {
            case Namespaces.Company:
                return Descend(new TraitHistory(GroupCalls, context.Parameters, GroupCalls.Rows.Define("1")).Latest(path.Segments[1]), path.Segments.Skip(2));
            case Namespaces.Context:
                const string HasContext = "context NOT IN ('', '{}')";
                var seen = own.OfType(HasContext);
                var value = own.Rows.Define($"if({seen}, {tests.Values.Descend("context", path.Segments.Skip(1).Take(1))}, '')");
                return Descend(own.Group.Aggregate($"argMaxIf({value}, {own.Rows.Define(CallOrder.Key)}, {seen})"), path.Segments.Skip(2));
            default:
                var names = path.Root == Namespaces.Persona ? 1 : 2;
                var name = context.Parameters.Text(string.Join('.', path.Segments.Take(names)));
                var stored = Computed.Aggregate($"anyIf(value, name = {name})");

                // Written as the engine itself writes JSON, like all values that are compared.
                return Descend(context.Customers.Define($"if({stored} = '', '', JSONExtractRaw(concat('[', {stored}, ']'), 1))"), path.Segments.Skip(names));
        }
    }

    private string Descend(string raw, IEnumerable<string> path)
    {
        var sql = tests.Values.Descend(raw, path);
        return sql == raw ? raw : context.Customers.Define(sql);
    }

    private TraitHistory Own() => new(own.Group, context.Parameters, own.OfType("type = 'identify'"));

    // It had the value at the beginning of the time, and every call in it that says anything of the trait says the same.
    private string HasBeen(ValuePath path, HasBeen been)
    {
        var from = context.Now - been.Length.Microseconds;
        if (from < EngineTimes.First)
        {
            return "0";
        }

        var (root, rest, start) = (path.Root, path.Segments.Skip(1).ToList(), context.Parameters.Number(from));
        var (history, lists) = (Own(), own.Group.Moments.Lists);
        var isValue = (Func<IColumns, string, string>)((columns, raw) => context.TestsOn(columns).Passes(new TextIs(been.Value), raw));
        var set = history.Values(root);
        var same = lists.Define(isValue(lists, rest.Count == 0 ? set : lists.Define(tests.Values.Descend(set, rest))));
        var others = own.Group.Total($"arrayCount((value, same, moment) -> value != '' AND moment > {start} AND NOT same, {set}, {same}, {history.Times})");
        var wasValue = isValue(context.Customers, Descend(history.Latest(root, from), rest));
        return context.Customers.Define($"{wasValue} AND {others} = 0");
    }

    private string IsInShare(ValuePath path, IsInExtremeShare share)
    {
        var name = string.Join('.', path.Segments);
        if (!Ranks.TryGetValue((name, share.Extreme), out var rank))
        {
            rank = $"rank{Ranks.Count}";
            Ranks.Add((name, share.Extreme), rank);
        }

        return $"({rank} > 0 AND ({rank} - 1) * toFloat64(100) < {context.Parameters.Real(share.Share.Value)} * {rank}all)";
    }
}
