using System.Runtime.CompilerServices;
using Tessera.Simulation.Randomness;

namespace Tessera.Simulation.Shop;

/// <summary>A shopper's preferences among the categories: cumulated probabilities in steps of 1/256.</summary>
[InlineArray(Catalogue.CategoryCount)]
internal struct CategoryTaste
{
    private byte first;

    /// <summary>Keeps the given probabilities.</summary>
    public static CategoryTaste From(ReadOnlySpan<double> probabilities)
    {
        var taste = new CategoryTaste();
        var sum = 0.0;
        for (var i = 0; i < Catalogue.CategoryCount; i++)
        {
            sum += probabilities[i];
            taste[i] = (byte)Math.Clamp((int)Math.Floor(sum * 256) - 1, 0, 255);
        }

        taste[Catalogue.CategoryCount - 1] = 255;
        return taste;
    }

    /// <summary>Draws a category.</summary>
    public readonly int Draw(ref RandomStream random)
    {
        var value = (int)(random.NextBits() >> 56);
        var category = 0;
        while (this[category] < value)
        {
            category++;
        }

        return category;
    }
}
