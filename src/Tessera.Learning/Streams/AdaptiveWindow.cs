namespace Tessera.Learning.Streams;

/// <summary>ADWIN: a window over a stream that grows while its mean stays the same and drops its old part when that differs.</summary>
/// <remarks>
/// Values are kept in buckets of 1, 2, 4 … rows, at most five of a size; at each check every division between buckets is tested.
/// <para>Reference: Bifet and Gavaldà (2007), Learning from Time-Changing Data with Adaptive Windowing, SDM, section 3: the bound ε_cut with variance, δ' = δ / ln n;
/// buckets as in ADWIN2, section 4. Complexity: O(ln n) memory, O(ln n) a check. Not for several threads at once.</para>
/// </remarks>
public sealed class AdaptiveWindow
{
    private const int BucketsOfSize = 5;
    private const int CheckEvery = 32;
    private const int LeastSide = 5;

    // The newest first; sizes never fall from one to the next.
    private readonly LinkedList<(double Count, double Sum, double Squares)> buckets = new();
    private readonly double delta;
    private double count;
    private double sum;
    private double squares;
    private long seen;

    /// <summary>Creates an empty window.</summary>
    /// <param name="delta">δ, the chance of a false alarm at a check. Above 0, below 1; default 0.002.</param>
    public AdaptiveWindow(double delta = 0.002)
    {
        new OptionProblems().Range(nameof(delta), delta, 1e-12, 1 - 1e-12).ThrowIfAny();
        this.delta = delta;
    }

    /// <summary>The mean of the window; not-a-number while it is empty.</summary>
    public double Mean => sum / count;

    /// <summary>The values in the window.</summary>
    public long Width => (long)count;

    /// <summary>How often the old part was dropped.</summary>
    public int Drifts { get; private set; }

    /// <summary>Takes a value in.</summary>
    /// <param name="value">Finite; errors of 0 and 1, or numbers of a known scale.</param>
    /// <returns>Whether the mean has changed.</returns>
    public bool Add(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "A value is a finite number.");
        }

        buckets.AddFirst((1, value, value * value));
        (count, sum, squares) = (count + 1, sum + value, squares + (value * value));
        Compress();
        if (++seen % CheckEvery != 0)
        {
            return false;
        }

        var drifted = false;
        while (Differs())
        {
            var oldest = buckets.Last!.Value;
            (count, sum, squares) = (count - oldest.Count, sum - oldest.Sum, squares - oldest.Squares);
            buckets.RemoveLast();
            drifted = true;
        }

        Drifts += drifted ? 1 : 0;
        return drifted;
    }

    // Two of the oldest of a size become one of twice that, where there are too many.
    private void Compress()
    {
        var first = buckets.First;
        while (first is not null)
        {
            var (last, of) = (first, 1);
            while (last.Next is { } next && next.Value.Count == first.Value.Count)
            {
                (last, of) = (next, of + 1);
            }

            if (of <= BucketsOfSize)
            {
                return;
            }

            var before = last.Previous!;
            var (a, b) = (before.Value, last.Value);
            last.Value = (a.Count + b.Count, a.Sum + b.Sum, a.Squares + b.Squares);
            buckets.Remove(before);
            first = last;
        }
    }

    private bool Differs()
    {
        var (newer, newerSum) = (0.0, 0.0);
        var variance = Math.Max(0, (squares / count) - (sum / count * (sum / count)));
        var logarithm = Math.Log(2 * Math.Log(Math.Max(count, 3)) / delta);
        foreach (var bucket in buckets)
        {
            (newer, newerSum) = (newer + bucket.Count, newerSum + bucket.Sum);
            var older = count - newer;
            if (newer < LeastSide || older < LeastSide)
            {
                continue;
            }

            var harmonic = 1 / ((1 / newer) + (1 / older));
            var cut = Math.Sqrt(2 / harmonic * variance * logarithm) + (2 / (3 * harmonic) * logarithm);
            if (Math.Abs((newerSum / newer) - ((sum - newerSum) / older)) > cut)
            {
                return true;
            }
        }

        return false;
    }
}
