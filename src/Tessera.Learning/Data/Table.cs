using System.Diagnostics.CodeAnalysis;

namespace Tessera.Learning.Data;

/// <summary>Named columns of equal length: what a plain file holds once its types are known. Immutable.</summary>
public sealed class Table
{
    private readonly Column[] columns;
    private readonly Dictionary<string, Column> byName = new(StringComparer.Ordinal);

    /// <summary>Creates a table.</summary>
    /// <param name="columns">At least one column; equally long; no two with the same name.</param>
    /// <exception cref="ArgumentException">There is no column, or names or lengths do not fit.</exception>
    public Table(IEnumerable<Column> columns)
    {
        this.columns = [.. columns];
        if (this.columns.Length == 0)
        {
            throw new ArgumentException("A table needs at least one column.", nameof(columns));
        }

        RowCount = this.columns[0].Count;
        foreach (var column in this.columns)
        {
            if (column.Count != RowCount)
            {
                throw new ArgumentException($"The column {column.Name} has {column.Count} rows where others have {RowCount}.", nameof(columns));
            }

            if (!byName.TryAdd(column.Name, column))
            {
                throw new ArgumentException($"There are two columns called {column.Name}.", nameof(columns));
            }
        }
    }

    /// <summary>The columns, in their order.</summary>
    public IReadOnlyList<Column> Columns => columns;

    /// <summary>How many rows there are.</summary>
    public int RowCount { get; }

    /// <summary>The column of a name.</summary>
    /// <param name="name">The name; upper and lower case differ.</param>
    /// <exception cref="KeyNotFoundException">There is none; the message lists those there are.</exception>
    public Column this[string name] => TryGet(name, out var column)
        ? column
        : throw new KeyNotFoundException($"There is no column {name}; the columns are {string.Join(", ", columns.Select(each => each.Name))}.");

    /// <summary>The column of a name, if there is one.</summary>
    /// <param name="name">The name; upper and lower case differ.</param>
    /// <param name="column">The column.</param>
    public bool TryGet(string name, [NotNullWhen(true)] out Column? column) => byName.TryGetValue(name, out column);

    /// <summary>The table with some of its rows, in the given order.</summary>
    /// <param name="rows">The rows, from 0; a row may stand there more than once.</param>
    public Table Take(ReadOnlySpan<int> rows)
    {
        var taken = new Column[columns.Length];
        for (var i = 0; i < taken.Length; i++)
        {
            taken[i] = columns[i].Take(rows);
        }

        return new Table(taken);
    }
}
