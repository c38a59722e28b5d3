namespace Tessera.Learning.Recommendation;

/// <summary>Items as vectors of words. Immutable; made by <see cref="ContentTrainer"/>.</summary>
public sealed class ContentModel : IRecommender
{
    private readonly (int Word, double Weight)[][] vectors;
    private readonly int wordCount;
    private readonly double[] popularity;

    internal ContentModel(IReadOnlyList<string> items, (int Word, double Weight)[][] vectors, int wordCount, double[] popularity)
    {
        Items = items;
        this.vectors = vectors;
        this.wordCount = wordCount;
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

        var profile = new double[wordCount];
        foreach (var item in items)
        {
            foreach (var (word, weight) in vectors[item])
            {
                profile[word] += weight / items.Length;
            }
        }

        var scores = new double[vectors.Length];
        for (var item = 0; item < scores.Length; item++)
        {
            foreach (var (word, weight) in vectors[item])
            {
                scores[item] += weight * profile[word];
            }
        }

        return scores;
    }
}
