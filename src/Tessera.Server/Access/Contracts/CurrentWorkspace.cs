using Tessera.Domain;

namespace Tessera.Server.Access.Contracts;

/// <summary>The workspace that the request at hand speaks to, resolved and authorised before any endpoint runs.</summary>
internal sealed class CurrentWorkspace
{
    private WorkspaceKey? key;

    /// <summary>The key to put first in every query.</summary>
    /// <exception cref="InvalidOperationException">Asked for outside a signed-in request.</exception>
    public WorkspaceKey Key => key ?? throw new InvalidOperationException("No workspace has been resolved for this request.");

    /// <summary>Called once per request by the Access capability.</summary>
    public void Resolve(WorkspaceKey workspace) => key = workspace;
}
