namespace Tessera.Simulation.Randomness;

/// <summary>
/// A fixed list of weights from which an index is drawn in proportion, in constant time by Walker's alias method in the
/// form of Vose (1991), A Linear Algorithm for Generating Random Numbers with a Given Distribution, IEEE TSE 17(9).
/// </summary>
internal sealed class WeightedChoice
{
    private readonly double[] keep;
    private readonly int[] alias;

    /// <param name="weights">Zero or more each, with a positive sum; they need not add up to one.</param>
    public WeightedChoice(params ReadOnlySpan<double> weights)
    {
        var total = 0.0;
        foreach (var weight in weights)
        {
            total += weight >= 0 ? weight : throw new ArgumentOutOfRangeException(nameof(weights), weight, "A weight cannot be negative.");
        }

        if (!(total > 0))
        {
            throw new ArgumentException("At least one weight must be positive.", nameof(weights));
        }

        keep = new double[weights.Length];
        alias = new int[weights.Length];
        var small = new Stack<int>();
        var large = new Stack<int>();
        for (var i = 0; i < weights.Length; i++)
        {
            keep[i] = weights[i] * weights.Length / total;
            (keep[i] < 1 ? small : large).Push(i);
        }

        while (small.Count > 0 && large.Count > 0)
        {
            var less = small.Pop();
            var more = large.Pop();
            alias[less] = more;
            keep[more] -= 1 - keep[less];
            (keep[more] < 1 ? small : large).Push(more);
        }

        // What is left over differs from 1 by rounding only.
        foreach (var rest in small.Concat(large))
        {
            keep[rest] = 1;
        }
    }

    /// <summary>How many indexes there are.</summary>
    public int Count => keep.Length;

    /// <summary>Draws an index.</summary>
    public int Draw(ref RandomStream random)
    {
        var scaled = random.NextDouble() * keep.Length;
        var column = (int)scaled;
        return scaled - column < keep[column] ? column : alias[column];
    }
}
