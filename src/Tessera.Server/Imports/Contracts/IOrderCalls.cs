using Tessera.Domain;

namespace Tessera.Server.Imports.Contracts;

/// <summary>Makes order lines of tracking calls that come in live, as an import makes them of calls in a file.</summary>
internal interface IOrderCalls
{
    /// <summary>Whether a track call of that name is about an order: Order Completed, Refunded, Cancelled.</summary>
    bool IsOrder(string name);

    /// <summary>Stores the lines of some calls; when this returns they are durable. Lines that are there already stay as they are.</summary>
    /// <param name="workspace">The workspace; when it is gone, nothing is stored.</param>
    /// <param name="calls">The calls, each about an order.</param>
    /// <param name="cancellationToken">Gives up; doing it again finishes.</param>
    Task StoreAsync(WorkspaceKey workspace, IReadOnlyList<OrderCall> calls, CancellationToken cancellationToken);
}
