using Tessera.Learning.Data;

namespace Tessera.Learning.Recommendation;

/// <summary>How good lists of recommendations are, by what was held back and beyond that.</summary>
/// <param name="Cases">Users tested.</param>
/// <param name="HitRateAt10">The share of users with an item held back among the first 10.</param>
/// <param name="NdcgAt10">Discounted gain of the first 10 against the best possible: Järvelin and Kekäläinen (2002), ACM TOIS 20(4), with gains of 0 and 1.</param>
/// <param name="RecallAt20">The share of the items held back (of at most 20) among the first 20: Liang et al. (2018), section 4.3.</param>
/// <param name="MeanReciprocalRank">The mean of 1/rank of the first item held back, 0 beyond 20.</param>
/// <param name="Coverage">The share of all items that anybody was recommended among the first 10.</param>
/// <param name="Novelty">The mean of −log₂(share of users with the item) over the first 10, in bits: Castells, Hurley and Vargas (2015), section 26.3.</param>
/// <param name="Diversity">The mean distance (1 − cosine of the items' users) of two items of a list.</param>
/// <param name="Serendipity">The share of the first 10 that are hits which popularity would not have ranked there: Ge, Delgado-Battenfeld and Jannach (2010), RecSys, section 3.2.</param>
public sealed record RecommendationScores(
    int Cases, double HitRateAt10, double NdcgAt10, double RecallAt20, double MeanReciprocalRank, double Coverage, double Novelty, double Diversity, double Serendipity)
{
    private const int Short = 10;
    private const int Long = 20;

    /// <summary>Tests a model. O(cases · scoring).</summary>
    /// <param name="model">The model, fitted on the split's training part.</param>
    /// <param name="split">The split.</param>
    /// <param name="options">What counts in the ranking besides relevance.</param>
    public static RecommendationScores Of(IRecommender model, RecommendationSplit split, RankingOptions options)
    {
        var ranking = new Ranking(model, split.Training, options);
        var popular = new Ranking(new PopularityTrainer().Fit(split.Training), split.Training, new RankingOptions());
        var popularity = split.Training.Popularity();
        var unknown = 1.0 / (split.Training.UserCount + 1);
        var parts = new double[split.Cases.Count][];
        var lists = new int[split.Cases.Count][];
        WorkSharing.For(parts.Length, WorkSharing.Threads(0), i =>
        {
            var each = split.Cases[i];
            int[] items = [.. each.Items];
            double[] strengths = [.. each.Strengths];
            int[] best = [.. ranking.Best(items, strengths, Long).Select(recommended => recommended.Item)];
            var targets = each.Targets.ToHashSet();
            lists[i] = best[..Math.Min(Short, best.Length)];
            var expected = popular.Best(items, strengths, Short).Select(recommended => recommended.Item).ToHashSet();
            var first = Array.FindIndex(best, targets.Contains);
            parts[i] =
            [
                lists[i].Any(targets.Contains) ? 1 : 0,
                Gain(lists[i].Select(targets.Contains)) / Gain(Enumerable.Repeat(element: true, Math.Min(Short, targets.Count))),
                (double)best.Count(targets.Contains) / Math.Min(Long, targets.Count),
                first < 0 ? 0 : 1.0 / (first + 1),
                lists[i].Length == 0 ? 0 : lists[i].Average(item => -Math.Log2(Math.Max(popularity[item], unknown))),
                Distance(split.Training, lists[i]),
                lists[i].Count(item => targets.Contains(item) && !expected.Contains(item)) / (double)Short,
            ];
        });
        var means = Enumerable.Range(0, 7).Select(metric => parts.Average(part => part[metric])).ToArray();
        var coverage = lists.SelectMany(list => list).Distinct().Count() / (double)split.Training.ItemCount;
        return new RecommendationScores(parts.Length, means[0], means[1], means[2], means[3], coverage, means[4], means[5], means[6]);
    }

    private static double Gain(IEnumerable<bool> hits) => hits.Select((hit, rank) => hit ? 1 / Math.Log2(rank + 2) : 0).Sum();

    private static double Distance(Interactions data, int[] list)
    {
        if (list.Length < 2)
        {
            return 0;
        }

        var sum = 0.0;
        for (var i = 0; i < list.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                sum += 1 - data.Cosine(list[i], list[j]);
            }
        }

        return sum / (list.Length * (list.Length - 1) / 2.0);
    }
}
