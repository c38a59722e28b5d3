using Tessera.Server.Imports.Orders;

namespace Tessera.Server.Imports.Live;

/// <summary>By what a line of a live order is recognised when the order is sent again.</summary>
/// <remarks>
/// Not by its time: the time of a call is corrected by how long it was under way, so the same order has another one each time it is sent.
/// </remarks>
/// <param name="OrderId">The order.</param>
/// <param name="Product">The product's code, or its description when it has none.</param>
/// <param name="Quantity">How many, negative when they went back.</param>
/// <param name="Amount">The amount in the currency of the order.</param>
/// <param name="Currency">That currency.</param>
/// <param name="Occurrence">The nth such line of the order, from 1.</param>
internal sealed record LiveLine(string OrderId, string Product, decimal Quantity, decimal Amount, string Currency, uint Occurrence)
{
    // Two refunds of the same amount are two, unless they are one that was sent twice.
    private static readonly TimeSpan SameRefund = TimeSpan.FromMinutes(5);

    /// <summary>How far apart a tracked refund and the same one of a file may be: a file may know the day alone, by its own clock.</summary>
    public static TimeSpan SameRefundInFile { get; } = TimeSpan.FromHours(36);

    /// <summary>The line as it is recognised.</summary>
    public static LiveLine Of(StagedOrderLine line) => new(
        line.OrderId.Text, line.Sku.IsEmpty ? line.Description.Text : line.Sku.Text, line.Quantity, line.OriginalAmount, line.OriginalCurrency, line.GivenOccurrence);

    /// <summary>Whether a tracked line is the same as one that is equal but for its time.</summary>
    /// <param name="tracked">The time of the tracked line.</param>
    /// <param name="other">The time of the other line.</param>
    /// <param name="isFiled">Whether the other came in a file.</param>
    public bool IsSame(DateTimeOffset tracked, DateTimeOffset other, bool isFiled) =>
        Quantity > 0 || (tracked - other).Duration() <= (isFiled ? SameRefundInFile : SameRefund);
}
