using Tessera.Learning.Data;

namespace Tessera.Learning.Boosting;

/// <summary>Draws for each leaf which features it may be split on.</summary>
/// <param name="seed">Of the tree.</param>
/// <param name="share">The share of the features.</param>
internal sealed class FeatureLottery(ulong seed, double share)
{
    /// <summary>The features of a leaf; the same for the same leaf whoever asks.</summary>
    /// <param name="leaf">Which leaf: the decision it hangs on and the side.</param>
    /// <param name="count">How many features there are.</param>
    public bool[] Draw((int Node, bool IsLeft) leaf, int count)
    {
        var random = new SeededRandom(SeededRandom.Combine(seed, (ulong)((leaf.Node + 1) * 2) + (leaf.IsLeft ? 1UL : 0UL)));
        var order = Enumerable.Range(0, count).ToArray();
        random.Shuffle(order);
        var drawn = new bool[count];
        foreach (var feature in order.AsSpan(0, Math.Clamp((int)Math.Round(share * count), 1, count)))
        {
            drawn[feature] = true;
        }

        return drawn;
    }
}
