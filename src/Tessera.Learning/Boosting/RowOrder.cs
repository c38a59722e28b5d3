using System.Runtime.CompilerServices;
using Tessera.Learning.Data;

namespace Tessera.Learning.Boosting;

/// <summary>The rows of a tree, those of a leaf next to each other and ascending, with their packed derivatives.</summary>
internal sealed class RowOrder(int capacity, int threads)
{
    private const int BlockRows = 1 << 14;

    private readonly int[] otherRows = new int[capacity];
    private readonly int[] lefts = new int[(capacity + BlockRows - 1) / BlockRows];
    private readonly int[] rightFrom = new int[(capacity + BlockRows - 1) / BlockRows];

    /// <summary>The rows.</summary>
    public int[] Rows { get; } = new int[capacity];

    /// <summary>Their packed derivatives.</summary>
    public long[] Packed { get; } = new long[capacity];

    /// <summary>As long; holds nothing between two divisions.</summary>
    public long[] Spare { get; } = new long[capacity];

    /// <summary>How many rows the tree sees.</summary>
    public int Count { get; private set; }

    /// <summary>Begins a tree with some of the rows.</summary>
    public void Reset(int rowCount, Func<int, bool>? isChosen)
    {
        Count = 0;
        for (var row = 0; row < rowCount; row++)
        {
            if (isChosen?.Invoke(row) != false)
            {
                Rows[Count++] = row;
            }
        }
    }

    /// <summary>Puts those rows of a leaf first that go left, each side in the order it had; answers with how many they are.</summary>
    /// <remarks>Blocks of rows are divided where they stand and then moved together: the outcome is the same for any number of threads.</remarks>
    public int Partition(int start, int count, FeatureGroup group, int column, byte[] goesLeft)
    {
        var blocks = (count + BlockRows - 1) / BlockRows;
        WorkSharing.ForBlocks(count, BlockRows, threads, (block, from, to) => lefts[block] = Divide(start + from, start + to, group, column, goesLeft));

        var total = 0;
        for (var block = 0; block < blocks; block++)
        {
            total += lefts[block];
        }

        var left = start;
        var right = start + total;
        for (var block = 0; block < blocks; block++)
        {
            var from = start + (block * BlockRows);
            Array.Copy(Rows, from, Rows, left, lefts[block]);
            Array.Copy(Packed, from, Packed, left, lefts[block]);
            left += lefts[block];
            rightFrom[block] = right;
            right += Math.Min(BlockRows, count - (block * BlockRows)) - lefts[block];
        }

        WorkSharing.ForBlocks(count, BlockRows, threads, (block, from, to) =>
        {
            var moved = to - from - lefts[block];
            Array.Copy(otherRows, start + from, Rows, rightFrom[block], moved);
            Array.Copy(Spare, start + from, Packed, rightFrom[block], moved);
        });
        return total;
    }

    // Lefts stay in the block, rights go to the same place of the other arrays. Both are written for every row, so that no branch
    // depends on the data.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Divide(int from, int to, FeatureGroup group, int column, byte[] goesLeft)
    {
        var (rows, packed, otherPacked, bins, width) = (Rows, Packed, Spare, group.Bins, group.Width);
        int left = from, right = from;
        for (var i = from; i < to; i++)
        {
            var row = rows[i];
            var value = packed[i];
            int isLeft = goesLeft[bins[(row * width) + column]];
            otherRows[right] = row;
            otherPacked[right] = value;
            rows[left] = row;
            packed[left] = value;
            left += isLeft;
            right += 1 - isLeft;
        }

        return left - from;
    }
}
