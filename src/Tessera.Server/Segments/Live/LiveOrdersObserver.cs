using Tessera.Server.Imports.Contracts;

namespace Tessera.Server.Segments.Live;

/// <summary>Has customers read from the engine anew after an import, whose calls went past the pipeline.</summary>
internal sealed class LiveOrdersObserver(LiveHistories histories, LiveRequests requests) : IOrdersObserver
{
    private const int MostOneByOne = 50_000;

    public async Task OrdersChangedAsync(OrdersChanged change, CancellationToken cancellationToken)
    {
        if (change.ImportId == Guid.Empty)
        {
            return;
        }

        var touched = await histories.CustomersOfImportAsync(change.Workspace, change.ImportId, cancellationToken);

        // Whoever tells of the import forgets it after this.
        await requests.AskAsync(touched.Count is > 0 and <= MostOneByOne
            ? new RebuildAsked(change.Workspace, touched, History: true, "time", IsCheck: false)
            : new PassAsked(change.Workspace)).WaitAsync(cancellationToken);
    }
}
