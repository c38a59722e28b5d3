using Tessera.Learning.Metrics;

namespace Tessera.Learning.Recommendation;

/// <summary>Makes lists of recommendations out of scores: what a user has not got, by relevance, novelty, diversity and serendipity.</summary>
/// <remarks>
/// Greedy, as maximal marginal relevance: the next item is the candidate with the largest (1 − n − d − s) r + n N + d D + s S, where r is the score scaled to 0 … 1
/// among the candidates, N = −log₂(share of users) scaled by log₂(users), D the least distance to the items ranked already, S the mean distance to the
/// history; distances are 1 − cosine of the items' users.
/// <para>Reference: Carbonell and Goldstein (1998), The Use of MMR, Diversity-Based Reranking, SIGIR, section 2; novelty and unexpectedness: Castells, Hurley
/// and Vargas (2015), Novelty and Diversity in Recommender Systems, Recommender Systems Handbook, section 26.3.</para>
/// <para>Complexity: O(items log items + candidates · (count + history)) cosines.</para>
/// </remarks>
public sealed class Ranking
{
    private readonly IRecommender model;
    private readonly Interactions data;
    private readonly RankingOptions options;
    private readonly double[] novelty;

    /// <summary>Creates it.</summary>
    /// <param name="model">The model, fitted on the items of the data.</param>
    /// <param name="data">What novelty and distances are measured on.</param>
    /// <param name="options">What counts besides relevance.</param>
    /// <exception cref="InvalidOptionsException">An option is out of its range.</exception>
    public Ranking(IRecommender model, Interactions data, RankingOptions options)
    {
        options.Validate();
        this.model = model;
        this.data = data;
        this.options = options;
        var largest = Math.Log2(data.UserCount + 1);
        novelty = [.. data.Popularity().Select(share => Math.Min(1, -Math.Log2(Math.Max(share, 1.0 / (data.UserCount + 1))) / largest))];
    }

    /// <summary>The best items for a history that are not in it.</summary>
    /// <param name="items">The history, by number; empty for somebody new.</param>
    /// <param name="strengths">Its strengths.</param>
    /// <param name="count">How many, at least 1; there are fewer only where the items run out.</param>
    public IReadOnlyList<RecommendedItem> Best(ReadOnlySpan<int> items, ReadOnlySpan<double> strengths, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var scores = model.Score(items, strengths);
        var ranked = (double[])scores.Clone();
        foreach (var item in items)
        {
            ranked[item] = double.NegativeInfinity;
        }

        var order = Top(ranked, options.IsPlain ? count : Math.Max(count, options.Candidates));
        IReadOnlyList<int> chosen = options.IsPlain ? order : Rerank(order, scores, items.ToArray(), count);
        return [.. chosen.Select(item => new RecommendedItem(item, model.Items[item], scores[item]))];
    }

    // Most items are far below the best: only what beats the worst of those kept is looked at twice.
    private static int[] Top(double[] scores, int count)
    {
        var kept = new PriorityQueue<int, (double Score, int Item)>(count + 1);
        for (var item = 0; item < scores.Length; item++)
        {
            if (double.IsNegativeInfinity(scores[item]))
            {
                continue;
            }

            if (kept.Count < count)
            {
                kept.Enqueue(item, (scores[item], -item));
            }
            else if (scores[item] > scores[kept.Peek()])
            {
                kept.EnqueueDequeue(item, (scores[item], -item));
            }
        }

        int[] items = [.. kept.UnorderedItems.Select(each => each.Element).Order()];
        return [.. ScoreOrder.Falling([.. items.Select(item => scores[item])]).Select(place => items[place])];
    }

    private List<int> Rerank(int[] candidates, double[] scores, int[] history, int count)
    {
        if (candidates.Length == 0)
        {
            return [];
        }

        var (high, low) = (scores[candidates[0]], scores[candidates[^1]]);
        var relevance = 1 - options.Novelty - options.Diversity - options.Serendipity;
        double[] fixedPart = [.. candidates.Select(item =>
            (relevance * (high > low ? (scores[item] - low) / (high - low) : 1))
            + (options.Novelty * novelty[item])
            + (options.Serendipity * (options.Serendipity == 0 || history.Length == 0 ? 0 : history.Average(other => 1 - data.Cosine(item, other)))))];
        var distance = new double[candidates.Length];
        Array.Fill(distance, 1);
        var taken = new bool[candidates.Length];
        var chosen = new List<int>();
        while (chosen.Count < Math.Min(count, candidates.Length))
        {
            var best = -1;
            for (var i = 0; i < candidates.Length; i++)
            {
                if (!taken[i] && (best < 0 || fixedPart[i] + (options.Diversity * distance[i]) > fixedPart[best] + (options.Diversity * distance[best])))
                {
                    best = i;
                }
            }

            taken[best] = true;
            chosen.Add(candidates[best]);
            for (var i = 0; i < candidates.Length && options.Diversity > 0; i++)
            {
                distance[i] = taken[i] ? distance[i] : Math.Min(distance[i], 1 - data.Cosine(candidates[i], candidates[best]));
            }
        }

        return chosen;
    }
}
