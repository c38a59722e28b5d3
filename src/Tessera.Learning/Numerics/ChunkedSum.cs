namespace Tessera.Learning.Numerics;

/// <summary>Adds up vectors over many rows on all cores, always in the same order, so that the sum does not depend on the thread count.</summary>
internal static class ChunkedSum
{
    // Large enough to hide the scheduling, small enough to share a million rows evenly.
    private const int RowsPerChunk = 4096;

    /// <summary>Adds what the rows of a chunk contribute to a total of its own.</summary>
    internal delegate void Contribution(int firstRow, int endRow, Span<double> total);

    /// <summary>Adds up. O(rows).</summary>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="contribution">Adds rows to a total; called from several threads.</param>
    /// <param name="total">Overwritten with the sum.</param>
    public static void Over(int rows, Contribution contribution, Span<double> total)
    {
        total.Clear();
        if (rows <= RowsPerChunk)
        {
            contribution(0, rows, total);
            return;
        }

        var width = total.Length;
        var chunks = ((rows - 1) / RowsPerChunk) + 1;
        var partial = new double[chunks * width];
        Parallel.For(0, chunks, chunk => contribution(
            chunk * RowsPerChunk, Math.Min(rows, (chunk + 1) * RowsPerChunk), partial.AsSpan(chunk * width, width)));
        for (var i = 0; i < partial.Length; i++)
        {
            total[i % width] += partial[i];
        }
    }
}
