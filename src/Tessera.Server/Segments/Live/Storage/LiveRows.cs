using System.Runtime.InteropServices;
using Tessera.Domain;

namespace Tessera.Server.Segments.Live.Storage;

/// <summary>The state of a customer as it is kept.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="Profile">The customer.</param>
/// <param name="Plan">The segments that it is of.</param>
/// <param name="Round">It has the calls up to this round.</param>
/// <param name="Next">When a membership may change by itself; null for never.</param>
/// <param name="State">The state.</param>
internal sealed record StateRow(WorkspaceKey Workspace, Guid Profile, long Plan, long Round, DateTimeOffset? Next, byte[] State);

/// <summary>A customer whose state waits to be put together anew.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="Profile">The customer.</param>
/// <param name="History">Whether from the engine; otherwise the state is good, and only its membership is compared.</param>
/// <param name="Cause">What changes of membership that are found then came of.</param>
internal sealed record RebuildRow(WorkspaceKey Workspace, Guid Profile, bool History, string Cause);

/// <summary>A round that was committed.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Positions">Up to where the calls of each partition were taken into account.</param>
/// <param name="Duplicates">Those of its calls that had been sent before.</param>
internal sealed record RoundRow(long Number, long[] Positions, IReadOnlyList<LogPlace> Duplicates);

/// <summary>A call's place in the log.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LogPlace(int Partition, long Position);

/// <summary>How far the customers of a workspace were gone through for the segments that it has now.</summary>
/// <param name="Plan">The segments.</param>
/// <param name="After">The last customer who was; null once all were.</param>
/// <param name="History">Whether all are read from the engine.</param>
internal sealed record PassRow(long Plan, Guid? After, bool History)
{
    /// <summary>Another one whenever this was begun anew in this run of the server.</summary>
    public long Number { get; init; }

    /// <summary>Whether all customers were gone through.</summary>
    public bool IsFinished => After is null;
}

/// <summary>A change of membership, as it is recorded.</summary>
internal sealed record ChangeRow(
    string Workspace, string Segment, Guid ProfileId, DateTimeOffset Time, bool Entered, DateTimeOffset RecordedAt, string Cause, string MessageId);
