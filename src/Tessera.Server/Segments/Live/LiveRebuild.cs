using System.Runtime.InteropServices;
using Tessera.Server.Ingestion.Contracts;
using Tessera.Server.Segments.Live.Storage;

namespace Tessera.Server.Segments.Live;

/// <summary>A customer whose state waits to be put together anew; their calls wait with it. Safe for the one who queues and the one who builds.</summary>
internal sealed class LiveRebuild(RebuildRow row, long since, bool isCheck)
{
    private readonly List<WaitingCall> calls = [];

    public RebuildRow Row => row;

    /// <summary>The round in which this began: the calls of this round and later ones wait here.</summary>
    public long Since => since;

    /// <summary>Whether it is done to check: what is found to be another membership than the one kept is a defect.</summary>
    public bool IsCheck => isCheck;

    /// <summary>Whether it must be read from the engine.</summary>
    public bool FromHistory { get; set; } = row.History;

    public bool IsDone { get; set; }

    /// <summary>Whether nothing was known of the customer before the calls that wait.</summary>
    public bool IsNew { get; set; }

    /// <summary>After a crash: the round up to which the state in the file has the calls.</summary>
    public long StateRound { get; set; }

    /// <summary>Another one whenever what was read of the customer before does not count any more.</summary>
    public int Version { get; set; }

    /// <summary>For segments of which nothing was told yet, the id of the call that changed the membership last; null for none.</summary>
    public IReadOnlyDictionary<string, string>? Untold { get; set; }

    /// <summary>How many bytes its calls have. Only under the lock of who keeps all.</summary>
    public long Bytes { get; set; }

    /// <summary>Adds a call that waits.</summary>
    public void Add(in WaitingCall call)
    {
        lock (calls)
        {
            calls.Add(call);
        }
    }

    /// <summary>The calls that wait.</summary>
    public IReadOnlyList<WaitingCall> Calls()
    {
        lock (calls)
        {
            return [.. calls];
        }
    }
}

/// <summary>A call that waits, with the id of the identifier under which it is stored.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WaitingCall(Guid Node, TrackingRecord Call);
