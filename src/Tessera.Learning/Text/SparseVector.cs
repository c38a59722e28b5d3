namespace Tessera.Learning.Text;

/// <summary>A vector of which few places are not 0. Immutable.</summary>
public sealed class SparseVector
{
    private readonly int[] places;
    private readonly double[] values;

    internal SparseVector(int[] places, double[] values) => (this.places, this.values) = (places, values);

    /// <summary>The places that are not 0, ascending.</summary>
    public ReadOnlySpan<int> Places => places;

    /// <summary>Their values.</summary>
    public ReadOnlySpan<double> Values => values;

    /// <summary>The product with a full vector.</summary>
    internal double Dot(ReadOnlySpan<double> other)
    {
        var sum = 0.0;
        for (var i = 0; i < places.Length; i++)
        {
            sum += values[i] * other[places[i]];
        }

        return sum;
    }

    /// <summary>Adds a multiple of it to a full vector.</summary>
    internal void AddTo(Span<double> target, double factor)
    {
        for (var i = 0; i < places.Length; i++)
        {
            target[places[i]] += factor * values[i];
        }
    }
}
