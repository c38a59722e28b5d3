using Tessera.Segments.Evaluation;

namespace Tessera.Segments.Sql;

/// <summary>The calls that conditions look at, of the customer or of everybody in the customer's company, and which of them are read at all.</summary>
internal sealed class EventScope(Context context, EventsOf of)
{
    private static readonly string[] Columns = ["time", "message_id", "type", "name", "properties", "context"];
    private static readonly string[] Given = ["company", "first_seen", "profile_id", .. Columns];
    private const string IsEvent = "type IN ('track', 'page', 'screen')";

    // The first instant each kind of call is needed from.
    private readonly Dictionary<string, long> needed = new(StringComparer.Ordinal);

    // Those of them that are no events.
    private readonly HashSet<string> types = new(StringComparer.Ordinal);
    private bool needsFirstSeen = of == EventsOf.CompanyOfCustomer;

    internal RowGroup Group { get; } = new(of switch { EventsOf.Customer => "e", EventsOf.Company => "f", _ => "g" }, of == EventsOf.Company ? "company" : "profile_id");

    internal ColumnStack Rows => Group.Rows;

    private Moments Moments => Group.Moments;

    /// <summary>How many events a condition looks at, seen from an instant: a column that others may use.</summary>
    internal string Count(EventSelector selector, Period period, long at)
    {
        var (calls, during) = Looked(selector, period, at);
        return selector.Where is null
            ? Moments.Count(calls, during)
            : Group.Total($"arrayCount((passes, moment) -> {And("passes", during)}, {Where(selector)}, {Moments.Times(calls)})");
    }

    /// <summary>When those events were, in microseconds since 1970 and in no order: a column of lists.</summary>
    internal string Times(EventSelector selector, Period period)
    {
        var (calls, during) = Looked(selector, period, context.Now);
        return selector.Where is null
            ? Moments.Times(calls, during)
            : Group.Totals.Define($"arrayFilter((moment, passes) -> {And("passes", during)}, {Moments.Times(calls)}, {Where(selector)})");
    }

    /// <summary>The values that those events have, and when they were: two columns of lists in the same order.</summary>
    /// <param name="selector">The events.</param>
    /// <param name="period">The time they lie in.</param>
    /// <param name="at">The instant that it is seen from.</param>
    /// <param name="values">A list of all values of events of that name, NULL where there is none.</param>
    /// <param name="kept">What is kept of them, computed from the same list; null for themselves.</param>
    internal (string Values, Func<string> Times) Values(EventSelector selector, Period period, long at, string values, string? kept = null)
    {
        var (calls, during) = Looked(selector, period, at);
        var test = And("isNotNull(value)", selector.Where is null ? string.Empty : "passes", during);
        var where = selector.Where is null ? string.Empty : ", " + Where(selector);
        var names = selector.Where is null ? "moment, value" : "moment, value, passes";
        var items = Moments.Lists.Define(kept ?? $"assumeNotNull({values})");
        return (
            Group.Totals.Define($"arrayFilter((kept, {names}) -> {test}, {items}, {Moments.Times(calls)}, {values}{where})"),
            () => Group.Totals.Define($"arrayFilter(({names}) -> {test}, {Moments.Times(calls)}, {values}{where})"));
    }

    /// <summary>The raw value of a property in the first or last of the events that have one: a column that others may use.</summary>
    internal string Value(Occurrence occurrence, EventSelector selector, Period period, ValuePath property)
    {
        var (calls, during) = Looked(selector, period, context.Now);
        var test = And(ValueSql.IsPresent("item0"), selector.Where is null ? string.Empty : "item1", during);
        var raw = Property(selector.Name, property);
        return Moments.Value(occurrence, calls, selector.Where is null ? [raw] : [raw, Where(selector)], test);
    }

    /// <summary>The property of all events of a name as text, NULL where it is none: a list.</summary>
    internal string Text(EventName? name, ValuePath path) => context.TestsOn(Moments.Lists).Values.Text(Property(name, path));

    /// <summary>The property as what sums are made of, NULL where it is no number: a list.</summary>
    internal string Addend(EventName? name, ValuePath path) => context.TestsOn(Moments.Lists).Values.Addend(Property(name, path));

    /// <summary>A column that says whether a call is of a type, which is then read from the beginning.</summary>
    internal string OfType(string condition)
    {
        types.Add(condition);
        Need(condition, long.MinValue);
        return Rows.Define(condition);
    }

    /// <summary>The aggregates per customer or company.</summary>
    internal string Select() => Group.Select(Source(), Given);

    private static string And(params IEnumerable<string> conditions) => string.Join(" AND ", conditions.Where(condition => condition.Length > 0));

