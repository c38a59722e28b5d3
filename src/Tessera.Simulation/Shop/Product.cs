using System.Text.Json;
using Tessera.Simulation.Running;

namespace Tessera.Simulation.Shop;

/// <summary>A product of the shop's catalogue.</summary>
internal sealed class Product
{
    public Product(string sku, string name, int category, string categoryName, int style, int priceCents, double popularity)
    {
        Sku = sku;
        Name = name;
        Category = category;
        CategoryName = categoryName;
        Style = style;
        PriceCents = priceCents;
        Price = priceCents / 100m;
        Popularity = popularity;
        EncodedSku = JsonText.Of(sku);
        EncodedName = JsonText.Of(name);
        EncodedCategory = JsonText.Of(categoryName);
    }

    public string Sku { get; }

    public string Name { get; }

    public int Category { get; }

    public string CategoryName { get; }

    /// <summary>Which of the styles the product is in; shoppers have a favourite.</summary>
    public int Style { get; }

    public int PriceCents { get; }

    /// <summary>The price in the currency.</summary>
    public decimal Price { get; }

    /// <summary>The probability that a shopper who comes upon the product takes it, 0 to 1.</summary>
    public double Popularity { get; }

    public JsonEncodedText EncodedSku { get; }

    public JsonEncodedText EncodedName { get; }

    public JsonEncodedText EncodedCategory { get; }
}
