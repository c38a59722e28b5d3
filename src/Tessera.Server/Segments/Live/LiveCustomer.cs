using Tessera.Segments.Live;

namespace Tessera.Server.Segments.Live;

/// <summary>A customer whose state is in memory.</summary>
internal sealed class LiveCustomer(LiveWorkspace workspace, ProfileState state)
{
    public LiveWorkspace Workspace => workspace;

    public ProfileState State => state;

    /// <summary>When a membership may change by itself; null for never.</summary>
    public DateTimeOffset? Due { get; set; }

    /// <summary>The round in which the state became another than in the file; 0 when it is the same.</summary>
    public long DirtySince { get; set; }
}
