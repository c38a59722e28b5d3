using Tessera.Learning.Data;

namespace Tessera.Learning.Clustering;

/// <summary>How far clusters stay the same when the rows are others: fitted on halves, compared on all rows.</summary>
/// <remarks>
/// Reference: Ben-Hur, Elisseeff and Guyon (2002), A Stability Based Method for Discovering Structure in Clustered Data, Pacific Symposium on
/// Biocomputing, section 3, with the adjusted Rand index. O(2 · repeats) fits.
/// </remarks>
public static class ClusterStability
{
    /// <summary>The mean adjusted Rand index of pairs of fits.</summary>
    /// <param name="data">The rows, n of them.</param>
    /// <param name="fit">Fits a model to some rows.</param>
    /// <param name="repeats">Pairs of halves, at least 1.</param>
    /// <param name="seed">Of the halves.</param>
    /// <returns>1 where the halves always give the same clusters; not-a-number where a half cannot carry the model.</returns>
    public static double Of(FeatureFrame data, Func<FeatureFrame, IClusterModel> fit, int repeats = 5, ulong seed = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(repeats, 1);
        var sum = 0.0;
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            var rows = Enumerable.Range(0, data.RowCount).ToArray();
            new SeededRandom(SeededRandom.Combine(seed, (ulong)repeat)).Shuffle(rows);
            try
            {
                var (first, second) = (fit(data.Take(rows.AsSpan(0, rows.Length / 2))), fit(data.Take(rows.AsSpan(rows.Length / 2))));
                sum += AdjustedRandIndex.Of(Assign(first, data), Assign(second, data)) / repeats;
            }
            catch (NotEstimableException)
            {
                return double.NaN;
            }
        }

        return sum;
    }

    private static int[] Assign(IClusterModel model, FeatureFrame data)
    {
        var row = new double[data.Schema.Count];
        var assigned = new int[data.RowCount];
        for (var i = 0; i < assigned.Length; i++)
        {
            data.CopyRow(i, row);
            assigned[i] = model.Assign(row);
        }

        return assigned;
    }
}
