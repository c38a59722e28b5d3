using Tessera.Server.Imports.Contracts;

namespace Tessera.Server.Segments.Rules;

/// <summary>Has a workspace's segments evaluated right after an import: its orders, calls and customers are calls to ask about.</summary>
internal sealed class RuleOrdersObserver(RuleQueue queue) : IOrdersObserver
{
    public Task OrdersChangedAsync(OrdersChanged change, CancellationToken cancellationToken)
    {
        queue.Enqueue(change.Workspace);
        return Task.CompletedTask;
    }
}
