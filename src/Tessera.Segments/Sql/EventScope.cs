using Tessera.Segments.Evaluation;

namespace Tessera.Segments.Sql;

/// <summary>The calls that conditions look at, of the customer or of everybody in the customer's company, and which of them are read at all.</summary>
internal sealed class EventScope(Context context, EventsOf of)
{
    private const string Columns = "profile_id, time, message_id, type, name, properties, context";
    private static readonly string[] Given = ["company", "first_seen", .. Columns.Split(", ")];
    private const string IsEvent = "type IN ('track', 'page', 'screen')";

    // The first instant each kind of call is needed from.
    private readonly Dictionary<string, long> needed = new(StringComparer.Ordinal);

    // Those of them that are no events.
    private readonly HashSet<string> types = new(StringComparer.Ordinal);
    private PartialColumns? values;
    private bool needsFirstSeen = of == EventsOf.CompanyOfCustomer;

    internal RowGroup Group { get; } = new(of switch { EventsOf.Customer => "e", EventsOf.Company => "f", _ => "g" }, of == EventsOf.Company ? "company" : "profile_id");

    internal ColumnStack Rows => Group.Rows;

    // What is read from the events of one name.
    private PartialColumns Values => values ??= new PartialColumns(Rows);

    /// <summary>A column that says whether a call is an event that a condition looks at.</summary>
    internal string Matching(EventSelector selector, Period period) => Matching(selector, period, context.Now);

    /// <summary>The same at an earlier instant.</summary>
    internal string Matching(EventSelector selector, Period period, long at)
    {
        needsFirstSeen |= period is InFirst;
        var named = Named(selector.Name);
        Need(named, Span.Of(period, at, context.Zone)?.From ?? long.MinValue);
        var found = selector.Where is null ? Rows.Define(named) : Where(selector);
        var during = context.During(period, at);
        return during.Length == 0 ? found : Rows.Define($"{found} AND {during}");
    }

    /// <summary>The raw value of a property of the events a selector names, empty for all other calls.</summary>
    internal string Raw(EventName? name, ValuePath path) => Values.Everywhere(Property(name, path));

    /// <summary>The property as text, NULL where it is none.</summary>
    internal string Text(EventName? name, ValuePath path) => Values.Everywhere(context.TestsOn(Values).Values.Text(Property(name, path)));

    /// <summary>The property as what sums are made of, NULL where it is no number.</summary>
    internal string Addend(EventName? name, ValuePath path) => Values.Everywhere(context.TestsOn(Values).Values.Addend(Property(name, path)));

    /// <summary>A column that says whether a call is of a type, which is then read from the beginning.</summary>
    internal string OfType(string condition)
    {
        types.Add(condition);
        Need(condition, long.MinValue);
        return Rows.Define(condition);
    }

    /// <summary>The aggregates per customer or company.</summary>
    internal string Select() => Group.Select(Source(), Given);

    private string Where(EventSelector selector)
    {
        var tests = context.TestsOn(Values);
        return Values.Everywhere(Values.Define(Condition(selector.Where!)));

        string Condition(Expression where) => where switch
        {
            PropertyCondition property => tests.Passes(property.Test, Property(selector.Name, property.Path)),
            All all => $"({string.Join(" AND ", all.Items.Select(Condition))})",
            Any any => $"({string.Join(" OR ", any.Items.Select(Condition))})",
            Not not => $"(NOT {Condition(not.Operand)})",
            _ => throw new NotSupportedException(where.GetType().Name),
        };
    }

    private string Property(EventName? name, ValuePath path)
    {
        var json = context.TestsOn(Rows).Values.Descend("properties", path.Segments);
        var isName = path.Segments is ["name"] && name?.Value is null or EventName.PageViewed or EventName.ScreenViewed;

        // The name of a page or screen is a property, which few senders repeat among the others.
        return Values.Where(
            Rows.Define(Named(name)),
            isName ? $"if(type = 'track' OR name = '' OR JSONHas(properties, 'name'), {json}, toJSONString(toString(name)))" : json);
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
        var calls = $"SELECT {Columns} FROM {context.Tables.Calls} WHERE {(of == EventsOf.Customer ? context.OfCustomers : context.InWorkspace)} AND {context.UpToNow} AND (\n  {string.Join("\n  OR ", Needed().Select(Reading))}\n)";
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
