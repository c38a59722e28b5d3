namespace Tessera.Server.Insights;

/// <summary>What has happened to the tables so far.</summary>
/// <param name="Blocks">Grows with every insert.</param>
/// <param name="Mutations">Grows with every change and removal.</param>
internal sealed record DataStateRow(ulong Blocks, ulong Mutations);

/// <summary>From when to when there are purchases.</summary>
/// <param name="Purchases">How many lines were bought.</param>
/// <param name="FirstPurchase">The time of the first; meaningless without any.</param>
/// <param name="LastPurchase">The time of the last; meaningless without any.</param>
internal sealed record ExtentRow(long Purchases, DateTimeOffset FirstPurchase, DateTimeOffset LastPurchase);

/// <summary>What was sold in a step of a period, or in the whole of it.</summary>
/// <param name="Step">The first day of the step; meaningless for the whole.</param>
/// <param name="IsWhole">Whether the row is about the whole period.</param>
/// <param name="Revenue">The sum of all purchases.</param>
/// <param name="Returns">What went back, as a positive amount.</param>
/// <param name="Orders">Distinct orders.</param>
/// <param name="OrdersWithoutCustomer">Those of them whose customer is not known.</param>
/// <param name="Customers">Distinct known customers who bought.</param>
internal sealed record FiguresRow(
    DateOnly Step, bool IsWhole, decimal Revenue, decimal Returns, long Orders, long OrdersWithoutCustomer, long Customers)
{
    /// <summary>Nothing was sold.</summary>
    public static FiguresRow None { get; } = new(default, IsWhole: true, 0, 0, 0, 0, 0);

    /// <summary>Revenue per order; 0 when there are none.</summary>
    public decimal AverageOrderValue => Orders > 0 ? decimal.Round(Revenue / Orders, 2) : 0;
}

/// <summary>How many customers are in a step.</summary>
/// <param name="Step">The first day of the step.</param>
/// <param name="Customers">How many.</param>
internal sealed record CustomersRow(DateOnly Step, long Customers);

/// <summary>What one product brought in.</summary>
/// <param name="Sku">Its code.</param>
/// <param name="LatestDescription">What it was called last.</param>
/// <param name="SoldQuantity">Pieces sold.</param>
/// <param name="Revenue">What they brought in.</param>
internal sealed record ProductRow(string Sku, string LatestDescription, decimal SoldQuantity, decimal Revenue);
