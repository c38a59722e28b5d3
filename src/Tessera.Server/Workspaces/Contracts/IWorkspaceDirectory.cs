using Tessera.Domain;

namespace Tessera.Server.Workspaces.Contracts;

/// <summary>What the other capabilities may ask about workspaces.</summary>
internal interface IWorkspaceDirectory
{
    /// <summary>The workspace of that key, or null.</summary>
    Task<Workspace?> FindAsync(WorkspaceKey key, CancellationToken cancellationToken);

    /// <summary>All workspaces, <c>default</c> first, then by key.</summary>
    Task<IReadOnlyList<Workspace>> ListAsync(CancellationToken cancellationToken);
}
