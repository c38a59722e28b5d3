namespace Tessera.Learning.Recommendation;

/// <summary>The share of users with each item. Immutable; made by <see cref="PopularityTrainer"/>.</summary>
public sealed class PopularityModel : IRecommender
{
    private readonly double[] popularity;

    internal PopularityModel(IReadOnlyList<string> items, double[] popularity)
    {
        Items = items;
        this.popularity = popularity;
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Items { get; }

    /// <inheritdoc/>
    public Convergence Convergence => Convergence.ClosedForm;

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings => [];

    /// <inheritdoc/>
    public double[] Score(ReadOnlySpan<int> items, ReadOnlySpan<double> strengths) => [.. popularity];
}
