using Tessera.Learning.Data;

namespace Tessera.Learning.Clustering;

/// <summary>K-prototypes: K-means for rows of numbers and categories.</summary>
/// <remarks>
/// Finds a partition locally least in Σ (Σ_numbers (x − q)² + γ Σ_categories [x ≠ q]), q being the means and the most frequent categories of the row's cluster.
/// <para>Assumptions: 1. numbers have comparable scales; 2. a category that differs counts the same whichever it is.</para>
/// <para>Reference: Huang (1998), Extensions to the k-Means Algorithm for Clustering Large Data Sets with Categorical Values, Data Mining and
/// Knowledge Discovery 2, equation (9) and section 4. Symbols: CategoryWeight = γ.</para>
/// <para>Shapes: X: [n, d], nothing missing. Complexity: O(starts · rounds · n k d). Determinism: by seed; threads do not matter.</para>
/// </remarks>
public sealed class KPrototypesTrainer : IEstimator<FeatureFrame, KPrototypesModel>
{
    private readonly KPrototypesOptions options;

    /// <summary>Creates the estimator.</summary>
    /// <param name="options">How it searches.</param>
    /// <exception cref="InvalidOptionsException">An option is out of its range.</exception>
    public KPrototypesTrainer(KPrototypesOptions options)
    {
        options.Validate();
        this.options = options;
    }

    /// <inheritdoc/>
    public KPrototypesModel Fit(FeatureFrame data, IProgress<FitProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var rows = Rows(data);
        var distinct = rows.Select(row => string.Join(' ', row.Select(value => BitConverter.DoubleToInt64Bits(value + 0.0)))).Distinct(StringComparer.Ordinal).Take(options.Clusters).Count();
        if (distinct < options.Clusters)
        {
            throw new NotEstimableException($"{options.Clusters} clusters need as many rows that differ; there are {distinct}.");
        }

        var weight = options.CategoryWeight ?? HalfMeanDeviation(data);
        var distance = new MixedDistance(data.Schema, weight);
        var runs = new KPrototypesRun[options.Restarts];
        var done = 0;
        WorkSharing.For(runs.Length, WorkSharing.Threads(options.Threads), start =>
        {
            runs[start] = new KPrototypesRun(data.Schema, rows, distance, options.Clusters);
            runs[start].Run(new SeededRandom(SeededRandom.Combine(options.Seed, (ulong)start)), options.MaximumIterations, cancellationToken);
            progress?.Report(new FitProgress($"start {Interlocked.Increment(ref done)} of {runs.Length}", (double)Volatile.Read(ref done) / runs.Length));
        });
        var best = runs.MinBy(run => run.Cost)!;
        var reason = best.Converged ? "No row changes its cluster any more." : $"The limit of {options.MaximumIterations} rounds was reached.";
        var (assigned, sizes, order) = ClusterOrder.BySize(best.Assigned, options.Clusters);
        return new KPrototypesModel(data.Schema, [.. order.Select(cluster => best.Prototypes[cluster])], weight, assigned, sizes, best.Cost, new Convergence(best.Converged, best.Iterations, best.Cost, reason));
    }

    private static double[][] Rows(FeatureFrame data)
    {
        var rows = new double[data.RowCount][];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = new double[data.Schema.Count];
            data.CopyRow(row, rows[row]);
            var missing = Array.FindIndex(rows[row], double.IsNaN);
            if (missing >= 0)
            {
                throw new NotEstimableException($"Clustering needs a value everywhere; {data.Schema[missing].Name} has none in row {row + 1}.");
            }
        }

        return rows;
    }

    // Huang (1998), section 4, from his experiments; 1 without numbers, where it is of no consequence.
    private static double HalfMeanDeviation(FeatureFrame data)
    {
        double[] deviations = [.. Enumerable.Range(0, data.Schema.Count).Where(feature => !data.Schema[feature].IsCategorical).Select(feature =>
        {
            var values = data[feature].ToArray();
            var mean = values.Average();
            return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        })];
        return deviations.Length > 0 && deviations.Average() > 0 ? deviations.Average() / 2 : 1;
    }
}
