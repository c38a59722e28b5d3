using Tessera.Learning.Data;

namespace Tessera.Learning.Linear;

/// <summary>Logistic regression with a ridge, by Newton's method (iteratively reweighted least squares).</summary>
/// <remarks>
/// Estimates P(y = 1 | x) = 1/(1 + e^−(β₀ + Σ βⱼ xⱼ)) by minimising Σ w (ln(1 + eˢ) − y s) + ½ λ Σ βⱼ².
/// <para>Assumptions: 1. rows are independent given x; 2. the log-odds are a sum of one term per feature.</para>
/// <para>Reference: Hastie, Tibshirani and Friedman (2009), The Elements of Statistical Learning, 2nd edition, section 4.4.1, equations
/// (4.21) to (4.26), with the ridge of (4.31) squared; steps are halved until the objective falls.</para>
/// <para>Shapes: X: [n, d] becomes [n, p] with one column per category. Missing numbers count as their mean and get a column of their own.</para>
/// <para>Complexity: O(n d² + p³) per step, about 8 steps; memory O(p²). Determinism: sums are taken in a fixed order for any number of threads.</para>
/// </remarks>
public sealed class LogisticRegressionTrainer : IEstimator<TrainingSet, LinearModel>
{
    // Newton's method doubles the digits at each step: the next one would be below rounding.
    private const double Tolerance = 1e-9;
    private const int MostHalvings = 30;

    private readonly LinearOptions options;

    /// <summary>Creates the estimator.</summary>
    /// <param name="options">How it fits.</param>
    /// <exception cref="InvalidOptionsException">An option is out of its range.</exception>
    public LogisticRegressionTrainer(LinearOptions options)
    {
        options.Validate();
        this.options = options;
    }

    /// <inheritdoc/>
    public LinearModel Fit(TrainingSet data, IProgress<FitProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        data.RequireTwoClasses();
        var design = new DesignMatrix(data);
        var equations = new NormalEquations(design, options.L2);
        var target = data.TargetArray;
        var coefficients = new double[design.ColumnCount];
        var state = equations.Sum(coefficients, Term);
        for (var iteration = 1; iteration <= options.MaximumIterations; iteration++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var step = NormalEquations.Solve(state.Matrix, state.Vector);
            var (next, nextState) = Move(coefficients, step, state);
            var change = step.Max(Math.Abs);
            (coefficients, state) = (next, nextState);
            progress?.Report(new FitProgress($"step {iteration}", (double)iteration / options.MaximumIterations));
            if (change < Tolerance * (1 + coefficients.Max(Math.Abs)))
            {
                return design.ToModel(coefficients, data, isLogistic: true, new Convergence(Converged: true, iteration, state.Objective / data.TotalWeight, "A Newton step changes no coefficient any more."));
            }
        }

        throw new NotConvergedException(
            $"Logistic regression did not converge in {options.MaximumIterations} steps; raise L2 or MaximumIterations.",
            new Convergence(Converged: false, options.MaximumIterations, state.Objective / data.TotalWeight, "The limit of steps was reached."),
            new Dictionary<string, double>(StringComparer.Ordinal) { ["intercept"] = coefficients[0] });

        (double Curvature, double Slope, double Loss) Term(int row, double score)
        {
            var weight = data.Weight(row);
            var probability = 1 / (1 + Math.Exp(-score));
            var softplus = Math.Max(score, 0) + Math.Log(1 + Math.Exp(-Math.Abs(score)));
            return (weight * probability * (1 - probability), weight * (target[row] - probability), weight * (softplus - (target[row] * score)));
        }

        (double[] Coefficients, (double[] Matrix, double[] Vector, double Objective) State) Move(double[] from, double[] step, (double[] Matrix, double[] Vector, double Objective) before)
        {
            var share = 1.0;
            for (var halving = 0; ; halving++)
            {
                double[] moved = [.. from.Zip(step, (coefficient, change) => coefficient + (share * change))];
                var after = equations.Sum(moved, Term);
                // At the optimum rounding may raise the objective by a little.
                if (after.Objective <= before.Objective + (1e-12 * Math.Abs(before.Objective)) || halving == MostHalvings)
                {
                    return (moved, after);
                }

                share /= 2;
            }
        }
    }
}
