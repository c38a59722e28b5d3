namespace Tessera.Server.Profiles;

/// <summary>An order as the engine answers it.</summary>
/// <param name="OrderId">The order's number.</param>
/// <param name="OrderedAt">The time of its first line.</param>
/// <param name="OrderCurrency">The currency of its amounts.</param>
/// <param name="OrderAmount">The sum of all its lines.</param>
/// <param name="OrderQuantity">The pieces of all its lines.</param>
/// <param name="Sold">The sum of its purchased lines.</param>
/// <param name="GivenBack">What went back, as a positive amount.</param>
/// <param name="CancelledLines">How many lines are cancellations.</param>
/// <param name="ReturnedLines">How many lines are returns.</param>
/// <param name="Lines">The lines, in the order of the file they came from.</param>
internal sealed record OrderRow(
    string OrderId,
    DateTimeOffset OrderedAt,
    string OrderCurrency,
    decimal OrderAmount,
    decimal OrderQuantity,
    decimal Sold,
    decimal GivenBack,
    long CancelledLines,
    long ReturnedLines,
    IReadOnlyList<(string Sku, string Description, decimal Quantity, decimal UnitPrice, decimal Amount, string Kind, ulong SourceLine)> Lines);
