using Tessera.Learning.Data;

namespace Tessera.Learning.Clustering;

/// <summary>K-means: k centres with the least sum of squared distances, from many starts.</summary>
/// <remarks>
/// Finds a partition of the rows that is locally least in inertia Σ |xᵢ − c(i)|²; the least of all starts is kept.
/// <para>Assumptions: 1. distances make sense, so features have comparable scales; 2. clusters are compact.</para>
/// <para>Reference: Lloyd (1982); starts by Arthur and Vassilvitskii (2007); bounds by Hamerly (2010); moves of single
/// points by Hartigan (1975); batches by Sculley (2010); see <c>KMeansStart</c>, <c>HamerlyRun</c>, <c>SinglePointMoves</c> and <c>MiniBatches</c>.</para>
/// <para>Shapes: X: [n, d], complete and finite; n at least k, with at least k rows that differ.</para>
/// <para>Complexity: O(starts · n k d) for the first round, less for each further one. Determinism: by seed; starts run on several threads and
/// each has a generator of its own.</para>
/// </remarks>
public sealed class KMeansTrainer : IEstimator<FeatureFrame, KMeansModel>
{
    private readonly KMeansOptions options;

    /// <summary>Creates the estimator.</summary>
    /// <param name="options">How it searches.</param>
    /// <exception cref="InvalidOptionsException">An option is out of its range.</exception>
    public KMeansTrainer(KMeansOptions options)
    {
        options.Validate();
        this.options = options;
    }

    /// <inheritdoc/>
    public KMeansModel Fit(FeatureFrame data, IProgress<FitProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var points = Points.Of(data);
        points.RequireDistinct(options.Clusters);
        var runs = new HamerlyRun[options.Restarts];
        var done = 0;
        WorkSharing.For(runs.Length, WorkSharing.Threads(options.Threads), start =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            var random = new SeededRandom(SeededRandom.Combine(options.Seed, (ulong)start));
            runs[start] = options.BatchRows > 0 && options.BatchRows < points.Count ? OfBatches(points, random, cancellationToken) : OfAll(points, random, cancellationToken);
            progress?.Report(new FitProgress($"start {Interlocked.Increment(ref done)} of {runs.Length}", (double)Volatile.Read(ref done) / runs.Length));
        });

        var best = runs.MinBy(run => run.Inertia)!;
        if (options.BatchRows > 0 && options.BatchRows < points.Count)
        {
            var ending = new Convergence(Converged: true, options.MaximumIterations, best.Inertia, $"{options.MaximumIterations} batches of {options.BatchRows} rows were looked at, as asked for.");
            return new KMeansModel(data.Schema, best.Centres, best.Assigned, best.Inertia, ending);
        }

        var reason = best.Converged ? "No row changes its cluster any more." : $"The limit of {options.MaximumIterations} rounds was reached.";
        return new KMeansModel(data.Schema, best.Centres, best.Assigned, best.Inertia, new Convergence(best.Converged, best.Iterations, best.Inertia, reason));
    }

    private HamerlyRun OfAll(Points points, SeededRandom random, CancellationToken cancellationToken)
    {
        var run = new HamerlyRun(points, KMeansStart.Choose(points, options.Clusters, random));
        run.Run(options.MaximumIterations, cancellationToken);
        run.Refine(options.MaximumIterations, cancellationToken);
        return run;
    }

    // Batches move the centres; one look at all rows at the end assigns them and takes their means.
    private HamerlyRun OfBatches(Points points, SeededRandom random, CancellationToken cancellationToken)
    {
        var run = new HamerlyRun(points, MiniBatches.Choose(points, options, random, cancellationToken));
        run.Run(0, cancellationToken);
        return run;
    }
}
