using Tessera.ClickHouse;
using Tessera.Segments.Sql;
using Tessera.Segments.Tests.Reference;
using Tessera.Testing;
using Xunit;

namespace Tessera.Segments.Tests.Sql;

/// <summary>An engine with the tables that compiled segments read; worlds are put into it and asked about.</summary>
public sealed class Warehouse : IAsyncLifetime
{
    private readonly EngineFixture engine = new();
    private ClickHouseClient? client;
    private int worlds;

    internal ClickHouseClient Client => client!;

    public async Task InitializeAsync()
    {
        await engine.InitializeAsync();
        client = engine.Connect(await engine.CreateDatabaseAsync());
        foreach (var table in Statement.Embedded(typeof(Warehouse), "Tables.sql").Sql.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            await client.ExecuteAsync(new Statement(table));
        }
    }

    public async Task DisposeAsync()
    {
        client?.Dispose();
        await engine.DisposeAsync();
    }

    /// <summary>Stores a world as a workspace of its own and answers with its key. Calls with an id that was there are dropped, as on the way in.</summary>
    internal async Task<string> StoreAsync(World world)
    {
        var workspace = $"world-{++worlds}";
        await Client.InsertAsync("events", world.Customers.SelectMany(customer => Rows(workspace, customer)));
        await Client.InsertAsync("profiles", world.Customers.Select(customer => new ProfileRow(workspace, customer.Id, Times.Time(customer.Calls.GroupBy(call => call.MessageId, StringComparer.Ordinal).Min(same => First(same).Time)), 1)));
        await Client.InsertAsync("segment_changes", world.Customers.SelectMany(customer => customer.MembershipChanges.Select(change => new ChangeRow(workspace, customer.Id, change.Segment, Times.Time(change.Time), change.Entered))));
        await Client.InsertAsync("consents", world.Customers.SelectMany(customer => customer.Consents.Select(consent => new ConsentRow(workspace, customer.Id, consent.Purpose, Times.Time(consent.Time), consent.Given))));
        await Client.InsertAsync("computed_values", world.Customers.SelectMany(customer => Computed(workspace, customer)));
        return workspace;
    }

    /// <summary>The members of each segment, by the id of the customer.</summary>
    internal async Task<IReadOnlyDictionary<Guid, bool[]>> MembersAsync(string workspace, World world, IReadOnlyList<Segment> segments, long at)
    {
        var compiled = Compile(workspace, world, segments, at);
        var columns = string.Join(", ", Enumerable.Range(0, segments.Count).Select(index => compiled.Columns[Key(index)]));
        var statement = WithValues(new Statement($"SELECT profile_id, [{columns}] AS members FROM (\n{compiled.Sql}\n)"), compiled);
        var rows = await Client.ListAsync<MemberRow>(statement);
        return rows.ToDictionary(row => row.ProfileId, row => row.Members.Select(member => member == 1).ToArray());
    }

    internal static SegmentStatement Compile(string workspace, World world, IReadOnlyList<Segment> segments, long at) => SegmentSql.Compile(
        Enumerable.Range(0, segments.Count).ToDictionary(Key, index => segments[index], StringComparer.Ordinal),
        new WorldSegments(world),
        new SqlQuestion(workspace, Times.Time(at), world.Zone));

    internal static Statement WithValues(Statement statement, SegmentStatement compiled) => SegmentStatement.Settings.Aggregate(
        compiled.Parameters.Aggregate(statement, (with, parameter) => with.With(parameter.Name, parameter.Value)),
        (with, setting) => with.WithSetting(setting.Key, setting.Value));

    private static string Key(int index) => $"segment {index}";

    private static Call First(IEnumerable<Call> same) => same.OrderBy(call => call.ReceivedAt).First();

    private static IEnumerable<EventRow> Rows(string workspace, Customer customer) => customer.Calls
        .GroupBy(call => call.MessageId, StringComparer.Ordinal)
        .Select(First)
        .Select(call => new EventRow(
            workspace, customer.Id, Times.Time(call.Time), call.MessageId, call.Type, (call.Type == "group" ? call.GroupId : call.Name) ?? string.Empty,
            call.Values?.ToJsonString() ?? "{}", call.Context?.ToJsonString() ?? "{}"));

    private static IEnumerable<ComputedRow> Computed(string workspace, Customer customer) => customer.Computed.SelectMany(entry => entry.Value is System.Text.Json.Nodes.JsonObject inner
        ? inner.Select(value => new ComputedRow(workspace, customer.Id, $"{entry.Key}.{value.Key}", value.Value?.ToJsonString() ?? "null"))
        : [new ComputedRow(workspace, customer.Id, entry.Key, entry.Value?.ToJsonString() ?? "null")]);

    private sealed record EventRow(string Workspace, Guid ProfileId, DateTimeOffset Time, string MessageId, string Type, string Name, string Properties, string Context);

    private sealed record ProfileRow(string Workspace, Guid ProfileId, DateTimeOffset FirstSeen, ulong Version);

    private sealed record ChangeRow(string Workspace, Guid ProfileId, string Segment, DateTimeOffset Time, bool Entered);

    private sealed record ConsentRow(string Workspace, Guid ProfileId, string Purpose, DateTimeOffset Time, bool Given);

    private sealed record ComputedRow(string Workspace, Guid ProfileId, string Name, string Value);

    private sealed record MemberRow(Guid ProfileId, byte[] Members);
}
