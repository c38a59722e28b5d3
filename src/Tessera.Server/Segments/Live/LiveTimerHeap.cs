using Tessera.Domain;

namespace Tessera.Server.Segments.Live;

/// <summary>When memberships may change by themselves in the near future; what lies beyond is in the file. For one thread.</summary>
internal sealed class LiveTimerHeap
{
    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(60);
    private readonly PriorityQueue<(WorkspaceKey Workspace, Guid Profile), DateTimeOffset> timers = new();
    private readonly Queue<((WorkspaceKey Workspace, Guid Profile) Customer, DateTimeOffset Due)> ripe = new();

    /// <summary>What comes before this instant is here; null before anything was filled in.</summary>
    public DateTimeOffset? Horizon { get; private set; }

    /// <summary>The next instant to look.</summary>
    public DateTimeOffset Next => First is { } due && due < Refill ? due : Refill;

    /// <summary>The next instant that is known; null for none.</summary>
    public DateTimeOffset? First => ripe.TryPeek(out var first) ? first.Due : timers.TryPeek(out _, out var due) ? due : null;

    /// <summary>How many instants had come when it was looked last, and are not taken.</summary>
    public long Due => ripe.Count;

    private DateTimeOffset Refill => (Horizon ?? DateTimeOffset.MinValue + Ahead) - (Ahead / 2);

    /// <summary>Whether the horizon is to be moved.</summary>
    public bool IsToBeFilled(DateTimeOffset now) => now >= Refill;

    /// <summary>Moves the horizon.</summary>
    /// <returns>Where it was, and where it is.</returns>
    public (DateTimeOffset? From, DateTimeOffset To) Advance(DateTimeOffset now)
    {
        var from = Horizon;
        Horizon = now + Ahead;
        return (from, Horizon.Value);
    }

    /// <summary>Forgets all of them: the clock is another.</summary>
    public void Clear()
    {
        timers.Clear();
        ripe.Clear();
        Horizon = null;
    }

    /// <summary>Notes an instant, if it comes before the horizon.</summary>
    public void Expect(WorkspaceKey workspace, Guid profile, DateTimeOffset due)
    {
        if (due < Horizon)
        {
            timers.Enqueue((workspace, profile), due);
        }
    }

    /// <summary>Looks whose instant has come. Each costs its place in the heap once, however many come at one instant.</summary>
    public void Ripen(DateTimeOffset now)
    {
        while (timers.TryPeek(out var customer, out var due) && due <= now)
        {
            timers.Dequeue();
            ripe.Enqueue((customer, due));
        }
    }

    /// <summary>Takes the first one whose instant had come.</summary>
    public bool TryTake(out (WorkspaceKey Workspace, Guid Profile) customer, out DateTimeOffset due)
    {
        var isThere = ripe.TryDequeue(out var first);
        (customer, due) = first;
        return isThere;
    }
}
