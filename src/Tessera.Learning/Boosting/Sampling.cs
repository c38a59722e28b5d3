using Tessera.Learning.Data;

namespace Tessera.Learning.Boosting;

/// <summary>Chooses the rows and features of each tree, by seed and number of the tree alone.</summary>
internal sealed class Sampling(BoostingOptions options, int rowCount, int featureCount)
{
    /// <summary>Whether trees differ in what they see.</summary>
    public bool IsRandom => options.RowShare < 1 || options.ColumnShare < 1;

    /// <summary>Which features the tree may ask, [d].</summary>
    public bool[] Features { get; private set; } = [];

    /// <summary>Begins a tree.</summary>
    public void Begin(int tree, RowOrder order)
    {
        var random = new SeededRandom(SeededRandom.Combine(options.Seed, (ulong)tree));
        Features = Chosen(featureCount, options.ColumnShare, random);
        if (options.RowShare >= 1)
        {
            order.Reset(rowCount, isChosen: null);
        }
        else
        {
            var rows = Chosen(rowCount, options.RowShare, random);
            order.Reset(rowCount, row => rows[row]);
        }
    }

    // Exactly the share, at least one: Knuth (1997), The Art of Computer Programming 2, 3.4.2, algorithm S.
    private static bool[] Chosen(int count, double share, SeededRandom random)
    {
        var chosen = new bool[count];
        var wanted = Math.Max(1, (int)Math.Round(share * count));
        for (var i = 0; i < count && wanted > 0; i++)
        {
            chosen[i] = wanted == count - i || random.NextDouble() * (count - i) < wanted;
            wanted -= chosen[i] ? 1 : 0;
        }

        return chosen;
    }
}
