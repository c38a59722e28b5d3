namespace Tessera.Learning.Data;

/// <summary>The inputs of a model, in their order. Immutable; every fitted model carries its own.</summary>
public sealed class FeatureSchema
{
    private readonly FeatureDefinition[] features;

    /// <summary>Creates a schema.</summary>
    /// <param name="features">The inputs, no two with the same name.</param>
    /// <exception cref="ArgumentException">A name occurs twice.</exception>
    public FeatureSchema(IEnumerable<FeatureDefinition> features)
    {
        this.features = [.. features];
        if (this.features.GroupBy(feature => feature.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"The feature {twice.Key} occurs twice.", nameof(features));
        }
    }

    /// <summary>How many inputs there are.</summary>
    public int Count => features.Length;

    /// <summary>The inputs.</summary>
    public IReadOnlyList<FeatureDefinition> Features => features;

    /// <summary>The input at a position.</summary>
    /// <param name="index">The position, from 0.</param>
    public FeatureDefinition this[int index] => features[index];

    /// <summary>The inputs that some columns of a table make: numbers as they are, times as days since 1970, categories by their names.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">The columns' names, none of them text.</param>
    /// <exception cref="ArgumentException">A column is text.</exception>
    /// <exception cref="KeyNotFoundException">A column is not there.</exception>
    public static FeatureSchema Of(Table table, IEnumerable<string> columns) => new(columns.Select(name => table[name] switch
    {
        CategoricalColumn column => FeatureDefinition.Categorical(name, column.Categories),
        NumericColumn or TimeColumn => FeatureDefinition.Numeric(name),
        _ => throw new ArgumentException($"The column {name} is text, which is no feature as it stands.", nameof(columns)),
    }));

    /// <summary>Reads the inputs from a table, which may have been read from another file.</summary>
    /// <remarks>A category that the schema does not know, and a number that is none, become missing. O(n d).</remarks>
    /// <param name="table">The table; must have a column of each name.</param>
    /// <exception cref="KeyNotFoundException">A column is not there.</exception>
    public FeatureFrame Encode(Table table)
    {
        var columns = new double[features.Length][];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = Encode(features[i], table[features[i].Name]);
        }

        return FeatureFrame.Owning(this, columns, table.RowCount);
    }

    private static double[] Encode(FeatureDefinition feature, Column column)
    {
        if (!feature.IsCategorical && column is NumericColumn numeric)
        {
            return numeric.Values.ToArray();
        }

        var values = new double[column.Count];
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = feature.IsCategorical ? feature.Encode(column.Text(row))
                : column is TimeColumn time ? time.DaysSinceEpoch(row)
                : column.Text(row) is { } text && ValueText.TryNumber(text, out var number) ? number
                : double.NaN;
        }

        return values;
    }
}
