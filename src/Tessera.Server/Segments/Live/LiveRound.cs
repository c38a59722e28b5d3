using Tessera.Server.Ingestion.Contracts;
using Tessera.Server.Segments.Live.Storage;

namespace Tessera.Server.Segments.Live;

/// <summary>What happens between two commits: which customers are to be evaluated, and what is to be written.</summary>
internal sealed class LiveRound(long number)
{
    /// <summary>Its number; calls taken in now are in the states of this round.</summary>
    public long Number => number;

    /// <summary>Customers to be evaluated, each with what for.</summary>
    public Dictionary<LiveCustomer, LiveCause> Touched { get; } = [];

    /// <summary>Calls that were sent before.</summary>
    public List<LogPlace> Duplicates { get; } = [];

    public List<RebuildRow> Rebuilds { get; } = [];

    public List<LiveCustomer> Written { get; } = [];

    /// <summary>Customers who were let go before any call of this round was taken: their states have the calls up to the round before.</summary>
    public List<LiveCustomer> LetGo { get; } = [];

    /// <summary>Customers of whom nothing is to be kept that was known before.</summary>
    public HashSet<(LiveWorkspace Workspace, Guid Profile)> Removed { get; } = [];

    public List<LiveRebuild> Rebuilt { get; } = [];

    public List<LiveWorkspace> Passes { get; } = [];

    public List<PendingChange> Changes { get; } = [];

    /// <summary>Whether a call was taken in it.</summary>
    public bool HasCalls { get; set; }

    /// <summary>Whether every state that is only in memory is to be written.</summary>
    public bool IsToBeWrittenWhole { get; set; }

    /// <summary>Keeps nothing of a customer that was known before.</summary>
    public void Remove(LiveWorkspace workspace, Guid profile)
    {
        Removed.Add((workspace, profile));
        Drop(Written);
        Drop(LetGo);

        // It waits among those too that are to be written some time.
        void Drop(List<LiveCustomer> customers)
        {
            foreach (var customer in customers.FindAll(customer => customer.Workspace == workspace && customer.State.Profile == profile))
            {
                customer.DirtySince = 0;
                customers.Remove(customer);
            }
        }
    }

    /// <summary>Whether something must become durable now, and not when there is time.</summary>
    public bool IsUrgent => Rebuilds.Count > 0 || Written.Count > 0 || LetGo.Count > 0 || Removed.Count > 0 || Rebuilt.Count > 0 || Passes.Count > 0 || Changes.Count > 0;
}

/// <summary>What a change came of.</summary>
/// <param name="Cause">event, time, definition, merge or repair.</param>
/// <param name="Call">The call, if one did.</param>
/// <param name="Earlier">The id of the call, when it is not at hand any more.</param>
internal sealed record LiveCause(string Cause, TrackingRecord? Call, string? Earlier = null)
{
    /// <summary>The id of the call; empty when none did.</summary>
    public string MessageId => Call?.MessageId ?? Earlier ?? string.Empty;

    /// <summary>Time alone.</summary>
    public static LiveCause Time { get; } = new("time", null);
}

/// <summary>A change of membership that is not recorded yet.</summary>
internal sealed record PendingChange(LiveWorkspace Workspace, string Segment, Guid Profile, DateTimeOffset Time, bool Entered, LiveCause Cause);
