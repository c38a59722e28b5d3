namespace Tessera.Learning.Data;

/// <summary>A column whose values are one of a limited set of names.</summary>
public sealed class CategoricalColumn : Column
{
    /// <summary>The code of a missing value.</summary>
    public const int Missing = -1;

    private readonly int[] codes;
    private readonly string[] categories;

    /// <summary>Creates the column from its values.</summary>
    /// <param name="name">The name, not empty.</param>
    /// <param name="values">The values, [n]; null where missing. Categories are sorted by code point, so that the order of the rows does not matter.</param>
    public CategoricalColumn(string name, IReadOnlyList<string?> values)
        : this(name, Encode(values ?? throw new ArgumentNullException(nameof(values)), out var categories), categories)
    {
    }

    private CategoricalColumn(string name, int[] codes, string[] categories)
        : base(name, codes.Length)
    {
        this.codes = codes;
        this.categories = categories;
    }

    /// <inheritdoc/>
    public override ColumnKind Kind => ColumnKind.Categorical;

    /// <summary>The names, sorted by code point.</summary>
    public IReadOnlyList<string> Categories => categories;

    /// <summary>The index into <see cref="Categories"/> of each row, [n]; <see cref="Missing"/> where missing.</summary>
    public ReadOnlySpan<int> Codes => codes;

    /// <inheritdoc/>
    public override bool IsMissing(int row) => codes[row] == Missing;

    /// <inheritdoc/>
    public override string? Text(int row) => codes[row] is >= 0 and var code ? categories[code] : null;

    /// <inheritdoc/>
    public override Column Take(ReadOnlySpan<int> rows)
    {
        var taken = new int[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            taken[i] = codes[rows[i]];
        }

        return new CategoricalColumn(Name, taken, categories);
    }

    private static int[] Encode(IReadOnlyList<string?> values, out string[] sorted)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var value in values)
        {
            if (value is not null)
            {
                known.TryAdd(value, 0);
            }
        }

        sorted = [.. known.Keys.Order(StringComparer.Ordinal)];
        for (var code = 0; code < sorted.Length; code++)
        {
            known[sorted[code]] = code;
        }

        var encoded = new int[values.Count];
        for (var row = 0; row < encoded.Length; row++)
        {
            encoded[row] = values[row] is { } value ? known[value] : Missing;
        }

        return encoded;
    }
}
