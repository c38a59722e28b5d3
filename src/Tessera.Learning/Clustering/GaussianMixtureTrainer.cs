using Tessera.Learning.Data;

namespace Tessera.Learning.Clustering;

/// <summary>A mixture of Gaussians: clusters of different sizes and directions that may overlap.</summary>
/// <remarks>
/// Estimates p(x) = Σ πₖ N(x; μₖ, Σₖ) by maximum likelihood; a row belongs to the component with the largest πₖ N(x; μₖ, Σₖ).
/// <para>Assumptions: 1. rows are independent; 2. each cluster is near to normal; take logarithms of amounts and counts first.</para>
/// <para>Reference: Dempster, Laird and Rubin (1977), JRSS B 39(1), section 4.3; Bishop (2006), Pattern Recognition and Machine Learning, equations (9.23) to (9.28);
/// the number of components: Schwarz (1978), Annals of Statistics 6(2).</para>
/// <para>Numbers: log space; a share of each feature's variance is added to that of every component, because the likelihood of one that
/// shrinks to a point is unbounded (Bishop, section 9.2.1). Where a component lies at that floor, a warning says so.</para>
/// <para>Shapes: X: [n, d], complete and finite. Complexity: O(starts · rounds · n k d²). Determinism: by seed; threads do not matter.</para>
/// </remarks>
public sealed class GaussianMixtureTrainer : IEstimator<FeatureFrame, GaussianMixtureModel>
{
    private readonly GaussianMixtureOptions options;

    /// <summary>Creates the estimator.</summary>
    /// <param name="options">How it fits.</param>
    /// <exception cref="InvalidOptionsException">An option is out of its range.</exception>
    public GaussianMixtureTrainer(GaussianMixtureOptions options)
    {
        options.Validate();
        this.options = options;
    }

    /// <inheritdoc/>
    public GaussianMixtureModel Fit(FeatureFrame data, IProgress<FitProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var points = Points.Of(data);
        points.RequireDistinct(options.Components);
        var floor = Floor(points, data.Schema);
        var runs = new GaussianMixtureRun[options.Restarts];
        var done = 0;
        WorkSharing.For(runs.Length, WorkSharing.Threads(options.Threads), start =>
        {
            runs[start] = new GaussianMixtureRun(points, options, floor);
            runs[start].Run(new SeededRandom(SeededRandom.Combine(options.Seed, (ulong)start)), cancellationToken);
            progress?.Report(new FitProgress($"start {Interlocked.Increment(ref done)} of {runs.Length}", (double)Volatile.Read(ref done) / runs.Length));
        });
        var best = runs.MaxBy(run => run.LogLikelihood)!;
        var reason = best.Converged ? "The likelihood does not rise any more." : $"The limit of {options.MaximumIterations} rounds was reached.";
        return new GaussianMixtureModel(data, options.Covariance, best, floor, new Convergence(best.Converged, best.Iterations, best.LogLikelihood, reason));
    }

    private double[] Floor(Points points, FeatureSchema schema)
    {
        var floor = new double[points.Dimensions];
        for (var i = 0; i < floor.Length; i++)
        {
            var values = Enumerable.Range(0, points.Count).Select(row => points[row][i]).ToList();
            var mean = values.Average();
            floor[i] = options.Floor * values.Average(value => (value - mean) * (value - mean));
            if (!(floor[i] > 0))
            {
                throw new NotEstimableException($"{schema[i].Name} is constant: a mixture cannot use it.");
            }
        }

        return floor;
    }
}
