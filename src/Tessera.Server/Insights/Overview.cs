namespace Tessera.Server.Insights;

/// <summary>How the business is doing. Money counts purchases; what went back stands beside it.</summary>
/// <param name="Currency">The currency of all amounts.</param>
/// <param name="AsOf">The day of the last purchase there is; null when there is none.</param>
/// <param name="From">The first day of the period; null when there are no purchases and none was asked for.</param>
/// <param name="To">The day after the period; null when there are no purchases and none was asked for.</param>
/// <param name="KnownProfiles">Everyone who is known by an identifier now, whether they have bought or not.</param>
/// <param name="Customers">Known customers who had bought at least once by the end of the period.</param>
/// <param name="ActiveCustomers">Known customers who bought in the period.</param>
/// <param name="NewCustomers">Known customers whose first purchase was in the period.</param>
/// <param name="Orders">Orders with at least one purchased line, of known customers and others.</param>
/// <param name="Revenue">The sum of all purchases, of known customers and others; returns are not taken off.</param>
/// <param name="Returns">What went back: returns, cancellations and discounts, as a positive amount.</param>
/// <param name="NetRevenue">Revenue less returns.</param>
/// <param name="AverageOrderValue">Revenue per order; 0 when there are none.</param>
/// <param name="OrdersWithoutCustomer">Orders whose customer is not known.</param>
/// <param name="Change">Against the period of as many days before.</param>
/// <param name="Series">The period in steps, oldest first, without gaps.</param>
/// <param name="TopProducts">The ten products that brought in most.</param>
/// <param name="Countries">Where the money came from, most first.</param>
internal sealed record Overview(
    string Currency,
    DateOnly? AsOf,
    DateOnly? From,
    DateOnly? To,
    long KnownProfiles,
    long Customers,
    long ActiveCustomers,
    long NewCustomers,
    long Orders,
    decimal Revenue,
    decimal Returns,
    decimal NetRevenue,
    decimal AverageOrderValue,
    long OrdersWithoutCustomer,
    OverviewChange Change,
    IReadOnlyList<OverviewPoint> Series,
    IReadOnlyList<TopProduct> TopProducts,
    IReadOnlyList<CountryFigures> Countries);

/// <summary>By what fraction figures have grown against the period before; null where the data do not reach back over the whole of it.</summary>
/// <param name="Revenue">Revenue.</param>
/// <param name="Orders">Orders.</param>
/// <param name="Customers">Customers who bought.</param>
/// <param name="AverageOrderValue">Revenue per order.</param>
internal sealed record OverviewChange(double? Revenue, double? Orders, double? Customers, double? AverageOrderValue);

/// <summary>A step of the period.</summary>
/// <param name="Start">Its first day.</param>
/// <param name="Revenue">The sum of all purchases.</param>
/// <param name="Orders">Orders with at least one purchased line.</param>
/// <param name="Customers">Known customers who bought.</param>
/// <param name="NewCustomers">Known customers whose first purchase it was.</param>
/// <param name="Returns">What went back, as a positive amount.</param>
internal sealed record OverviewPoint(DateOnly Start, decimal Revenue, long Orders, long Customers, long NewCustomers, decimal Returns);

/// <summary>A product that sold.</summary>
/// <param name="Sku">Its code.</param>
/// <param name="Description">What it was called last.</param>
/// <param name="Quantity">Pieces sold.</param>
/// <param name="Revenue">What they brought in.</param>
internal sealed record TopProduct(string Sku, string Description, decimal Quantity, decimal Revenue);

/// <summary>A country that bought.</summary>
/// <param name="Country">The country, as the orders name it.</param>
/// <param name="Customers">Known customers from there who bought.</param>
/// <param name="Revenue">The sum of all purchases from there.</param>
internal sealed record CountryFigures(string Country, long Customers, decimal Revenue);
