using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Server.Ingestion.Log;
using Tessera.Server.Segments.Live;
using Tessera.Server.Segments.Live.Storage;
using Tessera.Testing;

namespace Tessera.Server.Tests.Segments.Live;

/// <summary>The log keeps what a state that is not written would be made of again.</summary>
public sealed class LiveProgressTests : IDisposable
{
    private readonly TemporaryDirectory folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task MoveTo_WithStatesThatWait_NeedsTheCallsOfTheirRounds()
    {
        var meters = new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();
        await using var log = new SqliteEventLog(new EventLogOptions { File = folder.Combine("log.db"), QueueBytes = 1 << 20 }, new LogMeter(meters), TimeProvider.System);
        var progress = new LiveProgress(log);
        progress.NeededAfter(0).ShouldBe(0);
        progress.Restore([Round(4, 40), Round(5, 50)]);
        (progress.Position(0), progress.NeededAfter(0)).ShouldBe((50, 40));
        progress.MoveTo(Round(6, 60), clean: 5);
        (progress.Position(0), progress.NeededAfter(0)).ShouldBe((60, 50));
        progress.MoveTo(Round(7, 70), clean: 5);
        (progress.Position(0), progress.NeededAfter(0)).ShouldBe((70, 50));
        progress.MoveTo(Round(8, 80), clean: 8);
        (progress.Position(0), progress.NeededAfter(0)).ShouldBe((80, 80));

        RoundRow Round(long number, long position) => new(number, [.. Enumerable.Repeat(position, log.Partitions)], []);
    }
}
