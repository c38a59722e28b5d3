using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Identity.Contracts;
using Tessera.Server.Ingestion.Contracts;
using Tessera.Server.Ingestion.Log;
using Tessera.Server.Ingestion.Sources;
using Tessera.Server.Ingestion.Tracking;
using Tessera.Server.Pipeline.State;
using Tessera.Server.Pipeline.Contracts;
using Tessera.Server.Segments.Rules;
using Tessera.Server.Workspaces;
using Tessera.Testing;

namespace Tessera.Server.Tests.Segments.Live;

/// <summary>
/// Whoever follows the calls is broken off between any two rounds, and customers are let go and put together at any moment: each call counts once. The segments say how
/// often each customer did something, so that a call that is lost or doubled is another membership. Steps are told of at once, and so are written at once; what is quiet is
/// in memory alone for a while, and told of in the end.
/// </summary>
[Collection(SharedServer.Name)]
public sealed class LiveFollowerCrashTests(ServerFixture server) : IAsyncLifetime, IDisposable
{
    private const int Turns = 120;
    private const int Customers = 5;
    private const int MostCounted = 60;
    private const string Toggled = "toggled";
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryDirectory folder = new();
    private readonly ServiceProvider services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly MetadataFixture metadata = new();
    private readonly ManualTimeProvider clock = new(Start);
    private readonly WorkspaceKey workspace = new($"followed-{Guid.CreateVersion7():n}"[..30]);
    private SqliteEventLog log = null!;
    private SqlitePipelineState state = null!;
    private RuleStore rules = null!;
    private WorkspaceStore workspaces = null!;
    private int sent;

    public async Task InitializeAsync()
    {
        await metadata.InitializeAsync();
        log = new SqliteEventLog(new EventLogOptions { File = folder.Combine("log.db") }, new LogMeter(services.GetRequiredService<IMeterFactory>()), clock);
        state = new SqlitePipelineState(new StateDatabase(folder.Combine("state.db")), log.Id, clock);
        (rules, workspaces) = (new RuleStore(metadata.Metadata, clock), new WorkspaceStore(metadata.Metadata, clock));
        WorkspaceDetails.TryCreate("Followed", currency: null, timeZone: null, sample: false, out var details, out var complaint).ShouldBeTrue(complaint);
        await workspaces.CreateAsync(workspace, details!, CancellationToken.None);
        foreach (var (key, definition) in Enumerable.Range(1, MostCounted)
            .SelectMany(count => new[]
            {
                (Key("Step", count), $"did \"Step\" at least {count} times"),
                (Key("Quiet", count), $"did \"Quiet\" at least {count} times and did \"Told\""),
            })
            .Append((Toggled, Definition(0))))
        {
            (await rules.AddAsync(workspace, key, new RuleText(key, string.Empty, definition), "x", library: null, CancellationToken.None)).IsDone.ShouldBeTrue();
        }

        await ComputedAsync();
    }

    public async Task DisposeAsync()
    {
        await log.DisposeAsync();
        await state.DisposeAsync();
        await metadata.DisposeAsync();
    }

