namespace Tessera.Server.Imports.Orders;

/// <summary>What became of an order, by its status.</summary>
internal enum OrderOutcome
{
    /// <summary>It stands: paid, shipped, completed; also pending and whatever else a shop calls a living order.</summary>
    Stands,

    /// <summary>It never came about: cancelled, voided, failed.</summary>
    Cancelled,

    /// <summary>It was paid and given back: refunded, returned, charged back.</summary>
    Returned,
}
