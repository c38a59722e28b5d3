namespace Tessera.Server.Profiles.Endpoints;

/// <summary>An order of a customer.</summary>
/// <param name="OrderId">Its number.</param>
/// <param name="Time">When it was made.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Amount">The sum of all its lines: negative for an order that only gives back.</param>
/// <param name="Quantity">The pieces of all its lines.</param>
/// <param name="Currency">The currency of the amounts.</param>
/// <param name="Lines">Its lines, in the order of the file they came from.</param>
internal sealed record OrderView(
    string OrderId,
    DateTimeOffset Time,
    OrderStatus Status,
    decimal Amount,
    decimal Quantity,
    string Currency,
    IReadOnlyList<OrderLineView> Lines);

/// <summary>What became of an order.</summary>
internal enum OrderStatus
{
    /// <summary>Something was bought, and nothing of it went back in the same order.</summary>
    Completed,

    /// <summary>It was cancelled, or it is itself a cancelling invoice: nothing in it counts as bought.</summary>
    Cancelled,

    /// <summary>Everything bought went back, or it is itself a return.</summary>
    Returned,

    /// <summary>A part of what was bought went back.</summary>
    PartlyReturned,
}

/// <summary>A line of an order.</summary>
/// <param name="Sku">The product's code.</param>
/// <param name="Description">The product's name.</param>
/// <param name="Quantity">Pieces; negative when they went back.</param>
/// <param name="UnitPrice">The price of one.</param>
/// <param name="Amount">What the line comes to; negative when money went back.</param>
/// <param name="Kind">What the line was taken for: sale, return, cancellation, free, adjustment, fee, discount, other-currency.</param>
internal sealed record OrderLineView(string Sku, string Description, decimal Quantity, decimal UnitPrice, decimal Amount, string Kind);

/// <summary>A page of orders.</summary>
/// <param name="Items">The orders, newest first.</param>
/// <param name="Next">The cursor of the next page; null on the last one.</param>
internal sealed record OrderList(IReadOnlyList<OrderView> Items, string? Next);
