using System.Diagnostics;
using Tessera.Testing;

namespace Tessera.ClickHouse.Tests.Contract;

/// <summary>An engine that dies and comes back loses nothing, doubles nothing, and its client hardly notices.</summary>
[Collection(LonelyGroup.Name)]
public sealed class RestartTests(EngineFixture engine) : EngineTest(engine)
{
    private const int Rows = 20_000;

    [SkippableFact]
    public async Task Insert_EngineKilledTwiceMeanwhile_StoresEachRowOnce()
    {
        var supervisor = Engine.RequireSupervisor();
        await RunAsync("CREATE TABLE lines (id Int32) ENGINE = MergeTree ORDER BY id SETTINGS non_replicated_deduplication_window = 1000");

        using var client = Connect();
        var summary = await client.InsertAsync("lines", KillingAt(5_250, 15_250), new InsertOptions { BatchRows = 500 }, Token);

        summary.ShouldBe(new InsertSummary(Rows, 40, summary.Bytes));
        (await Client.SingleAsync<(ulong, ulong)>(new Statement("SELECT count(), uniqExact(id) FROM lines"), Token)).ShouldBe(((ulong)Rows, (ulong)Rows));
        supervisor.State.Restarts.ShouldBeGreaterThanOrEqualTo(2);
    }

    [SkippableFact]
    public async Task Query_EngineKilledBefore_WaitsForItsReturn()
    {
        Engine.RequireSupervisor();
        using var client = Connect();
        Kill();

        (await client.SingleAsync<int>(new Statement("SELECT toInt32(42)"), Token)).ShouldBe(42);
    }

    // More patient than the default, for a machine that is busy with other tests while the engine comes back.
    private ClickHouseClient Connect() => Engine.Connect(
        Database, options => options with { Retry = new RetryOptions { Tries = 60, LongestDelay = TimeSpan.FromSeconds(1) } });

    private IEnumerable<int> KillingAt(params int[] moments)
    {
        for (var i = 0; i < Rows; i++)
        {
            if (moments.Contains(i))
            {
                Kill();
            }

            yield return i;
        }
    }

    private void Kill()
    {
        using var process = Process.GetProcessById(Engine.Supervisor!.State.ProcessId!.Value);
        process.Kill();
    }
}
