namespace Tessera.Server.Imports.Contracts;

/// <summary>Told whenever the order lines or events of a workspace have changed.</summary>
/// <remarks>
/// Register any number of implementations as <see cref="IOrdersObserver"/>. They run after the import's data is durable and
/// before the import is reported as done, one after the other, on the import's own task. After a crash the same change may be told again, so an
/// observer must be idempotent. An exception is logged and noted on the import; it does not undo the import.
/// </remarks>
internal interface IOrdersObserver
{
    /// <summary>Called after data was published.</summary>
    Task OrdersChangedAsync(OrdersChanged change, CancellationToken cancellationToken);
}
