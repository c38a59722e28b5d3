using Tessera.Testing;

namespace Tessera.ClickHouse.Tests.Contract;

/// <summary>A million rows pass in either direction without being kept.</summary>
[Collection(LonelyGroup.Name)]
public sealed class MemoryTests(EngineFixture engine) : EngineTest(engine)
{
    private const int Rows = 1_000_000;

    // The rows are 60 bytes on the wire and about 100 as objects, so keeping them would take 100 MB and more. What the client may
    // hold is two batches of 3 MB and its buffers; the rest of the bound is garbage that was not collected yet.
    private const long Bound = 40L * 1024 * 1024;

    private sealed record Event(int Id, Guid ProfileId, string Name, decimal Amount, DateTimeOffset Time);

    [Fact]
    public async Task InsertThenSelect_MillionRows_StayOutOfMemory()
    {
        await RunAsync("CREATE TABLE events (id Int32, profile_id UUID, name LowCardinality(String), amount Decimal(18, 4), time DateTime64(6, 'UTC')) ENGINE = MergeTree ORDER BY id");
        var peak = new Peak();

        var summary = await Client.InsertAsync("events", Events(peak), cancellationToken: Token);

        summary.Rows.ShouldBe(Rows);
        summary.Batches.ShouldBe(20);
        var count = 0;
        var total = 0m;
        await foreach (var item in Client.QueryAsync<Event>(new Statement("SELECT * FROM events"), Token))
        {
            peak.Look(count++);
            total += item.Amount;
        }

        count.ShouldBe(Rows);
        total.ShouldBe(0.5m * Rows / 2);
        peak.Growth.ShouldBeLessThan(Bound);
    }

    private static IEnumerable<Event> Events(Peak peak)
    {
        var start = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
        for (var i = 0; i < Rows; i++)
        {
            peak.Look(i);
            yield return new Event(i, new Guid(i, 1, 2, new byte[8]), i % 2 == 0 ? "view" : "buy", i % 2 == 0 ? 0m : 0.5m, start.AddMilliseconds(i));
        }
    }

    /// <summary>The largest amount of live memory seen, looked at every now and then after a collection.</summary>
    private sealed class Peak
    {
        private readonly long before = GC.GetTotalMemory(forceFullCollection: true);

        public long Growth { get; private set; }

        public void Look(int row)
        {
            if (row % 100_000 == 0)
            {
                Growth = Math.Max(Growth, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }
    }
}
