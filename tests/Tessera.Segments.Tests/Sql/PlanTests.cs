using Tessera.ClickHouse;
using Tessera.Segments.Sql;
using Tessera.Segments.Tests.Reference;
using Xunit;

namespace Tessera.Segments.Tests.Sql;

/// <summary>What the engine plans to do for compiled segments: read little, once, and compute nothing twice.</summary>
public sealed class PlanTests(Warehouse warehouse) : IClassFixture<Warehouse>
{
    private static readonly DateTimeOffset Now = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Compile_ManySegments_ReadsCallsOnce()
    {
        var plan = await ExplainAsync(
            "did \"Export\" at least 3 times in the last 14 days", "not did \"Login\" in the last 30 days", "plan is \"free\" and last did any event more than 14 days ago",
            "sum of revenue of \"Order\" in the last 90 days > 500", "did \"Cart\" then \"Order\" within 1 day", "at least 2 of (plan is \"free\", did \"Export\", did \"Login\" on at least 3 days)");

        plan.Count(line => line.Contains(".events)", StringComparison.Ordinal)).ShouldBe(1, string.Join('\n', plan));
    }

    [Fact]
    public async Task Compile_ConditionsOnCompanies_ReadsCallsOnceForEachThingKnownOfThem()
    {
        var plan = await ExplainAsync("company did \"Export\" at least 3 times", "company did \"Login\" in the last 30 days", "company.plan is \"free\"", "did \"Export\"");

        // The customers' own, the companies' events, who is of which company, for the events and for the customers, and the group calls.
        plan.Count(line => line.Contains(".events)", StringComparison.Ordinal)).ShouldBe(5, string.Join('\n', plan));
    }

    [Fact]
    public async Task Compile_OneThingAskedTwice_IsComputedOnce()
    {
        var once = await CountsAsync("did \"Export\" where pages >= 2 at least 3 times in the last 14 days");
        var twice = await CountsAsync(
            "did \"Export\" where pages >= 2 at least 3 times in the last 14 days", "count of \"Export\" where pages >= 2 in the last 14 days = 0",
            "did \"Export\" where pages >= 2 at most 7 times in the last 336 hours and not did \"Export\" where pages >= 2 once in the last 2 weeks");

        // The events' properties, their instants, and which events they are; and one count of them.
        once.ShouldBe((3, 1));
        twice.ShouldBe((3, 1));
    }

    [Fact]
    public async Task Compile_ConditionsOnTheRecentPast_LeavesOutOtherMonths()
    {
        var all = await PartsAsync("did \"Export\"");
        var recent = await PartsAsync("did \"Export\" in the last 14 days", "did \"Login\" in the current month");

        all.ShouldBe((13, 13));
        recent.ShouldBe((1, 13));
    }

    [Fact]
    public async Task Compile_OneLongMemoryAmongShort_ReadsTheOtherEventsOnlyWhereNeeded()
    {
        var sql = Compile("did \"Export\"", "did \"Login\" in the last 14 days", "did \"Login\" in the last 3 days").Sql;

        sql.Split("name = {").Length.ShouldBe(5, sql); // each name where rows are read, and where they are told apart
        sql.Split(" AND time >= {").Length.ShouldBe(2, sql); // the longer of the two memories where rows are read
        sql.Split(" AND moment >= {").Length.ShouldBe(3, sql); // and each where they are told apart
    }

    [Fact]
    public void Compile_EveryEventNeeded_TellsNoneApartWhereRowsAreRead()
    {
        Compile("did any event", "did \"Export\" in the last 14 days").Sql.Split("name = {").Length.ShouldBe(2);
        Compile("did any event in the last 3 days", "did \"Export\" in the last 14 days").Sql.Split("name = {").Length.ShouldBe(3);
    }

    [Theory]
    [InlineData("did \"Cart\" then \"Order\" within 1 day without \"Cancel\" between")]
    [InlineData("did \"Cart\" then \"Order\" within 1 day with the same id without \"Cancel\" between")]
    public void Compile_WithoutBetween_GoesThroughWhatMustNotLieBetweenOnce(string definition)
    {
        var sql = Compile(definition).Sql;

        sql.Split("arrayExists(").Length.ShouldBe(2);
        sql.Split("arrayFill(").Length.ShouldBe(3); // the latest that must not lie between, and the latest of the first step
        sql.ShouldNotContain("arrayFold"); // call by call, with a list of its own for every call
    }

