using Tessera.Server.Imports.Contracts;
using Tessera.Server.Pipeline.Contracts;

namespace Tessera.Server.Identity.Engine;

/// <summary>Resolves the identifiers of imported calls once they are published.</summary>
internal sealed class ImportedCalls(StoredCalls calls, IProfileRefresh profiles) : IOrdersObserver
{
    public async Task OrdersChangedAsync(OrdersChanged change, CancellationToken cancellationToken)
    {
        // Without an import it is about live orders, whose calls went through the pipeline.
        if (change.ImportId != Guid.Empty)
        {
            await calls.LinkAsync(change.Workspace, change.ImportId, cancellationToken);
            await profiles.RefreshAsync(cancellationToken);
        }
    }
}
