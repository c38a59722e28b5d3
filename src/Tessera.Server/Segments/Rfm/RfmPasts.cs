using System.Collections.Concurrent;
using Tessera.Domain;

namespace Tessera.Server.Segments.Rfm;

/// <summary>How far the past of each workspace is, as seen by whoever computes it. Safe for use by many threads.</summary>
/// <remarks>
/// In memory only: after a start nothing is known until the months have been looked at, which the start itself has done for every workspace.
/// </remarks>
internal sealed class RfmPasts
{
    private readonly ConcurrentDictionary<WorkspaceKey, RfmPast> pasts = new();

    /// <summary>How far a workspace's past is; null while that is not known, as after a start or after its present has changed.</summary>
    public RfmPast? Of(WorkspaceKey workspace) => pasts.GetValueOrDefault(workspace);

    /// <summary>Notes how far it is.</summary>
    public void Note(WorkspaceKey workspace, RfmPast past) => pasts[workspace] = past;

    /// <summary>Notes that computing it failed; how far it was stays.</summary>
    public void NoteFailure(WorkspaceKey workspace, string problem) =>
        pasts.AddOrUpdate(workspace, _ => new RfmPast(Months: 0, Done: 0, problem), (_, past) => past with { Problem = problem });

    /// <summary>Forgets it, because what it was made of is about to change.</summary>
    public void Forget(WorkspaceKey workspace) => pasts.TryRemove(workspace, out _);
}
