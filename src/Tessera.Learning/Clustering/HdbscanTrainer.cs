using Tessera.Learning.Data;

namespace Tessera.Learning.Clustering;

/// <summary>HDBSCAN: clusters of any shape where rows lie densely, however dense each is; the rest is noise.</summary>
/// <remarks>
/// Finds, in the hierarchy of all densities, the clusters that last longest (excess of mass).
/// <para>Assumptions: 1. distances make sense, so features have comparable scales.</para>
/// <para>Reference: Campello, Moulavi and Sander (2013), Density-Based Clustering Based on Hierarchical Density Estimates, PAKDD, definitions 1 to 5; Campello, Moulavi, Zimek
/// and Sander (2015), ACM TKDD 10(1). Symbols: MinimumClusterSize = m_clSize, Neighbours = m_pts.</para>
/// <para>Shapes: X: [n, d], complete and finite, n at most 200,000. Complexity: O(n² d) time, O(n d) memory. Determinism: no chance is involved; threads do not matter.</para>
/// </remarks>
public sealed class HdbscanTrainer : IEstimator<FeatureFrame, HdbscanModel>
{
    private const int MostRows = 200_000;

    private readonly HdbscanOptions options;

    /// <summary>Creates the estimator.</summary>
    /// <param name="options">How it sees density.</param>
    /// <exception cref="InvalidOptionsException">An option is out of its range.</exception>
    public HdbscanTrainer(HdbscanOptions options)
    {
        options.Validate();
        this.options = options;
    }

    /// <inheritdoc/>
    public HdbscanModel Fit(FeatureFrame data, IProgress<FitProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var points = Points.Of(data);
        if (points.Count < 2 * options.MinimumClusterSize || points.Count > MostRows)
        {
            throw new NotEstimableException($"HDBSCAN takes {2 * options.MinimumClusterSize} (two clusters) to {MostRows} rows; there are {points.Count}.");
        }

        var neighbours = options.Neighbours ?? options.MinimumClusterSize;
        var (edges, core) = ReachabilityTree.Of(
            points, neighbours, WorkSharing.Threads(options.Threads), share => progress?.Report(new FitProgress("distances", share)), cancellationToken);
        if (!(edges[^1].Distance > 0))
        {
            throw new NotEstimableException("All rows are equal: there is nothing to tell apart.");
        }

        var (assigned, strengths, births) = CondensedTree.Of(edges, options.MinimumClusterSize).Select();
        return new HdbscanModel(data.Schema, points, core, neighbours, assigned, strengths, births);
    }
}
