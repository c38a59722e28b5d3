using Tessera.Server.Imports.Contracts;
using Tessera.Server.Profiles.Contracts;

namespace Tessera.Server.Profiles.Documents;

/// <summary>Has everybody's document put together again after an import: a line that is corrected may have been anybody's.</summary>
internal sealed class ImportedOrders(IProfileNotices notices) : IOrdersObserver
{
    public Task OrdersChangedAsync(OrdersChanged change, CancellationToken cancellationToken)
    {
        // Without an import it is about live orders, of which the pipeline tells.
        if (change.ImportId != Guid.Empty)
        {
            notices.AllChanged(change.Workspace);
        }

        return Task.CompletedTask;
    }
}
