namespace Tessera.Learning.Data;

/// <summary>One input of a model: its name and, if it is a category, the names it was fitted on.</summary>
public sealed class FeatureDefinition
{
    private readonly string[] categories;
    private readonly Dictionary<string, int> codes = new(StringComparer.Ordinal);

    private FeatureDefinition(string name, bool isCategorical, string[] categories)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
        IsCategorical = isCategorical;
        this.categories = categories;
        for (var code = 0; code < categories.Length; code++)
        {
            if (!codes.TryAdd(categories[code], code))
            {
                throw new ArgumentException($"The feature {name} has the category {categories[code]} twice.", nameof(categories));
            }
        }
    }

    /// <summary>The name: the column it is read from.</summary>
    public string Name { get; }

    /// <summary>Whether it is a category rather than a number.</summary>
    public bool IsCategorical { get; }

    /// <summary>The names of a categorical feature, by code; empty for a number.</summary>
    public IReadOnlyList<string> Categories => categories;

    /// <summary>A number.</summary>
    /// <param name="name">The name, not empty.</param>
    public static FeatureDefinition Numeric(string name) => new(name, isCategorical: false, []);

    /// <summary>A category.</summary>
    /// <param name="name">The name, not empty.</param>
    /// <param name="categories">The names by code, each once.</param>
    public static FeatureDefinition Categorical(string name, IEnumerable<string> categories) => new(name, isCategorical: true, [.. categories]);

    /// <summary>The value of a category in a row of a model's input: its code, or not-a-number where it is missing or was never seen.</summary>
    /// <param name="category">The name, or null where missing.</param>
    public double Encode(string? category) => category is not null && codes.TryGetValue(category, out var code) ? code : double.NaN;
}
