using Microsoft.Extensions.Logging;
using Tessera.Server.Imports.Contracts;

namespace Tessera.Server.Segments.Rfm;

/// <summary>Computes the segments anew when order lines have changed, before the import that changed them is reported as done.</summary>
internal sealed class RfmOrdersObserver(RfmModelStore models, RfmRefresher refresher, RfmQueue queue, ILogger<RfmOrdersObserver> logger) : IOrdersObserver
{
    public async Task OrdersChangedAsync(OrdersChanged change, CancellationToken cancellationToken)
    {
        if (change.OrderLines == 0)
        {
            return;
        }

        await models.RequestAsync(change.Workspace, cancellationToken);
        try
        {
            await refresher.RefreshAsync(change.Workspace, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The orders are imported whatever becomes of the segments; the worker computes them once it can.
            logger.LogWarning(exception, "The segments of workspace {Workspace} wait for the engine", change.Workspace);
            await models.NoteFailureAsync(change.Workspace, exception.Message, CancellationToken.None);
        }

        queue.Enqueue(change.Workspace);
    }
}
