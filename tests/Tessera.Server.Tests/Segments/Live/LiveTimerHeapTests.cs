using Tessera.Domain;
using Tessera.Server.Segments.Live;

namespace Tessera.Server.Tests.Segments.Live;

/// <summary>Instants come in their order, and how many have come is known without looking through all.</summary>
public sealed class LiveTimerHeapTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly WorkspaceKey Workspace = new("default");
    private readonly LiveTimerHeap timers = new();

    [Fact]
    public void Ripen_CountsThoseThatHaveCome_UntilTheyAreTaken()
    {
        timers.Advance(Start);
        List<Guid> profiles = [.. Enumerable.Range(0, 4).Select(_ => Guid.CreateVersion7(Start))];
        foreach (var (profile, second) in profiles.Zip((int[])[3, 1, 2, 90]))
        {
            timers.Expect(Workspace, profile, Start.AddSeconds(second));
        }

        timers.Ripen(Start);
        timers.Due.ShouldBe(0);
        timers.First.ShouldBe(Start.AddSeconds(1));
        timers.Ripen(Start.AddSeconds(2));
        (timers.Due, timers.Next).ShouldBe((2, Start.AddSeconds(1)));
        timers.TryTake(out var first, out var due).ShouldBeTrue();
        (first.Profile, due, timers.Due).ShouldBe((profiles[1], Start.AddSeconds(1), 1));
        timers.Clear();
        (timers.Due, timers.First, timers.IsToBeFilled(Start)).ShouldBe((0, null, true));
    }
}
