using Tessera.ClickHouse.Rows;

namespace Tessera.ClickHouse;

/// <summary>Rows on their way into a table, kept column by column: several times cheaper, here and in the engine, than row by row.</summary>
/// <remarks>To be filled, inserted, cleared and filled again. Not thread-safe.</remarks>
public sealed class RowBlock : IDisposable
{
    private readonly BlockColumn[] columns;
    private readonly RowWriter head = new(1024);

    /// <summary>A block of these columns; it owns them.</summary>
    /// <param name="columns">The columns, in any order; each must have a value for every row.</param>
    public RowBlock(IEnumerable<BlockColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        this.columns = [.. columns];
        ArgumentOutOfRangeException.ThrowIfZero(this.columns.Length, nameof(columns));
    }

    /// <summary>How many rows there are.</summary>
    public int Rows => columns[0].Count;

    /// <summary>How many bytes they take, about.</summary>
    public long Bytes => columns.Sum(column => column.Bytes);

    /// <summary>The names of the columns.</summary>
    internal IEnumerable<string> Names => columns.Select(column => column.Name);

    /// <summary>Forgets the rows; the memory stays for the next ones.</summary>
    public void Clear()
    {
        foreach (var column in columns)
        {
            column.Clear();
        }
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        head.Dispose();
        foreach (var column in columns)
        {
            column.Dispose();
        }
    }

    /// <summary>Writes the rows in ClickHouse's Native format.</summary>
    /// <exception cref="InvalidOperationException">A column has more or fewer values than the others.</exception>
    internal async Task WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        head.Clear();
        head.WriteLength(columns.Length);
        head.WriteLength(Rows);
        foreach (var column in columns)
        {
            if (column.Count != Rows)
            {
                throw new InvalidOperationException($"Column '{column.Name}' has {column.Count} values and '{columns[0].Name}' {Rows}: each row needs a value in every column.");
            }

            head.WriteText(column.Name);
            head.WriteText(column.Type);
            await stream.WriteAsync(head.Written, cancellationToken).ConfigureAwait(false);
            head.Clear();
            foreach (var part in column.Parts())
            {
                await stream.WriteAsync(part, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
