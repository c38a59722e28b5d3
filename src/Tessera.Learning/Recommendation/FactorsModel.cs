namespace Tessera.Learning.Recommendation;

/// <summary>Fitted factors of items; those of a user are solved for from the history. Immutable; made by <see cref="FactorsTrainer"/>.</summary>
public sealed class FactorsModel : IRecommender
{
    private readonly double[] factors;
    private readonly int width;
    private readonly double[] popularity;
    private readonly FactorSolver solver;

    internal FactorsModel(IReadOnlyList<string> items, double[] factors, FactorsOptions options, double[] popularity, Convergence convergence)
    {
        Items = items;
        this.factors = factors;
        width = options.Factors;
        this.popularity = popularity;
        Convergence = convergence;
        solver = new FactorSolver(factors, options);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Items { get; }

    /// <inheritdoc/>
    public Convergence Convergence { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings => [];

    /// <summary>The factors of an item, y, [f].</summary>
    /// <param name="item">Its number.</param>
    public ReadOnlySpan<double> Factors(int item) => factors.AsSpan(item * width, width);

    /// <inheritdoc/>
    /// <remarks>Equation (4) for x and then x · y, Hu, Koren and Volinsky (2008).</remarks>
    public double[] Score(ReadOnlySpan<int> items, ReadOnlySpan<double> strengths)
    {
        if (items.Length == 0)
        {
            return [.. popularity];
        }

        var user = new double[width];
        solver.Solve(items, strengths, user);
        var scores = new double[Items.Count];
        for (var item = 0; item < scores.Length; item++)
        {
            var row = Factors(item);
            for (var i = 0; i < row.Length; i++)
            {
                scores[item] += user[i] * row[i];
            }
        }

        return scores;
    }
}
