namespace Tessera.Learning.Data;

/// <summary>A column of free text.</summary>
public sealed class TextColumn : Column
{
    private readonly string?[] values;

    /// <summary>Creates the column.</summary>
    /// <param name="name">The name, not empty.</param>
    /// <param name="values">The values, [n]; null where missing.</param>
    public TextColumn(string name, IReadOnlyList<string?> values)
        : base(name, values?.Count ?? throw new ArgumentNullException(nameof(values))) => this.values = [.. values];

    /// <inheritdoc/>
    public override ColumnKind Kind => ColumnKind.Text;

    /// <inheritdoc/>
    public override bool IsMissing(int row) => values[row] is null;

    /// <inheritdoc/>
    public override string? Text(int row) => values[row];

    /// <inheritdoc/>
    public override Column Take(ReadOnlySpan<int> rows)
    {
        var taken = new string?[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            taken[i] = values[rows[i]];
        }

        return new TextColumn(Name, taken);
    }
}
