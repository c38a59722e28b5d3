namespace Tessera.Learning.Recommendation;

/// <summary>Content-based recommendation: items described like those of the history. Serves items that nobody had to do with yet.</summary>
/// <remarks>
/// An item is a vector of its words, each weighing ln(1 + items / items with it), of length 1; a history is the sum of its items' vectors, a score their product.
/// <para>Reference: Lops, de Gemmis and Semeraro (2011), Content-based Recommender Systems, Recommender Systems Handbook, section 3.3.1.1 (TF-IDF and cosine).
/// Complexity: O(words).</para>
/// </remarks>
public sealed class ContentTrainer : IEstimator<Interactions, ContentModel>
{
    private readonly ItemDescriptions descriptions;

    /// <summary>Creates the estimator.</summary>
    /// <param name="descriptions">What the items are.</param>
    public ContentTrainer(ItemDescriptions descriptions) => this.descriptions = descriptions;

    /// <inheritdoc/>
    public ContentModel Fit(Interactions data, IProgress<FitProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var items = data.Items.Select(descriptions.WordsOf).ToList();
        var rarity = items.SelectMany(words => words).CountBy(word => word, StringComparer.Ordinal).ToDictionary(each => each.Key, each => Math.Log(1 + ((double)items.Count / each.Value)), StringComparer.Ordinal);
        var numbers = rarity.Keys.Order(StringComparer.Ordinal).Select((word, number) => (word, number)).ToDictionary(each => each.word, each => each.number, StringComparer.Ordinal);
        var vectors = items.Select(words =>
        {
            var length = Math.Sqrt(words.Sum(word => rarity[word] * rarity[word]));
            return words.Select(word => (numbers[word], rarity[word] / length)).ToArray();
        });
        return new ContentModel(data.Items, [.. vectors], numbers.Count, data.Popularity());
    }
}
