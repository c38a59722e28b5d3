using Tessera.Domain;

namespace Tessera.Server.Workspaces.Contracts;

/// <summary>What the other capabilities may ask about workspaces.</summary>
internal interface IWorkspaceDirectory
{
    /// <summary>The workspace of that key, or null.</summary>
    Task<Workspace?> FindAsync(WorkspaceKey key, CancellationToken cancellationToken);

    /// <summary>All workspaces, <c>default</c> first, then by key.</summary>
    Task<IReadOnlyList<Workspace>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Changes the currency in which a workspace's money is shown.</summary>
    /// <param name="key">The workspace; nothing happens when there is none.</param>
    /// <param name="currency">An ISO 4217 code.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task SetCurrencyAsync(WorkspaceKey key, string currency, CancellationToken cancellationToken);
}
