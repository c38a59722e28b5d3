using System.Globalization;

namespace Tessera.Learning.Data;

/// <summary>A column of numbers; not-a-number stands for a missing value.</summary>
public sealed class NumericColumn : Column
{
    private readonly double[] values;

    /// <summary>Creates the column.</summary>
    /// <param name="name">The name, not empty.</param>
    /// <param name="values">The values, [n]; they are copied. Infinities are allowed here and refused by estimators.</param>
    public NumericColumn(string name, ReadOnlySpan<double> values)
        : this(name, values.ToArray())
    {
    }

    private NumericColumn(string name, double[] owned)
        : base(name, owned.Length) => values = owned;

    /// <inheritdoc/>
    public override ColumnKind Kind => ColumnKind.Numeric;

    /// <summary>The values, [n]; not-a-number where missing.</summary>
    public ReadOnlySpan<double> Values => values;

    /// <inheritdoc/>
    public override bool IsMissing(int row) => double.IsNaN(values[row]);

    /// <inheritdoc/>
    public override string? Text(int row) => IsMissing(row) ? null : values[row].ToString("R", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override Column Take(ReadOnlySpan<int> rows)
    {
        var taken = new double[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            taken[i] = values[rows[i]];
        }

        return new NumericColumn(Name, taken);
    }

    internal static NumericColumn Owning(string name, double[] values) => new(name, values);
}
