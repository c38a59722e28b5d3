using System.Globalization;
using Tessera.Segments.Checking;

namespace Tessera.Segments.Sql;

/// <summary>One compilation: conditions gather what they need in the scopes, then everything is put together.</summary>
internal sealed class SegmentSqlCompiler
{
    private readonly Context context;
    private readonly EventScope own;
    private readonly EventScope company;
    private readonly EventScope companyOfCustomer;
    private readonly TraitsSql traits;
    private readonly RecordsSql records;
    private readonly Dictionary<string, string> truths = new(StringComparer.Ordinal);

    internal SegmentSqlCompiler(SqlQuestion question)
    {
        context = new Context(question);
        own = new EventScope(context, EventsOf.Customer);
        company = new EventScope(context, EventsOf.Company);
        companyOfCustomer = new EventScope(context, EventsOf.CompanyOfCustomer);
        traits = new TraitsSql(context, own);
        records = new RecordsSql(context);
    }

    internal SegmentStatement Compile(IReadOnlyDictionary<string, Segment> segments, ISegmentResolver references)
    {
        var used = segments.Values.SelectMany(segment => Conditions.In(segment.Definition)).OfType<InSegment>().Select(member => member.Key.Value);
        foreach (var key in SegmentReferences.InOrder(used, references))
        {
            if (!references.Exists(key))
            {
                throw new ArgumentException($"There is no segment {new SegmentKey(key)}.", nameof(references));
            }

            truths[key] = references.Find(key) is { } segment ? Truth(segment) : records.IsIn(new SegmentKey(key));
        }

        Dictionary<string, string> columns = new(StringComparer.Ordinal);
        List<string> results = [];
        foreach (var (key, segment) in segments)
        {
            var column = "s" + columns.Count.ToString(CultureInfo.InvariantCulture);
            results.Add($"toUInt8({Truth(segment)}) AS {column}");
            columns.Add(key, column);
        }

        var (sources, given) = Sources();
        var customers = context.Customers.On(sources, given, ["profile_id", .. results.SelectMany(ColumnStack.NamesIn)]);
        var sql = $"SELECT profile_id,\n  {string.Join(",\n  ", results)}\nFROM (\n{customers}\n)";
        return new SegmentStatement(sql, context.Parameters.In(sql), columns);
    }

    private string Truth(Segment segment) => context.Customers.Define(Holds(segment.Definition));

    private string Holds(Expression expression) => expression switch
    {
        All all => $"({string.Join(" AND ", all.Items.Select(Holds))})",
        Any any => $"({string.Join(" OR ", any.Items.Select(Holds))})",
        Not not => $"(NOT {Holds(not.Operand)})",
        AtLeastOf group => $"({string.Join(" + ", group.Items.Select(item => $"toUInt32({Holds(item)})"))} >= {context.Parameters.Number(group.Minimum)})",
        _ => Condition(expression),
    };

    private string Condition(Expression condition) => condition switch
    {
        TraitCondition trait => traits.Holds(trait),
        CompanyDid did => new DeedsSql(context, did.Condition is Did { Period: InFirst } or DidSequence { Period: InFirst } ? companyOfCustomer : company).Holds(did.Condition),
        InSegment member => truths[member.Key.Value],
        EnteredSegment entered => records.Changed(entered.Key, entered.Period, entered: true),
        LeftSegment left => records.Changed(left.Key, left.Period, entered: false),
        HasBeenInSegment member => records.HasBeen(member),
        ConsentsTo consent => records.ConsentsTo(consent),
        InRandomShare random => ChanceSql.Holds(random, context.Parameters),
        _ => new DeedsSql(context, own).Holds(condition),
    };

    // Everybody, and beside each what their rows and their company's come to.
    private (string Sql, IReadOnlyList<string> Columns) Sources()
    {
        List<(string Key, IEnumerable<string> Columns, string Rows)> found = [];
        Add(own.Group, own.Select);
        Add(companyOfCustomer.Group, companyOfCustomer.Select);
        Add(traits.Computed, () => traits.Computed.Select(traits.ComputedRows, ["profile_id", "name", "value"]));
        Add(records.Changes, () => records.Changes.Select(records.ChangeRows, ["profile_id", "segment", "time", "moment", "entered", "first_seen"]));
        Add(records.Consents, () => records.Consents.Select(records.ConsentRows, ["profile_id", "purpose", "time", "given"]));
        foreach (var ((name, extreme), column) in traits.Ranks)
        {
            found.Add(("customers.profile_id", [column, column + "all"], traits.RankRows(name, extreme, column)));
        }

        if (company.Group.IsUsed || traits.GroupCalls.IsUsed)
        {
            var companies = $"found{found.Count.ToString(CultureInfo.InvariantCulture)}.company";
            found.Add(("customers.profile_id", [], context.Companies));
            Add(company.Group, company.Select, companies);
            Add(traits.GroupCalls, () => traits.GroupCalls.Select(traits.GroupCallRows, ["company", "time", "message_id", "properties"]), companies);
        }

        var columns = found.SelectMany((source, index) => source.Columns.Select(column => $"found{index.ToString(CultureInfo.InvariantCulture)}.{column} AS {column}"));

        // The engine keeps the right side of a join in memory, which for the many columns of the customers' own events would be much.
        var everybody = $"(\n{context.Population}\n) AS customers";
        var customers = own.Group.IsUsed ? $"(\n{found[0].Rows}\n) AS found0\nRIGHT JOIN {everybody} ON customers.profile_id = found0.profile_id" : everybody;
        var joins = found.Select((source, index) =>
            $"\nLEFT JOIN (\n{source.Rows}\n) AS found{index.ToString(CultureInfo.InvariantCulture)} ON found{index.ToString(CultureInfo.InvariantCulture)}.{source.Key[(source.Key.IndexOf('.', StringComparison.Ordinal) + 1)..]} = {source.Key}").Skip(own.Group.IsUsed ? 1 : 0);
        return (
            $"SELECT {string.Join(", ", columns.Prepend("customers.profile_id AS profile_id"))}\nFROM {customers}{string.Concat(joins)}",
            [.. found.SelectMany(source => source.Columns), "profile_id"]);

        void Add(RowGroup group, Func<string> select, string key = "customers.profile_id")
        {
            if (group.IsUsed)
            {
                found.Add((key, group.Names, select()));
            }
        }
    }
}
