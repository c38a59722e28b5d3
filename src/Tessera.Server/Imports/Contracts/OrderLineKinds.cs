namespace Tessera.Server.Imports.Contracts;

/// <summary>The values of <c>order_lines.kind</c>: what a line means for the money a customer is worth.</summary>
internal static class OrderLineKinds
{
    /// <summary>Something bought and paid for: quantity and price above zero, order not cancelled. The only kind that counts as a purchase.</summary>
    public const string Sale = "sale";

    /// <summary>Goods or money given back: negative quantity or amount on an order that stands.</summary>
    public const string Return = "return";

    /// <summary>A line of a cancelled or voided order, or of a cancelling invoice.</summary>
    public const string Cancellation = "cancellation";

    /// <summary>Given away: price zero.</summary>
    public const string Free = "free";

    /// <summary>Bookkeeping without a customer: stock corrections, bad debts.</summary>
    public const string Adjustment = "adjustment";

    /// <summary>A charge of the shop's own suppliers, such as bank or marketplace fees.</summary>
    public const string Fee = "fee";

    /// <summary>A discount booked as a line of its own.</summary>
    public const string Discount = "discount";

    /// <summary>A line in a currency for which neither the workspace nor the import's options give a rate.</summary>
    public const string OtherCurrency = "other-currency";

    /// <summary>Every kind, in the order in which reports list them.</summary>
    public static IReadOnlyList<string> All { get; } = [Sale, Return, Cancellation, Free, Adjustment, Fee, Discount, OtherCurrency];
}
