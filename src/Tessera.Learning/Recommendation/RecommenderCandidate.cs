namespace Tessera.Learning.Recommendation;

/// <summary>A recommender that may be chosen.</summary>
/// <param name="Name">What it is, with what differs from others of its kind.</param>
/// <param name="Kind">popular, knn, ease, als, content or hybrid.</param>
/// <param name="Fit">Fits it.</param>
public sealed record RecommenderCandidate(string Name, string Kind, Func<Interactions, IProgress<FitProgress>?, CancellationToken, IRecommender> Fit);
