using System.Globalization;

namespace Tessera.Learning.Recommendation;

/// <summary>Chooses a recommender by its discounted gain on interactions held back from the training part, and fits it to all of that.</summary>
public static class RecommenderSelector
{
    // EASE with several ridges costs an inversion each.
    private const int MostItemsForGrid = 6000;
    private static readonly double[] Ridges = [10, 50, 250, 1000];
    private static readonly int[] Neighbourhoods = [50, 200];
    private static readonly double[] Confidences = [1, 10];

    /// <summary>The models of a kind that are worth trying.</summary>
    /// <param name="kind">popular, knn, ease or als.</param>
    /// <param name="itemCount">How many items there are.</param>
    /// <param name="seed">Of those that take one.</param>
    public static IReadOnlyList<RecommenderCandidate> Candidates(string kind, int itemCount, ulong seed) => kind switch
    {
        "popular" => [new("popular", kind, new PopularityTrainer().Fit)],
        "knn" => [.. Neighbourhoods.Select(neighbours => new RecommenderCandidate(Name($"knn, {neighbours} neighbours"), kind, new NeighboursTrainer(new NeighboursOptions { Neighbours = neighbours }).Fit))],
        "ease" => [.. (itemCount > MostItemsForGrid ? [250] : Ridges).Select(ridge => new RecommenderCandidate(Name($"ease, ridge {ridge}"), kind, new EaseTrainer(new EaseOptions { L2 = ridge }).Fit))],
        "als" => [.. Confidences.Select(alpha => new RecommenderCandidate(Name($"als, 64 factors, alpha {alpha}"), kind, new FactorsTrainer(new FactorsOptions { Alpha = alpha, Seed = seed }).Fit))],
        _ => throw new ArgumentException($"{kind} is no kind of recommender; there are popular, knn, ease and als.", nameof(kind)),
    };

    /// <summary>Chooses and fits.</summary>
    /// <param name="candidates">What is tried, at least one.</param>
    /// <param name="split">The split; its cases are not looked at.</param>
    /// <param name="strong">Whether the users that are tested are unknown to the model.</param>
    /// <param name="seed">Of the inner split.</param>
    /// <param name="progress">Told how far the work is; may be null.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The fitted model, the one chosen, and the gain of all that were tried, the best first; none where there was no choice.</returns>
    public static (IRecommender Model, RecommenderCandidate Chosen, IReadOnlyList<(string Name, double NdcgAt10)> Tried) Choose(
        IReadOnlyList<RecommenderCandidate> candidates, RecommendationSplit split, bool strong, ulong seed, IProgress<FitProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var chosen = candidates[0];
        var tried = new List<(string Name, double NdcgAt10)>();
        if (candidates.Count > 1)
        {
            var inner = split.Inner(strong, seed);
            var best = double.NegativeInfinity;
            for (var i = 0; i < candidates.Count; i++)
            {
                progress?.Report(new FitProgress($"trying {candidates[i].Name}", (double)i / (candidates.Count + 1)));
                var gain = RecommendationScores.Of(candidates[i].Fit(inner.Training, null, cancellationToken), inner, new RankingOptions()).NdcgAt10;
                tried.Add((candidates[i].Name, gain));
                (chosen, best) = gain > best ? (candidates[i], gain) : (chosen, best);
            }
        }

        progress?.Report(new FitProgress($"fitting {chosen.Name}", (double)candidates.Count / (candidates.Count + 1)));
        return (chosen.Fit(split.Training, null, cancellationToken), chosen, [.. tried.OrderByDescending(each => each.NdcgAt10)]);
    }

    private static string Name(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