    public void Dispose()
    {
        services.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Calls_WhereverItIsBrokenOff_CountOnce(int seed)
    {
        var random = new Random(seed);
        var run = await StartAsync();
        try
        {
            await run.SettleAsync();
            for (var turn = 0; turn < Turns; turn++)
            {
                switch (random.Next(10))
                {
                    case < 4:
                        await AppendAsync(Enumerable.Range(0, 1 + random.Next(4)).Select(_ => (random.Next(Customers), random.Next(4) == 0 ? "Step" : "Quiet")));
                        break;
                    case < 7:
                        await run.Follower.RoundAsync(CancellationToken.None);
                        break;
                    case 7:
                        clock.Advance(TimeSpan.FromMilliseconds(random.Next(2000)));
                        await ChangeAsync(turn);
                        await run.ChangeAsync([.. (await CountsAsync()).Keys.Select(did => did.Customer).Distinct()]);
                        if (random.Next(2) == 0)
                        {
                            // Before anybody is put together.
                            await run.Follower.RoundAsync(CancellationToken.None);
                            goto default;
                        }

                        break;
                    case 8:
                        await run.SettleAsync();
                        break;
                    default:
                        run.Dispose();
                        run = await StartAsync();
                        break;
                }
            }

            await AppendAsync(Enumerable.Range(0, Customers).Select(customer => (customer, "Told")));
            await run.SettleAsync();
            await run.Journal.FlushAsync(CancellationToken.None);
        }
        finally
        {
            run.Dispose();
        }

        var counts = await CountsAsync();
        counts.Values.ShouldAllBe(count => count < MostCounted);
        var expected = counts.Where(did => did.Key.Name != "Told")
            .SelectMany(did => Enumerable.Range(1, did.Value).Select(count => $"{did.Key.Customer} {Key(did.Key.Name, count)} true"))
            .ToList();
        var recorded = await server.Services.GetRequiredService<ClickHouseClient>().ListAsync<string>(
            new Statement("SELECT concat(toString(profile_id), ' ', segment, ' ', toString(entered)) FROM segment_changes WHERE workspace = {workspace:String} AND segment != 'toggled'")
                .With("workspace", workspace.Value));
        expected.Except(recorded, StringComparer.Ordinal).ShouldBeEmpty("lost");
        recorded.Except(expected, StringComparer.Ordinal).ShouldBeEmpty("counted twice");
        recorded.Count.ShouldBe(expected.Count, "each is recorded once");
    }

    private static string Definition(int turn) => string.Create(CultureInfo.InvariantCulture, $"did \"Step\" at least {1 + (turn % MostCounted)} times or did \"Other\"");

    // Each version is another segment, for which all customers are gone through.
    private async Task ChangeAsync(int turn)
    {
        var before = (await rules.FindAsync(workspace, Toggled, CancellationToken.None))!;
        (await rules.ChangeAsync(workspace, Toggled, before.Version, new RuleText(Toggled, string.Empty, Definition(turn)), "x", CancellationToken.None)).IsDone.ShouldBeTrue();
        await ComputedAsync();
    }

    private async Task ComputedAsync()
    {
        foreach (var segment in (await rules.ListAsync(workspace, CancellationToken.None)).Where(segment => !segment.IsComputed))
        {
            await rules.NoteAsync(workspace, segment, clock.GetUtcNow(), 0, CancellationToken.None);
        }
    }

    private static string Key(string name, int count) => string.Create(CultureInfo.InvariantCulture, $"{(name == "Step" ? "step" : "quiet")}-{count}");

    private async Task<FollowerRun> StartAsync()
    {
        var run = new FollowerRun(
            server.Services, services.GetRequiredService<IMeterFactory>(), rules, workspaces, workspace, folder.Combine("live.db"), log, new StoredMessages(state), clock);
        await run.RestoreAsync();
        return run;
    }

    private async Task AppendAsync(IEnumerable<(int Customer, string Name)> did)
    {
        var calls = did.Select(one => (JsonNode)new JsonObject
        {
            ["type"] = "track",
            ["event"] = one.Name,
            ["userId"] = string.Create(CultureInfo.InvariantCulture, $"u{one.Customer}"),
            ["messageId"] = string.Create(CultureInfo.InvariantCulture, $"m{sent++}"),
        });
        var body = Encoding.UTF8.GetBytes(new JsonObject { ["batch"] = new JsonArray([.. calls]) }.ToJsonString());
        ParsedBody.TryParse(body, null, out var parsed, out var problem).ShouldBeTrue(problem);
        using var batch = new LogBatch();
        new RecordWriter(clock).Write(batch, new Source(workspace, "web site"), body, parsed, clock.GetUtcNow());
        await log.AppendAsync(batch);
    }

    // How often each customer did what, by the log.
    private async Task<Dictionary<(Guid Customer, string Name), int>> CountsAsync()
    {
        var identities = server.Services.GetRequiredService<ICustomerIdentity>().NewReader();
        Dictionary<(Guid Customer, string Name), int> counts = [];
        for (var partition = 0; partition < log.Partitions; partition++)
        {
            foreach (var record in await log.ReadAsync(partition, 0, long.MaxValue, long.MaxValue, CancellationToken.None))
            {
                var call = new TrackingRecord(record.Bytes);
                var did = (identities.Of(call).Owner!.Id, call.Name!);
                counts[did] = counts.GetValueOrDefault(did) + 1;
            }
        }

        return counts;
    }
}
