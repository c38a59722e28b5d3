namespace Tessera.Learning.Recommendation;

/// <summary>Several recommenders joined: a weighted sum of their scores, each in units of its own deviation over the items. Immutable.</summary>
/// <remarks>Reference: Burke (2002), Hybrid Recommender Systems: Survey and Experiments, User Modeling and User-Adapted Interaction 12, section 4.1 (weighted).</remarks>
public sealed class HybridModel : IRecommender
{
    private readonly (IRecommender Model, double Weight)[] parts;

    /// <summary>Joins recommenders.</summary>
    /// <param name="parts">The models, fitted on the same items, with weights that are finite and not negative.</param>
    /// <exception cref="ArgumentException">There is none, a weight is negative, or the items differ.</exception>
    public HybridModel(IEnumerable<(IRecommender Model, double Weight)> parts)
    {
        this.parts = [.. parts];
        if (this.parts.Length == 0 || this.parts.Any(part => !(part.Weight >= 0 && double.IsFinite(part.Weight))))
        {
            throw new ArgumentException("A hybrid needs at least one model, and weights of at least 0.", nameof(parts));
        }

        if (this.parts.Any(part => !part.Model.Items.SequenceEqual(this.parts[0].Model.Items, StringComparer.Ordinal)))
        {
            throw new ArgumentException("The models of a hybrid were fitted on different items.", nameof(parts));
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Items => parts[0].Model.Items;

    /// <inheritdoc/>
    public Convergence Convergence => parts[0].Model.Convergence;

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings => [.. parts.SelectMany(part => part.Model.Warnings)];

    /// <inheritdoc/>
    public double[] Score(ReadOnlySpan<int> items, ReadOnlySpan<double> strengths)
    {
        var sum = new double[Items.Count];
        foreach (var (model, weight) in parts)
        {
            var scores = model.Score(items, strengths);
            var mean = scores.Average();
            var deviation = Math.Sqrt(scores.Average(score => (score - mean) * (score - mean)));
            for (var item = 0; item < sum.Length && deviation > 0; item++)
            {
                sum[item] += weight * scores[item] / deviation;
            }
        }

        return sum;
    }
}
