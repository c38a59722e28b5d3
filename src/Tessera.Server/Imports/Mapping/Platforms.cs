using Tessera.Server.Imports.Reading;

namespace Tessera.Server.Imports.Mapping;

/// <summary>Exports that are recognised as a whole by columns that only they have, because single names would mislead.</summary>
internal static class Platforms
{
    private static readonly Platform[] Known =
    [
        UciOnlineRetail("InvoiceNo", "UnitPrice", "CustomerID"),
        UciOnlineRetail("Invoice", "Price", "Customer ID"),
        new("a Shopify order export",
            ["Name", "Financial Status", "Lineitem name", "Lineitem price"],
            new(StringComparer.Ordinal)
            {
                [OrderTargets.OrderId] = "Name", // #1001: what Shopify calls the order's number
                [OrderTargets.Email] = "Email",
                [OrderTargets.CustomerName] = "Billing Name",
                [OrderTargets.Time] = "Created at",
                [OrderTargets.Sku] = "Lineitem sku",
                [OrderTargets.Description] = "Lineitem name",
                [OrderTargets.Quantity] = "Lineitem quantity",
                [OrderTargets.UnitPrice] = "Lineitem price",
                [OrderTargets.Currency] = "Currency",
                [OrderTargets.Country] = "Shipping Country",
                [OrderTargets.Status] = "Financial Status",
            }),
        new("an Amazon order report",
            ["amazon-order-id", "purchase-date", "item-price"],
            new(StringComparer.Ordinal)
            {
                [OrderTargets.OrderId] = "amazon-order-id",
                [OrderTargets.Email] = "buyer-email",
                [OrderTargets.CustomerName] = "buyer-name",
                [OrderTargets.Time] = "purchase-date",
                [OrderTargets.Sku] = "sku",
                [OrderTargets.Description] = "product-name",
                [OrderTargets.Quantity] = "quantity",
                [OrderTargets.Amount] = "item-price", // for all pieces of the line together
                [OrderTargets.Currency] = "currency",
                [OrderTargets.Country] = "ship-country",
                [OrderTargets.Status] = "order-status",
            }),
        new("a Stripe payments export",
            ["id", "Created (UTC)", "Amount", "Converted Amount"],
            new(StringComparer.Ordinal)
            {
                [OrderTargets.OrderId] = "id",
                [OrderTargets.CustomerId] = "Customer ID",
                [OrderTargets.Email] = "Customer Email",
                [OrderTargets.Time] = "Created (UTC)",
                [OrderTargets.Description] = "Description",
                [OrderTargets.Amount] = "Amount",
                [OrderTargets.Currency] = "Currency",
                [OrderTargets.Status] = "Status",
            }),
    ];

    /// <summary>The platform whose export has these columns, or null.</summary>
    public static Platform? Recognise(ColumnNames columns) => Array.Find(Known, platform => platform.Signature.All(name => Has(columns, name)));

    // The two editions of the data set, 2010-2011 and 2009-2011. Its shop is in Britain.
    private static Platform UciOnlineRetail(string invoice, string price, string customer) => new(
        "UCI's Online Retail data set",
        [invoice, "StockCode", "Description", "Quantity", "InvoiceDate", price, customer, "Country"],
        new(StringComparer.Ordinal)
        {
            [OrderTargets.OrderId] = invoice,
            [OrderTargets.CustomerId] = customer,
            [OrderTargets.Time] = "InvoiceDate",
            [OrderTargets.Sku] = "StockCode",
            [OrderTargets.Description] = "Description",
            [OrderTargets.Quantity] = "Quantity",
            [OrderTargets.UnitPrice] = price,
            [OrderTargets.Country] = "Country",
        },
        Currency: "GBP");

    private static bool Has(ColumnNames columns, string name)
    {
        var normal = ColumnNames.Normalise(name);
        return columns.All.Count(column => ColumnNames.Normalise(column) == normal) == 1;
    }
}
