using System.Globalization;
using Tessera.ClickHouse;
using Tessera.Segments.Sql;
using Tessera.Segments.Tests.Reference;
using Tessera.Testing;
using Xunit;

namespace Tessera.Segments.Tests.Sql;

/// <summary>An engine with the product's own tables and views, as its migrations make them; worlds are put into it and asked about.</summary>
public sealed class Warehouse : IAsyncLifetime
{
    // On a machine that does much else besides.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    internal static SegmentTables Tables { get; } = new()
    {
        Calls = "events",
        Moved = "moved_identities",
        MembershipChanges = "segment_changes_of(of_workspace = {workspace})",
        Consents = "consents_of(of_workspace = {workspace})",
        ComputedValues = "all_computed_values",
    };

    private readonly EngineFixture engine = new();
    private ClickHouseClient? client;
    private int worlds;

    internal ClickHouseClient Client => client!;

    public async Task InitializeAsync()
    {
        await engine.InitializeAsync();
        client = engine.Connect(await engine.CreateDatabaseAsync());
        await new Migrations("migrations", ProductMigrations()).ApplyAsync(client);
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
        var rows = new WarehouseRows($"world-{++worlds}", world);
        await InsertAsync("events", rows.Events);
        await InsertAsync("identities", rows.Identities);
        await InsertAsync("profiles", rows.Profiles);
        await InsertAsync("segment_changes", rows.Changes);
        await InsertAsync("consents", rows.Consents);
        await InsertAsync("rfm_customers", rows.Rfm);
        await InsertAsync("rfm_switches", rows.Switches);
        await InsertAsync("computed_values_of_worlds", rows.Computed);
        if (rows.Erased.Count > 0)
        {
            await EraseAsync(rows);
        }

        return rows.Workspace;
    }

    /// <summary>The members of each segment, by the id of the customer.</summary>
    internal async Task<IReadOnlyDictionary<Guid, bool[]>> MembersAsync(
        string workspace, World world, IReadOnlyList<Segment> segments, long at, Func<SqlQuestion, SqlQuestion>? ask = null)
    {
        var compiled = Compile(workspace, world, segments, at, ask);
        var columns = string.Join(", ", Enumerable.Range(0, segments.Count).Select(index => compiled.Columns[Key(index)]));
        var statement = WithValues(new Statement($"SELECT profile_id, [{columns}] AS members FROM (\n{compiled.Sql}\n)").WithTimeout(Patience), compiled);
        var rows = await Client.ListAsync<MemberRow>(statement);
        return rows.ToDictionary(row => row.ProfileId, row => row.Members.Select(member => member == 1).ToArray());
    }

    internal static SegmentStatement Compile(
        string workspace, World world, IReadOnlyList<Segment> segments, long at, Func<SqlQuestion, SqlQuestion>? ask = null) => SegmentSql.Compile(
        Enumerable.Range(0, segments.Count).ToDictionary(Key, index => segments[index], StringComparer.Ordinal),
        new WorldSegments(world),
        (ask ?? (question => question))(new SqlQuestion(workspace, Times.Time(at), world.Zone) { Tables = Tables }));

    internal static Statement WithValues(Statement statement, SegmentStatement compiled) => SegmentStatement.Settings.Aggregate(
        compiled.Parameters.Aggregate(statement, (with, parameter) => with.With(parameter.Name, parameter.Value)),
        (with, setting) => with.WithSetting(setting.Key, setting.Value));

    // The server is no part of these tests, its SQL is.
    private static IEnumerable<Migration> ProductMigrations()
    {
        var folder = Path.Combine("Migrations", "Engine");
        return Directory.EnumerateDirectories(Path.Combine(RepositoryRoot.Path, "src", "Tessera.Server"))
            .Select(capability => Path.Combine(capability, folder))
            .Where(Directory.Exists)
            .SelectMany(migrations => Directory.EnumerateFiles(migrations, "*.sql"))
            .Select(file => (Name: Path.GetFileNameWithoutExtension(file), File: file))
            .Select(entry => new Migration(int.Parse(entry.Name[..4], CultureInfo.InvariantCulture), entry.Name[5..], File.ReadAllText(entry.File)));
    }

    // As the product does: the rows of all their ids, in every table that has any.
    private async Task EraseAsync(WarehouseRows rows)
    {
        foreach (var table in new[] { "events", "identities", "profiles", "segment_changes", "consents", "rfm_customers", "computed_values_of_worlds" })
        {
            var column = table == "identities" ? "node_id" : "profile_id";
            await Client.ExecuteAsync(new Statement($"DELETE FROM {table} WHERE workspace = {{workspace:String}} AND {column} IN {{erased:Array(UUID)}}")
                .With("erased", rows.Erased)
                .With("workspace", rows.Workspace));
        }
    }

    private async Task InsertAsync<T>(string table, IEnumerable<T> rows)
    {
        if (rows.Any())
        {
            await Client.InsertAsync(table, rows);
        }
    }

    private static string Key(int index) => $"segment {index}";

    private sealed record MemberRow(Guid ProfileId, byte[] Members);
}
