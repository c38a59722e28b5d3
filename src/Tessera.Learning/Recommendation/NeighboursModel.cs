namespace Tessera.Learning.Recommendation;

/// <summary>The neighbours of each item. Immutable; made by <see cref="NeighboursTrainer"/>.</summary>
public sealed class NeighboursModel : IRecommender
{
    private readonly (int Item, double Similarity)[][] reached;
    private readonly double[] popularity;

    internal NeighboursModel(IReadOnlyList<string> items, (int Item, double Similarity)[][] reached, double[] popularity)
    {
        Items = items;
        this.reached = reached;
        this.popularity = popularity;
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Items { get; }

    /// <inheritdoc/>
    public Convergence Convergence => Convergence.ClosedForm;

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings => [];

    /// <inheritdoc/>
    public double[] Score(ReadOnlySpan<int> items, ReadOnlySpan<double> strengths)
    {
        if (items.Length == 0)
        {
            return [.. popularity];
        }

        var scores = new double[Items.Count];
        foreach (var item in items)
        {
            foreach (var (other, similarity) in reached[item])
            {
                scores[other] += similarity;
            }
        }

        return scores;
    }
}
