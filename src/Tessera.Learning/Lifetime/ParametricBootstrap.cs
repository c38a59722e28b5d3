namespace Tessera.Learning.Lifetime;

/// <summary>Intervals of anything a lifetime model says: data are simulated from it, models fitted to them, and their answers sorted.</summary>
/// <remarks>
/// Reference: Efron and Tibshirani (1993), An Introduction to the Bootstrap, sections 6.5 and 13.3 (percentile intervals).
/// Deterministic for a seed, whatever the thread count. O(replicates × a fit).
/// </remarks>
public sealed class ParametricBootstrap
{
    private readonly ParametricBootstrapOptions options;

    /// <summary>Creates a bootstrap.</summary>
    /// <param name="options">How it is done; null for the defaults.</param>
    /// <exception cref="InvalidOptionsException">An option is out of range.</exception>
    public ParametricBootstrap(ParametricBootstrapOptions? options = null)
    {
        this.options = options ?? new();
        this.options.Validate();
    }

    /// <summary>Computes intervals.</summary>
    /// <param name="model">The fitted model.</param>
    /// <param name="estimator">What fitted it.</param>
    /// <param name="histories">The histories it was fitted on; the simulated customers have their ages.</param>
    /// <param name="quantities">What is asked of each model, by name; a quantity may be not-a-number where a model has none.</param>
    /// <param name="progress">Told how many replicates are done.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="NotEstimableException">Fewer than half of the replicates could be fitted.</exception>
    public IReadOnlyList<BootstrapInterval> Intervals(
        ILifetimeModel model,
        IEstimator<PurchaseHistories, ILifetimeModel> estimator,
        PurchaseHistories histories,
        IReadOnlyDictionary<string, Func<ILifetimeModel, double>> quantities,
        IProgress<FitProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(estimator);
        ArgumentNullException.ThrowIfNull(histories);
        ArgumentNullException.ThrowIfNull(quantities);
        var names = quantities.Keys.ToArray();
        var answers = new double[options.Replicates][];
        var done = 0;
        Parallel.For(0, answers.Length, new ParallelOptions { CancellationToken = cancellationToken }, replicate =>
        {
            answers[replicate] = Replicate(model, estimator, histories, names, quantities, replicate, cancellationToken);
            var count = Interlocked.Increment(ref done);
            progress?.Report(new($"replicate {count} of {answers.Length}", (double)count / answers.Length));
        });

        var fitted = answers.Where(answer => answer.Length > 0).ToArray();
        if (fitted.Length * 2 < answers.Length)
        {
            throw new NotEstimableException($"Intervals cannot be estimated: only {fitted.Length} of {answers.Length} simulated data sets carried the model.");
        }

        return [.. names.Select((name, i) => Interval(name, quantities[name](model), [.. fitted.Select(answer => answer[i]).Where(double.IsFinite).Order()]))];
    }

    private static PurchaseHistory[] Simulate(ILifetimeModel model, PurchaseHistories histories, Random random) =>
        [.. histories.Rows.SelectMany(row => Enumerable.Repeat(histories.Times[row.Age], row.Customers)).Select(age => model.Simulate(age, random))];

    private double[] Replicate(
        ILifetimeModel model,
        IEstimator<PurchaseHistories, ILifetimeModel> estimator,
        PurchaseHistories histories,
        string[] names,
        IReadOnlyDictionary<string, Func<ILifetimeModel, double>> quantities,
        int replicate,
        CancellationToken cancellationToken)
    {
        var random = new Random(unchecked((options.Seed * 1_000_003) + replicate));
        try
        {
            var refitted = estimator.Fit(PurchaseHistories.Collapse(Simulate(model, histories, random)), null, cancellationToken);
            return [.. names.Select(name => quantities[name](refitted))];
        }
        catch (Exception exception) when (exception is NotEstimableException or NotConvergedException)
        {
            // A simulated data set may be too poor; how many were is counted against the result.
            return [];
        }
    }

    private BootstrapInterval Interval(string name, double estimate, double[] sorted)
    {
        var tail = (1 - options.Level) / 2;
        return sorted.Length == 0
            ? new(name, estimate, double.NaN, double.NaN, 0)
            : new(name, estimate, At(tail), At(1 - tail), sorted.Length);

        double At(double probability)
        {
            var position = probability * (sorted.Length - 1);
            var below = (int)position;
            var above = Math.Min(below + 1, sorted.Length - 1);
            return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
        }
    }
}
