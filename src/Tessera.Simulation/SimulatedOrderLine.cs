namespace Tessera.Simulation;

/// <summary>One line of an order of the shop, or of its return.</summary>
/// <param name="OrderId">The order. A return bears the id of the order that it returns.</param>
/// <param name="Customer">The customer's number from 0, or −1 for a guest without an account.</param>
/// <param name="Time">When it was ordered or refunded, UTC.</param>
/// <param name="Sku">The product's number.</param>
/// <param name="Product">The product's name.</param>
/// <param name="Category">The product's category.</param>
/// <param name="Quantity">How many; negative in a return; never zero.</param>
/// <param name="UnitPrice">The price of one, in EUR.</param>
/// <param name="Country">The customer's country, ISO 3166-1 alpha-2.</param>
public readonly record struct SimulatedOrderLine(
    string OrderId,
    int Customer,
    DateTimeOffset Time,
    string Sku,
    string Product,
    string Category,
    int Quantity,
    decimal UnitPrice,
    string Country)
{
    /// <summary>The customer's id, as in the calls; empty for a guest.</summary>
    public string CustomerId => Customer < 0 ? "" : Shop.ShopPayloads.UserId(Customer);

    /// <summary>Whether the line is part of a return.</summary>
    public bool IsReturn => Quantity < 0;
}
