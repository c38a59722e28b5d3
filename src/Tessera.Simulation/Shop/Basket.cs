using Tessera.Simulation.Randomness;

namespace Tessera.Simulation.Shop;

/// <summary>
/// Fills the basket of an order. The order's value z is drawn from the gamma-gamma model and split among lines; a line's share
/// t buys a product of price p ≤ t, t/p times on average (rounded up or down at random), so that the expected value of the
/// basket given z is z. A function of the shopper and the order's key.
/// </summary>
internal static class Basket
{
    /// <summary>The most lines in a basket.</summary>
    public const int MaxLines = 40;

    /// <summary>How often a shopper looks for something better in style or more popular before taking what is there.</summary>
    private const int MaxLooks = 5;

    private const double StyleLoyalty = 0.55;

    /// <summary>Fills the lines of an order. Returns how many there are, at least one.</summary>
    public static int Fill(in Shopper shopper, ShopperClass kind, ulong key, Span<BasketLine> lines)
    {
        var random = new RandomStream(key);
        var value = random.Gamma(kind.SpendShape, shopper.SpendRate);
        var wanted = Math.Min(MaxLines, 1 + random.NegativeBinomial(kind.ExtraLines, 1.5));
        Span<double> shares = stackalloc double[wanted];
        var total = 0.0;
        foreach (ref var share in shares)
        {
            share = -PortableMath.Log(random.NextOpenDouble() * random.NextOpenDouble());
            total += share;
        }

        var count = 0;
        foreach (var share in shares)
        {
            var cents = value * share / total;
            var product = Choose(shopper, kind, cents, ref random);
            var exact = cents / Catalogue.Products[product].PriceCents;
            var quantity = (int)Math.Min(100_000, Math.Floor(exact + random.NextDouble()));
            count = Put(lines, count, product, quantity);
        }

        return count > 0 ? count : Put(lines, 0, CheapestOf(shopper.Taste.Draw(ref random)), 1);
    }

    /// <summary>A product that the shopper might look at, without a budget.</summary>
    public static int LookAt(in Shopper shopper, ShopperClass kind, ref RandomStream random) =>
        Choose(shopper, kind, random.LogNormal(3000, 0.8), ref random);

    /// <summary>The lines of an order that come back. Returns how many there are, at least one.</summary>
    public static int FillReturn(in Shopper shopper, ShopperClass kind, ulong key, Span<BasketLine> lines)
    {
        Span<BasketLine> bought = stackalloc BasketLine[MaxLines];
        var count = Fill(shopper, kind, key, bought);
        var random = new RandomStream(SplitMix64.Combine(key, 1));
        var everything = random.Chance(0.4);
        var certain = random.NextInt(count);
        var returned = 0;
        for (var i = 0; i < count; i++)
        {
            if (everything || i == certain || random.Chance(0.25))
            {
                lines[returned++] = bought[i];
            }
        }

        return returned;
    }

    private static int Choose(in Shopper shopper, ShopperClass kind, double cents, ref RandomStream random)
    {
        var category = shopper.Taste.Draw(ref random);
        var affordable = Catalogue.Affordable(category, (int)Math.Min(cents, int.MaxValue / 2));
        if (affordable == 0)
        {
            return CheapestOf(category);
        }

        var chosen = 0;
        for (var look = 0; look < MaxLooks; look++)
        {
            var below = (int)Math.Min(Catalogue.ProductsPerCategory, PortableMath.Log(random.NextOpenDouble()) * kind.ThriftScale);
            chosen = (category * Catalogue.ProductsPerCategory) + Math.Max(0, affordable - 1 - below);
            var product = Catalogue.Products[chosen];
            var pleases = product.Style == shopper.Style ? 1 : 1 - StyleLoyalty;
            if (random.NextDouble() < product.Popularity * pleases)
            {
                break;
            }
        }

        return chosen;
    }

    private static int CheapestOf(int category) => category * Catalogue.ProductsPerCategory;

    private static int Put(Span<BasketLine> lines, int count, int product, int quantity)
    {
        if (quantity == 0)
        {
            return count;
        }

        for (var i = 0; i < count; i++)
        {
            if (lines[i].Product == product)
            {
                lines[i] = new BasketLine(product, lines[i].Quantity + quantity);
                return count;
            }
        }

        lines[count] = new BasketLine(product, quantity);
        return count + 1;
    }
}
