using System.Runtime.InteropServices;

namespace Tessera.Simulation.Shop;

/// <summary>One line of an order: a product and how many of it.</summary>
/// <param name="Product">Index into <see cref="Catalogue.Products"/>.</param>
/// <param name="Quantity">One or more.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BasketLine(int Product, int Quantity)
{
    /// <summary>Price times quantity.</summary>
    public long Cents => (long)Catalogue.Products[Product].PriceCents * Quantity;
}
