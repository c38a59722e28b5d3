using System.Collections.Immutable;
using System.Globalization;
using Tessera.Simulation.Randomness;

namespace Tessera.Simulation.Shop;

/// <summary>
/// What the shop sells: twelve categories of thirty products each, the same in every run. Within a category, products stand
/// in order of price.
/// </summary>
internal static class Catalogue
{
    public const int CategoryCount = 12;
    public const int ProductsPerCategory = 30;
    public const int StyleCount = 5;

    private static readonly string[] Styles = ["Scandi", "Vintage", "Botanical", "Bright", "Classic"];

    private static readonly string[] Colours = ["Sage", "Ivory", "Terracotta", "Navy", "Blush", "Charcoal", "Ochre", "Moss", "Sky", "Plum"];

    // Code, name, median price in cents, things.
    private static readonly (string Code, string Name, int MedianCents, string[] Things)[] Categories =
    [
        ("CAN", "Candles & Light", 1190, ["Tea Light Holder", "Pillar Candle", "Lantern", "String Lights", "Candle Set", "Table Lamp"]),
        ("KIT", "Kitchen", 1690, ["Mixing Bowl", "Storage Jar", "Apron", "Chopping Board", "Tea Towel", "Enamel Pot"]),
        ("TAB", "Tableware", 1490, ["Mug", "Dinner Plate", "Cake Stand", "Glass Set", "Napkins", "Serving Tray"]),
        ("TEX", "Textiles", 2990, ["Cushion Cover", "Throw", "Table Runner", "Bath Towel", "Duvet Cover", "Curtain"]),
        ("STA", "Stationery", 790, ["Notebook", "Greeting Card Set", "Washi Tape", "Desk Calendar", "Pen Pot", "Wrapping Paper"]),
        ("TOY", "Toys", 1790, ["Wooden Puzzle", "Soft Bear", "Building Blocks", "Board Game", "Spinning Top", "Doll House"]),
        ("GAR", "Garden", 2290, ["Plant Pot", "Watering Can", "Bird House", "Garden Stool", "Seed Box", "Wind Chime"]),
        ("DEC", "Decoration", 1990, ["Vase", "Picture Frame", "Wall Clock", "Mirror", "Figurine", "Wall Hook"]),
        ("JEW", "Jewellery", 3490, ["Earrings", "Bracelet", "Necklace", "Ring", "Brooch", "Jewellery Box"]),
        ("BAG", "Bags", 2790, ["Tote Bag", "Lunch Bag", "Weekend Bag", "Purse", "Shopper", "Wash Bag"]),
        ("PAR", "Party", 690, ["Paper Garland", "Balloon Set", "Cake Cases", "Party Hats", "Paper Straws", "Invitation Cards"]),
        ("BAT", "Bath & Care", 1290, ["Soap Bar", "Bath Salts", "Hand Cream", "Soap Dish", "Room Spray", "Gift Box"]),
    ];

    private static readonly ImmutableArray<Product> Items = Create();

    /// <summary>All products; a product's index is its number.</summary>
    public static ImmutableArray<Product> Products => Items;

    /// <summary>The name of a category.</summary>
    public static string CategoryName(int category) => Categories[category].Name;

    /// <summary>The name of a style.</summary>
    public static string StyleName(int style) => Styles[style];

    /// <summary>How many products of a category cost at most so much; they are the first ones.</summary>
    public static int Affordable(int category, int cents)
    {
        var first = category * ProductsPerCategory;
        var low = 0;
        var high = ProductsPerCategory;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Items[first + middle].PriceCents <= cents)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private static ImmutableArray<Product> Create()
    {
        var keys = new StreamKeys(seed: 0, scenario: 2);
        var products = new List<Product>();
        for (var category = 0; category < CategoryCount; category++)
        {
            var (code, name, median, things) = Categories[category];
            var random = keys.Stream(StreamPurpose.Catalogue, category);
            var made = new List<(int Cents, int Style, string Name, double Popularity)>();
            for (var item = 0; item < ProductsPerCategory; item++)
            {
                // Prices end in 0.90 or 0.50, as shop prices do.
                var raw = (int)random.LogNormal(median, 0.75);
                var cents = Math.Max(90, (raw / 100 * 100) + (random.Chance(0.7) ? 90 : 50));
                var style = item % StyleCount;
                var colour = Colours[(item + (3 * category)) % Colours.Length];
                made.Add((cents, style, $"{Styles[style]} {things[item % things.Length]}, {colour}", 0.15 + (0.85 * random.Beta(1.2, 2.5))));
            }

            foreach (var (cents, style, text, popularity) in made.OrderBy(one => one.Cents).ThenBy(one => one.Name, StringComparer.Ordinal))
            {
                var number = (products.Count % ProductsPerCategory) + 1;
                var sku = string.Create(CultureInfo.InvariantCulture, $"{code}-{number:00}");
                products.Add(new Product(sku, text, category, name, style, cents, popularity));
            }
        }

        return [.. products];
    }
}
