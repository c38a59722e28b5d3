namespace Tessera.Learning.Data;

/// <summary>The values of a model's inputs for n rows, column by column. Immutable.</summary>
/// <remarks>A number is itself, a category its code in the schema; not-a-number stands for a missing value.</remarks>
public sealed class FeatureFrame
{
    private readonly double[][] columns;

    private FeatureFrame(FeatureSchema schema, double[][] columns, int rowCount)
    {
        Schema = schema;
        this.columns = columns;
        RowCount = rowCount;
    }

    /// <summary>What the columns are.</summary>
    public FeatureSchema Schema { get; }

    /// <summary>How many rows there are.</summary>
    public int RowCount { get; }

    /// <summary>The values of an input, [n].</summary>
    /// <param name="feature">Its position in the schema.</param>
    public ReadOnlySpan<double> this[int feature] => columns[feature];

    /// <summary>Creates a frame.</summary>
    /// <param name="schema">What the columns are.</param>
    /// <param name="columns">The values, [d][n]; they are copied.</param>
    /// <exception cref="ArgumentException">Their number or lengths do not fit, a number is infinite, or a code is none of its feature's.</exception>
    public static FeatureFrame Of(FeatureSchema schema, IReadOnlyList<double[]> columns)
    {
        var rowCount = columns.Count == 0 ? 0 : columns[0].Length;
        if (columns.Count != schema.Count || columns.Any(column => column.Length != rowCount))
        {
            throw new ArgumentException($"The schema has {schema.Count} features; that many columns of one length are needed.", nameof(columns));
        }

        for (var i = 0; i < columns.Count; i++)
        {
            Check(schema[i], columns[i]);
        }

        return new FeatureFrame(schema, [.. columns.Select(column => (double[])column.Clone())], rowCount);
    }

    /// <summary>A frame of numbers.</summary>
    /// <param name="names">The names of the columns.</param>
    /// <param name="columns">The values, [d][n]; they are copied.</param>
    public static FeatureFrame Numeric(IEnumerable<string> names, IReadOnlyList<double[]> columns) =>
        Of(new FeatureSchema(names.Select(FeatureDefinition.Numeric)), columns);

    /// <summary>Copies the inputs of one row.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <param name="values">Where to, [d].</param>
    public void CopyRow(int row, Span<double> values)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            values[i] = columns[i][row];
        }
    }

    /// <summary>The frame with some of its rows, in the given order.</summary>
    /// <param name="rows">The rows, from 0; a row may stand there more than once.</param>
    public FeatureFrame Take(ReadOnlySpan<int> rows)
    {
        var taken = new double[columns.Length][];
        for (var i = 0; i < taken.Length; i++)
        {
            var column = columns[i];
            var values = new double[rows.Length];
            for (var j = 0; j < values.Length; j++)
            {
                values[j] = column[rows[j]];
            }

            taken[i] = values;
        }

        return new FeatureFrame(Schema, taken, rows.Length);
    }

    /// <summary>The frame with one more number per row.</summary>
    internal FeatureFrame With(string name, double[] values) =>
        new(new FeatureSchema([.. Schema.Features, FeatureDefinition.Numeric(name)]), [.. columns, values], RowCount);

    /// <summary>The frame with one feature set to a value in all rows.</summary>
    internal FeatureFrame Fixed(int feature, double value)
    {
        var changed = (double[][])columns.Clone();
        changed[feature] = new double[RowCount];
        Array.Fill(changed[feature], value);
        Check(Schema[feature], [value]);
        return new FeatureFrame(Schema, changed, RowCount);
    }

    /// <summary>The frame with the values of one feature taken from other rows.</summary>
    internal FeatureFrame Shuffled(int feature, int[] rows)
    {
        var shuffled = (double[][])columns.Clone();
        shuffled[feature] = [.. rows.Select(row => columns[feature][row])];
        return new FeatureFrame(Schema, shuffled, RowCount);
    }

    internal static FeatureFrame Owning(FeatureSchema schema, double[][] columns, int rowCount) => new(schema, columns, rowCount);

    internal double[] Column(int feature) => columns[feature];

    private static void Check(FeatureDefinition feature, double[] values)
    {
        foreach (var value in values)
        {
            if (double.IsInfinity(value))
            {
                throw new ArgumentException($"The feature {feature.Name} has an infinite value.", nameof(values));
            }

            if (feature.IsCategorical && !double.IsNaN(value) && (value != Math.Floor(value) || value < 0 || value >= feature.Categories.Count))
            {
                throw new ArgumentException($"The feature {feature.Name} has the code {value}, which is none of its categories.", nameof(values));
            }
        }
    }
}
