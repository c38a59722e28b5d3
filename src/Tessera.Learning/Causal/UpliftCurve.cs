using Tessera.Learning.Metrics;

namespace Tessera.Learning.Causal;

/// <summary>Rows of a test by falling predicted uplift, ready to be summed with any weights.</summary>
internal sealed class UpliftCurve
{
    private readonly int[] order;
    private readonly bool[] endsTie;
    private readonly bool[] treated;
    private readonly double[] outcome;

    public UpliftCurve(ReadOnlySpan<double> uplift, ReadOnlySpan<bool> treated, ReadOnlySpan<double> outcome)
    {
        if (treated.Length != uplift.Length)
        {
            throw new ArgumentException($"There are {uplift.Length} predictions and {treated.Length} treatments.", nameof(treated));
        }

        ScoreOrder.Check(outcome, uplift);
        var all = treated.Count(value: true);
        if (all == 0 || all == treated.Length)
        {
            throw new NotEstimableException("Uplift needs rows that were treated and rows that were not.");
        }

        order = ScoreOrder.Falling(uplift);
        endsTie = new bool[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            endsTie[i] = i + 1 == order.Length || uplift[order[i + 1]] != uplift[order[i]];
        }

        this.treated = treated.ToArray();
        this.outcome = outcome.ToArray();
    }

    /// <summary>How often each row counts when every row counts once.</summary>
    public int[] Once => [.. Enumerable.Repeat(1, order.Length)];

    /// <summary>The area under Q(φ), and Q(1).</summary>
    /// <param name="counts">How often each row counts, [n].</param>
    public (double Area, double Total) Area(int[] counts)
    {
        double rows = 0, allTreated = 0;
        for (var row = 0; row < counts.Length; row++)
        {
            rows += counts[row];
            allTreated += treated[row] ? counts[row] : 0;
        }

        var sums = default(ArmSums);
        double area = 0, share = 0, gain = 0;
        for (var i = 0; i < order.Length; i++)
        {
            sums = Add(sums, order[i], counts[order[i]]);
            if (!endsTie[i])
            {
                continue;
            }

            var expected = sums.UntreatedRows > 0 ? sums.UntreatedSum * sums.TreatedRows / sums.UntreatedRows : 0;
            var (nextShare, nextGain) = (sums.Rows / rows, (sums.TreatedSum - expected) / allTreated);
            area += (nextShare - share) * (gain + nextGain) / 2;
            (share, gain) = (nextShare, nextGain);
        }

        return (area, gain);
    }

    /// <summary>The difference of the arms' mean outcomes among the best share of the rows; null where an arm is empty.</summary>
    public double? EffectOfBest(double share, int[] counts)
    {
        var wanted = (int)Math.Ceiling((share * counts.Sum()) - 1e-9);
        var sums = default(ArmSums);
        foreach (var row in order)
        {
            var taken = Math.Min(counts[row], wanted);
            sums = Add(sums, row, taken);
            wanted -= taken;
            if (wanted == 0)
            {
                break;
            }
        }

        return double.IsFinite(sums.Effect) ? sums.Effect : null;
    }

    /// <summary>Rows of each arm drawn with replacement, as how often each was.</summary>
    public int[] Resample(Data.SeededRandom random)
    {
        var counts = new int[order.Length];
        foreach (var isTreated in new[] { false, true })
        {
            int[] rows = [.. Enumerable.Range(0, order.Length).Where(row => treated[row] == isTreated)];
            for (var i = 0; i < rows.Length; i++)
            {
                counts[rows[random.NextInt(rows.Length)]]++;
            }
        }

        return counts;
    }

    private ArmSums Add(ArmSums sums, int row, int count) => treated[row]
        ? sums with { TreatedRows = sums.TreatedRows + count, TreatedSum = sums.TreatedSum + (count * outcome[row]) }
        : sums with { UntreatedRows = sums.UntreatedRows + count, UntreatedSum = sums.UntreatedSum + (count * outcome[row]) };
}
