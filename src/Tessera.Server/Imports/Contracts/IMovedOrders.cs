using Tessera.Domain;

namespace Tessera.Server.Imports.Contracts;

/// <summary>Sees to it that an order that came under several identifiers of one customer counts once.</summary>
internal interface IMovedOrders
{
    /// <summary>Puts the orders of customers right who were put together of several, or taken apart: an order of both is then that of each.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="identifiers">The identifiers of those customers, which their calls and order lines are stored under.</param>
    /// <param name="areApart">Whether any were taken apart; where customers were only put together, nothing has to be told again.</param>
    /// <param name="cancellationToken">Gives up; doing it again finishes.</param>
    Task SettleAsync(WorkspaceKey workspace, IReadOnlyCollection<Guid> identifiers, bool areApart, CancellationToken cancellationToken);
}
