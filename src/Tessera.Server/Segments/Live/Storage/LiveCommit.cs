using Tessera.Domain;

namespace Tessera.Server.Segments.Live.Storage;

/// <summary>What becomes durable together.</summary>
/// <param name="Round">Up to where calls were taken into account.</param>
/// <param name="Clean">Up to this round, every state that a call changed is in the file.</param>
internal sealed record LiveCommit(RoundRow Round, long Clean)
{
    /// <summary>The latest instant at which anybody was evaluated; null when nobody was.</summary>
    public DateTimeOffset? Evaluated { get; init; }

    /// <summary>Layouts of states among <see cref="States"/>, by their ids.</summary>
    public Dictionary<ulong, string> Layouts { get; } = [];

    public List<StateRow> States { get; } = [];

    /// <summary>Customers of whom nothing is kept any more.</summary>
    public List<(WorkspaceKey Workspace, Guid Profile)> Removed { get; } = [];

    /// <summary>Customers whose state is to be put together anew.</summary>
    public List<RebuildRow> Rebuilds { get; } = [];

    /// <summary>Customers whose state was.</summary>
    public List<(WorkspaceKey Workspace, Guid Profile)> Rebuilt { get; } = [];

    public List<(WorkspaceKey Workspace, PassRow Pass)> Passes { get; } = [];

    public IReadOnlyList<ChangeRow> Changes { get; set; } = [];
}
