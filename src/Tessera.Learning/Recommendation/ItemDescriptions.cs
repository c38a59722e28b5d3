namespace Tessera.Learning.Recommendation;

/// <summary>What items are, in words: categories, brands, words of a description. Immutable.</summary>
public sealed class ItemDescriptions
{
    private readonly Dictionary<string, string[]> wordsOfItem;

    /// <summary>Creates it.</summary>
    /// <param name="words">The words of each item, by its name; items may be among them that nobody had to do with.</param>
    public ItemDescriptions(IEnumerable<KeyValuePair<string, IEnumerable<string>>> words) =>
        wordsOfItem = words.ToDictionary(each => each.Key, each => each.Value.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);

    /// <summary>The items that are described.</summary>
    public IReadOnlyCollection<string> Items => wordsOfItem.Keys;

    /// <summary>The words of an item, sorted; none where it is not described.</summary>
    /// <param name="item">Its name.</param>
    public IReadOnlyList<string> WordsOf(string item) => wordsOfItem.GetValueOrDefault(item, []);
}
