using Tessera.Server.Imports.Contracts;

namespace Tessera.Server.Segments.Live;

/// <summary>Has customers read from the engine anew after an import, whose calls went past the pipeline.</summary>
internal sealed class LiveOrdersObserver(LiveMembership membership) : IOrdersObserver
{
    public Task OrdersChangedAsync(OrdersChanged change, CancellationToken cancellationToken)
    {
        if (change.ImportId != Guid.Empty)
        {
            membership.NoteOutdated(change.Workspace);
        }

        return Task.CompletedTask;
    }
}
