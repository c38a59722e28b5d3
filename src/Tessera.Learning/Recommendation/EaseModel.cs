namespace Tessera.Learning.Recommendation;

/// <summary>What each item says about each other one. Immutable; made by <see cref="EaseTrainer"/>.</summary>
public sealed class EaseModel : IRecommender
{
    private readonly double[] weights;
    private readonly int[] kept;
    private readonly int[] place;
    private readonly double[] popularity;

    internal EaseModel(IReadOnlyList<string> items, double[] weights, int[] kept, int[] place, double[] popularity)
    {
        Items = items;
        this.weights = weights;
        this.kept = kept;
        this.place = place;
        this.popularity = popularity;
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Items { get; }

    /// <inheritdoc/>
    public Convergence Convergence => Convergence.ClosedForm;

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings
    {
        get
        {
            var left = popularity.Count(share => share > 0) - kept.Length;
            return left > 0 ? [$"{left} items with the fewest users were left out of EASE."] : [];
        }
    }

    /// <summary>B_ij: what having the first item says about the second; 0 for an item that was left out.</summary>
    /// <param name="first">An item's number.</param>
    /// <param name="second">Another's.</param>
    public double Weight(int first, int second) => place[first] >= 0 && place[second] >= 0 ? weights[(place[first] * kept.Length) + place[second]] : 0;

    /// <inheritdoc/>
    public double[] Score(ReadOnlySpan<int> items, ReadOnlySpan<double> strengths)
    {
        if (items.Length == 0)
        {
            return [.. popularity];
        }

        var n = kept.Length;
        var sums = new double[n];
        foreach (var item in items)
        {
            if (place[item] >= 0)
            {
                var row = weights.AsSpan(place[item] * n, n);
                for (var j = 0; j < n; j++)
                {
                    sums[j] += row[j];
                }
            }
        }

        var scores = new double[place.Length];
        for (var j = 0; j < n; j++)
        {
            scores[kept[j]] = sums[j];
        }

        return scores;
    }
}
