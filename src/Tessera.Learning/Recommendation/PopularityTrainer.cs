namespace Tessera.Learning.Recommendation;

/// <summary>Recommends what most users have: what every other model must beat.</summary>
/// <remarks>Scores are the share of users with the item. Complexity: O(interactions). Reference: Cremonesi, Koren and Turrin (2010), Performance of recommender algorithms on top-N recommendation tasks, RecSys, section 3.1.</remarks>
public sealed class PopularityTrainer : IEstimator<Interactions, PopularityModel>
{
    /// <inheritdoc/>
    public PopularityModel Fit(Interactions data, IProgress<FitProgress>? progress = null, CancellationToken cancellationToken = default) => new(data.Items, data.Popularity());
}
