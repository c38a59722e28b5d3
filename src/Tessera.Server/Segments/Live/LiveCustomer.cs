using Tessera.Segments.Live;

namespace Tessera.Server.Segments.Live;

/// <summary>A customer whose state is in memory.</summary>
internal sealed class LiveCustomer(LiveWorkspace workspace, LivePlan plan, ProfileState state, int generation)
{
    public LiveWorkspace Workspace => workspace;

    /// <summary>The segments that the state is of.</summary>
    public LivePlan Plan => plan;

    public ProfileState State => state;

    /// <summary>Since which change of the segments the state is known to agree with what is recorded; −1 when that is to be compared yet.</summary>
    public int Generation => generation;

    /// <summary>When a membership may change by itself; null for never.</summary>
    public DateTimeOffset? Due { get; set; }

    /// <summary>The calls that changed memberships which are not told of until they are compared with what is recorded: the id of the last one for each segment; null for none.</summary>
    public Dictionary<string, string>? Untold { get; set; }

    /// <summary>The round in which the state became another than in the file; 0 when it is the same.</summary>
    public long DirtySince { get; set; }
}