    [Fact]
    public void Compile_AnyValue_IsAParameter()
    {
        var statement = Compile("did \"x' OR 1=1 --\" where p contains \"y' OR 1=1 --\" and in random 10% by \"z' OR 1=1 --\"");

        statement.Sql.ShouldNotContain("OR 1=1");
        statement.Parameters.Count(parameter => parameter.Value is string text && text.Contains("OR 1=1", StringComparison.Ordinal)).ShouldBe(3);
    }

    [Fact]
    public void Compile_References_ComeOnceHoweverManyReferToThem()
    {
        var resolver = new WorldSegments(new World([])
        {
            Segments = new Dictionary<string, Segment>(StringComparer.Ordinal)
            {
                ["base"] = Segment.Parse("sum of revenue of \"Order\" > 5").Segment!, ["more"] = Segment.Parse("in segment \"base\" and plan is \"free\"").Segment!,
            },
        });

        var statement = SegmentSql.Compile(
            new Dictionary<string, Segment>(StringComparer.Ordinal) { ["a"] = Segment.Parse("in segment \"more\"").Segment!, ["b"] = Segment.Parse("not in segment \"base\"").Segment! },
            resolver,
            new SqlQuestion("w", Now, TimeZoneInfo.Utc));

        statement.Sql.Split("arraySum(").Length.ShouldBe(2, statement.Sql);
        Should.Throw<ArgumentException>(() => SegmentSql.Compile(
            new Dictionary<string, Segment>(StringComparer.Ordinal) { ["a"] = Segment.Parse("in segment \"none\"").Segment! }, resolver, new SqlQuestion("w", Now, TimeZoneInfo.Utc)))
            .Message.ShouldContain("\"none\"");
    }

    private static SegmentStatement Compile(params string[] definitions) => SegmentSql.Compile(
        definitions.Select((text, index) => (text, index)).ToDictionary(entry => $"{entry.index}", entry => Segment.Parse(entry.text).Segment!, StringComparer.Ordinal),
        new WorldSegments(new World([])),
        new SqlQuestion("plans", Now, TimeZoneInfo.Utc) { Tables = Warehouse.Tables });

    // How many lists the engine gathers, and how often it counts in them.
    private async Task<(int Lists, int Counts)> CountsAsync(params string[] definitions)
    {
        var plan = await ExplainAsync(definitions);
        return (
            plan.Where(line => line.Contains("Aggregates:", StringComparison.Ordinal)).Sum(line => line.Split("groupArrayIf(").Length - 1),
            Compile(definitions).Sql.Split("arrayCount(").Length - 1);
    }

    // How many of the months' parts are read.
    private async Task<(int Read, int All)> PartsAsync(params string[] definitions)
    {
        var plan = await ExplainAsync(definitions);
        var read = plan.SkipWhile(line => !line.Contains(".events)", StringComparison.Ordinal)).ToList();
        var minMax = read.SkipWhile(line => !line.Contains("Min-Max", StringComparison.Ordinal)).First(line => line.Contains("Parts:", StringComparison.Ordinal));
        var parts = minMax[(minMax.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('/').Select(number => int.Parse(number, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        return (parts[0], parts[1]);
    }

    // One event a month, and one customer: what is not there is not read, and not planned for.
    private async Task<List<string>> ExplainAsync(params string[] definitions)
    {
        var stored = await warehouse.Client.SingleAsync<ulong>(new Statement("SELECT count() FROM events WHERE workspace = 'plans'"));
        if (stored == 0)
        {
            await warehouse.Client.ExecuteAsync(new Statement(
                "INSERT INTO events (workspace, profile_id, time, message_id, type, name, properties, context) SELECT 'plans', toUUID('00000000-0000-0000-0000-000000000001'), addMonths(toDateTime64('2025-07-01 00:00:00', 6, 'UTC'), number), toString(number), 'track', "
                    + "'Export', '{}', '{}' FROM numbers(13)"));
            await warehouse.Client.ExecuteAsync(new Statement(
                "INSERT INTO profiles (workspace, profile_id, first_seen, version) SELECT 'plans', toUUID('00000000-0000-0000-0000-000000000001'), toDateTime64('2025-07-01 00:00:00', 6, 'UTC'), 1"));
        }

        var compiled = Compile(definitions);
        return await warehouse.Client.ListAsync<string>(Warehouse.WithValues(new Statement("EXPLAIN indexes = 1, actions = 1 " + compiled.Sql), compiled));
    }
}