    // The events of the selector's name, and the condition on their instants.
    private (string Calls, string During) Looked(EventSelector selector, Period period, long at)
    {
        needsFirstSeen |= period is InFirst;
        var named = Named(selector.Name);
        Need(named, Span.Of(period, at, context.Zone)?.From ?? long.MinValue);
        return (Rows.Define(named), context.Moment(period, at, () => Moments.FirstSeen));
    }

    // Which of the events of the selector's name pass its tests: a list.
    private string Where(EventSelector selector)
    {
        var tests = context.TestsOn(Moments.Lists);
        return Moments.Lists.Define(Condition(selector.Where!));

        string Condition(Expression where) => where switch
        {
            PropertyCondition property => tests.Passes(property.Test, Property(selector.Name, property.Path)),
            All all => $"({string.Join(" AND ", all.Items.Select(Condition))})",
            Any any => $"({string.Join(" OR ", any.Items.Select(Condition))})",
            Not not => $"(NOT {Condition(not.Operand)})",
            _ => throw new NotSupportedException(where.GetType().Name),
        };
    }

    // The raw value of a property of the events of a name, empty where there is none: a list.
    private string Property(EventName? name, ValuePath path)
    {
        var calls = Rows.Define(Named(name));
        var json = context.TestsOn(Rows).Values.Descend("properties", path.Segments);

        // The name of a page or screen is a property, which few senders repeat among the others.
        var isName = path.Segments is ["name"] && name?.Value is null or EventName.PageViewed or EventName.ScreenViewed;
        return Moments.Each(calls, isName ? $"if(type = 'track' OR name = '' OR JSONHas(properties, 'name'), {json}, toJSONString(toString(name)))" : json);
    }

    private string Named(EventName? name) => name?.Value switch
    {
        null => IsEvent,
        EventName.PageViewed => $"(type = 'page' OR type = 'track' AND name = {context.Parameters.Text(EventName.PageViewed)})",
        EventName.ScreenViewed => $"(type = 'screen' OR type = 'track' AND name = {context.Parameters.Text(EventName.ScreenViewed)})",
        { } other => $"(type = 'track' AND name = {context.Parameters.Text(other)})",
    };

    private void Need(string condition, long from) =>
        needed[condition] = needed.TryGetValue(condition, out var earlier) ? Math.Min(earlier, from) : from;

    // Where every event is read, none is told apart by its name.
    private IEnumerable<KeyValuePair<string, long>> Needed() => needed.TryGetValue(IsEvent, out var from)
        ? needed.Where(need => need.Key == IsEvent || types.Contains(need.Key) || need.Value < from)
        : needed;

    private string Source()
    {
        var calls = context.Calls(Columns, $"(\n  {string.Join("\n  OR ", Needed().Select(Reading))}\n)", ofCustomers: of == EventsOf.Customer);
        const string OfCall = "calls.time AS time, calls.message_id AS message_id, calls.type AS type, calls.name AS name, calls.properties AS properties, calls.context AS context";
        return of switch
        {
            EventsOf.Customer when !needsFirstSeen => calls,
            EventsOf.Customer =>
                $"SELECT calls.profile_id AS profile_id, {OfCall}, everybody.first_seen AS first_seen\nFROM ({calls}) AS calls\nINNER JOIN ({context.Population}) AS everybody ON everybody.profile_id = calls.profile_id",
            EventsOf.Company => $"SELECT companies.company AS company, {OfCall}\nFROM ({calls}) AS calls\nINNER JOIN ({context.Companies}) AS companies ON companies.profile_id = calls.profile_id",
            _ => $"SELECT colleagues.profile_id AS profile_id, {OfCall}, colleagues.first_seen AS first_seen\nFROM (\n"
                + $"SELECT companies.company AS company, {OfCall}\nFROM ({calls}) AS calls\nINNER JOIN ({context.Companies}) AS companies ON companies.profile_id = calls.profile_id) AS calls\n"
                + $"INNER JOIN (SELECT companies.company AS company, everybody.profile_id AS profile_id, everybody.first_seen AS first_seen FROM ({context.Companies}) AS companies "
                + $"INNER JOIN ({context.Population}) AS everybody ON everybody.profile_id = companies.profile_id) AS colleagues ON colleagues.company = calls.company",
        };
    }

    private string Reading(KeyValuePair<string, long> need) => need.Value > EngineTimes.Last ? "0"
        : need.Value <= EngineTimes.First ? need.Key
        : $"{need.Key} AND time >= {context.Parameters.Time(Microseconds.Time(need.Value))}";
}
