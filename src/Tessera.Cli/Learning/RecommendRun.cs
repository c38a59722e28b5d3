using Tessera.Cli.Output;
using Tessera.Learning.Recommendation;

namespace Tessera.Cli.Learning;

/// <summary>Learns recommendations from a file and tests them on what was held back.</summary>
internal sealed class RecommendRun(ProgramEnvironment environment, RecommendRequest request, ProgressLine progress, CancellationToken cancellationToken)
{
    private const double StrongUserShare = 0.2;
    private const double StrongShownShare = 0.8;
    private const int ListLength = 10;
    private static readonly string[] Kinds = ["popular", "knn", "ease", "als"];
    private readonly List<string> notices = [];

    /// <summary>Does it all; the lists are made when they are read.</summary>
    /// <exception cref="CommandFailure">The file does not carry it; one sentence says why.</exception>
    public (RecommendAnswer Answer, IEnumerable<RowRecommendation> Rows) Do()
    {
        progress.Report($"Reading {request.File}");
        var (ordered, descriptions) = InteractionFile.Read(environment, request, notices, cancellationToken);
        var all = Interactions.Of(ordered, descriptions?.Items);
        if (all.UserCount < 2 || all.ItemCount < 2)
        {
            throw new CommandFailure($"{request.File} has {all.UserCount} users and {all.ItemCount} items; at least 2 of each are needed.");
        }

        var split = request.Strong ? RecommendationSplit.Strong(all, StrongUserShare, StrongShownShare, request.Seed) : RecommendationSplit.LastOut(ordered, descriptions?.Items);
        var (model, chosen, tried) = RecommenderSelector.Choose(Candidates(all.ItemCount, descriptions), split, request.Strong, request.Seed, new FitReporter(progress, "Models"), cancellationToken);
        progress.Report("Testing");
        var options = RankingOptions.OfSurprise(request.Surprise);
        var scores = RecommendationScores.Of(model, split, options);
        notices.AddRange(model.Warnings);
        var answer = new RecommendAnswer(
            chosen.Name,
            request.Strong ? "strong" : "last-out",
            all.Count,
            all.UserCount,
            all.ItemCount,
            scores.Cases,
            scores.HitRateAt10,
            scores.NdcgAt10,
            scores.RecallAt20,
            scores.MeanReciprocalRank,
            scores.Coverage,
            scores.Novelty,
            scores.Diversity,
            scores.Serendipity,
            request.Surprise,
            [.. tried.Select(each => new RecommendTrial(each.Name, each.NdcgAt10))],
            notices);
        return (answer, Lists(new Ranking(model, split.Training, options), split));
    }

    private List<RecommenderCandidate> Candidates(int items, ItemDescriptions? descriptions)
    {
        if (descriptions is not null && request.Model is "content" or "hybrid")
        {
            var content = new RecommenderCandidate("content", "content", new ContentTrainer(descriptions!).Fit);
            return request.Model == "content" ? [content] : [.. Hybrids(content, items)];
        }

        return [.. (request.Model == "auto" ? Kinds : [request.Model]).SelectMany(kind => RecommenderSelector.Candidates(kind, items, request.Seed))];
    }

    // The neighbourhood model, which knows behaviour, with more or less of the content model, which knows new items.
    private static IEnumerable<RecommenderCandidate> Hybrids(RecommenderCandidate content, int items)
    {
        var behaviour = RecommenderSelector.Candidates("ease", items, 1)[^1];
        foreach (var share in new[] { 0.1, 0.3 })
        {
            yield return new RecommenderCandidate(
                FormattableString.Invariant($"hybrid of {behaviour.Name} and {share} of content"),
                "hybrid",
                (data, progress, token) => new HybridModel([(behaviour.Fit(data, progress, token), 1 - share), (content.Fit(data, progress, token), share)]));
        }
    }

    private static IEnumerable<RowRecommendation> Lists(Ranking ranking, RecommendationSplit split) => split.Cases.SelectMany(each =>
        ranking.Best([.. each.Items], [.. each.Strengths], ListLength).Select((item, i) => new RowRecommendation(each.User, i + 1, item.Name, item.Score, each.Targets.Contains(item.Item))));
}
