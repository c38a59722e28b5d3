using Tessera.Domain;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Segments.Rfm;

/// <summary>Has the segments computed anew when days begin elsewhere.</summary>
internal sealed class RfmWorkspaceObserver(RfmModelStore models, RfmQueue queue) : IWorkspaceObserver
{
    public async Task WorkspaceChangedAsync(Workspace before, Workspace after, CancellationToken cancellationToken)
    {
        if (before.TimeZone != after.TimeZone)
        {
            var workspace = new WorkspaceKey(after.Key);
            await models.RequestAsync(workspace, cancellationToken);
            queue.Enqueue(workspace);
        }
    }
}
