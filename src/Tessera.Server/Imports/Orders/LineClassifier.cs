using Tessera.Server.Imports.Contracts;

namespace Tessera.Server.Imports.Orders;

/// <summary>Says what a line means for the money a customer is worth.</summary>
/// <remarks>
/// The rules, the first that fits wins; see <c>docs/concepts/order-lines.md</c>.
/// <list type="number">
/// <item>a bad debt written off or back is an adjustment;</item>
/// <item>a line of a cancelled order, or of a cancelling invoice (number <c>C…</c>, negative quantity or amount), is a cancellation;</item>
/// <item>a line of a refunded order is a return;</item>
/// <item>a negative or zero quantity that comes to nothing, without a customer, is an adjustment (of stock);</item>
/// <item>a negative quantity or amount is a discount when its code says so, else a return;</item>
/// <item>a line that comes to nothing is free (or, when neither customer nor any price in its whole order is known, an adjustment: the publisher sees that);</item>
/// <item>a fee or commission without a customer is a fee;</item>
/// <item>everything else is a sale.</item>
/// </list>
/// </remarks>
internal static class LineClassifier
{
    /// <summary>The kind of a line, one of <see cref="OrderLineKinds"/>.</summary>
    /// <param name="orderId">The order's or invoice's number.</param>
    /// <param name="lineType">What the line is about, one of <see cref="LineTypes"/>.</param>
    /// <param name="outcome">What became of the order by its status.</param>
    /// <param name="quantity">How many.</param>
    /// <param name="amount">What the line comes to.</param>
    /// <param name="hasCustomer">Whether the customer is known.</param>
    public static string Classify(
        string orderId, string lineType, OrderOutcome outcome, decimal quantity, decimal amount, bool hasCustomer)
    {
        var isNegative = quantity < 0 || amount < 0;
        var isFree = amount == 0;
        return lineType switch
        {
            LineTypes.BadDebt => OrderLineKinds.Adjustment,
            _ when outcome == OrderOutcome.Cancelled || (isNegative && IsCancellingNumber(orderId)) => OrderLineKinds.Cancellation,
            _ when outcome == OrderOutcome.Returned => OrderLineKinds.Return,
            _ when isFree && quantity <= 0 && !hasCustomer => OrderLineKinds.Adjustment,
            LineTypes.Discount when isNegative => OrderLineKinds.Discount,
            _ when isNegative => OrderLineKinds.Return,
            _ when isFree => OrderLineKinds.Free,
            LineTypes.Fee or LineTypes.Commission when !hasCustomer => OrderLineKinds.Fee,
            _ => OrderLineKinds.Sale,
        };
    }

    /// <summary>Whether a number is that of an invoice that cancels another: <c>C536379</c>.</summary>
    public static bool IsCancellingNumber(string orderId) =>
        orderId.Length > 1 && orderId[0] is 'C' or 'c' && !orderId.AsSpan(1).ContainsAnyExceptInRange('0', '9');
}
