using Tessera.Learning.Data;

namespace Tessera.Learning.Recommendation;

/// <summary>Implicit factors by alternating least squares (ALS): users and items as points, near where users have items.</summary>
/// <remarks>
/// Minimises Σ c_ui (p_ui − x_uᵀ y_i)² + λ (Σ |x_u|² + Σ |y_i|²) over all users and items, with p = 1 where a user has an item and c = 1 + α r.
/// <para>Reference: Hu, Koren and Volinsky (2008), Collaborative Filtering for Implicit Feedback Datasets, ICDM, equations (3) to (5).</para>
/// <para>Symbols: Factors = f, Alpha = α, L2 = λ, strength = r. Complexity: O(rounds · (interactions f² + (users + items) f³)). Determinism: by seed, whatever the threads.</para>
/// </remarks>
public sealed class FactorsTrainer : IEstimator<Interactions, FactorsModel>
{
    private readonly FactorsOptions options;

    /// <summary>Creates the estimator.</summary>
    /// <param name="options">How it fits.</param>
    /// <exception cref="InvalidOptionsException">An option is out of its range.</exception>
    public FactorsTrainer(FactorsOptions options)
    {
        options.Validate();
        this.options = options;
    }

    /// <inheritdoc/>
    public FactorsModel Fit(Interactions data, IProgress<FitProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var threads = WorkSharing.Threads(options.Threads);
        var random = new SeededRandom(options.Seed);
        double[] items = [.. Enumerable.Range(0, data.ItemCount * options.Factors).Select(_ => 0.1 * random.NextNormal())];
        var users = new double[data.UserCount * options.Factors];
        var strengthsOfItem = StrengthsOfItems(data);
        for (var iteration = 0; iteration < options.Iterations; iteration++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var forUsers = new FactorSolver(items, options);
            WorkSharing.For(data.UserCount, threads, user => forUsers.Solve(data.ItemsOf(user), data.StrengthsOf(user), users.AsSpan(user * options.Factors, options.Factors)));
            var forItems = new FactorSolver(users, options);
            WorkSharing.For(data.ItemCount, threads, item => forItems.Solve(data.UsersOf(item), strengthsOfItem[item], items.AsSpan(item * options.Factors, options.Factors)));
            progress?.Report(new FitProgress($"round {iteration + 1} of {options.Iterations}", (iteration + 1.0) / options.Iterations));
        }

        var convergence = new Convergence(Converged: true, options.Iterations, double.NaN, $"{options.Iterations} rounds were done, as asked for.");
        return new FactorsModel(data.Items, items, options, data.Popularity(), convergence);
    }

    private static double[][] StrengthsOfItems(Interactions data)
    {
        var lists = Enumerable.Range(0, data.ItemCount).Select(_ => new List<double>()).ToArray();
        for (var user = 0; user < data.UserCount; user++)
        {
            for (var i = 0; i < data.ItemsOf(user).Length; i++)
            {
                lists[data.ItemsOf(user)[i]].Add(data.StrengthsOf(user)[i]);
            }
        }

        return [.. lists.Select(list => list.ToArray())];
    }
}
