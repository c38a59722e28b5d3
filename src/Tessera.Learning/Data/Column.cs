namespace Tessera.Learning.Data;

/// <summary>A named column of a <see cref="Table"/>: immutable, every value present or missing.</summary>
public abstract class Column
{
    private protected Column(string name, int count)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
        Count = count;
    }

    /// <summary>The name, as in the header of the file.</summary>
    public string Name { get; }

    /// <summary>How many rows there are.</summary>
    public int Count { get; }

    /// <summary>What the values are.</summary>
    public abstract ColumnKind Kind { get; }

    /// <summary>How many values are missing. O(n).</summary>
    public int MissingCount
    {
        get
        {
            var missing = 0;
            for (var row = 0; row < Count; row++)
            {
                missing += IsMissing(row) ? 1 : 0;
            }

            return missing;
        }
    }

    /// <summary>Whether the value of a row is missing.</summary>
    /// <param name="row">The row, from 0.</param>
    public abstract bool IsMissing(int row);

    /// <summary>The value of a row as text; null where it is missing. Numbers and times in the invariant culture.</summary>
    /// <param name="row">The row, from 0.</param>
    public abstract string? Text(int row);

    /// <summary>The column with some of its rows, in the given order.</summary>
    /// <param name="rows">The rows, from 0; a row may stand there more than once.</param>
    public abstract Column Take(ReadOnlySpan<int> rows);
}
