using Tessera.Learning.Causal;

namespace Tessera.Learning.Tests.Causal;

/// <summary>The best decision on a number or a category of two, by trying all. Plain on purpose: do not optimise.</summary>
internal static class NaiveUpliftSplit
{
    public static (double Gain, double Left, double Right) Best(UpliftData data, int leastArmRows)
    {
        var best = (Gain: 0.0, Left: 0.0, Right: 0.0);
        for (var feature = 0; feature < data.Features.Schema.Count; feature++)
        {
            foreach (var cut in data.Features[feature].ToArray().Distinct())
            {
                var values = data.Features[feature].ToArray();
                var left = Effect(data, row => values[row] <= cut, leastArmRows);
                var right = Effect(data, row => values[row] > cut, leastArmRows);
                if (left is { } l && right is { } r)
                {
                    var share = values.Count(value => value <= cut) / (double)values.Length;
                    var gain = share * (1 - share) * (l - r) * (l - r);
                    best = gain > best.Gain ? (gain, l, r) : best;
                }
            }
        }

        return best;
    }

    private static double? Effect(UpliftData data, Func<int, bool> contains, int leastArmRows)
    {
        var rows = Enumerable.Range(0, data.RowCount).Where(contains).ToList();
        var treated = rows.Where(row => data.Treated[row]).Select(row => data.Outcome[row]).ToList();
        var untreated = rows.Where(row => !data.Treated[row]).Select(row => data.Outcome[row]).ToList();
        return treated.Count >= leastArmRows && untreated.Count >= leastArmRows ? treated.Average() - untreated.Average() : null;
    }
}
