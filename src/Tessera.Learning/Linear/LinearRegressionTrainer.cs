using Tessera.Learning.Data;

namespace Tessera.Learning.Linear;

/// <summary>Linear regression with a ridge, in closed form.</summary>
/// <remarks>
/// Estimates E[y | x] = β₀ + Σ βⱼ xⱼ by minimising ½ Σ w (y − s)² + ½ λ Σ βⱼ².
/// <para>Assumptions: 1. rows are independent given x; 2. the mean is a sum of one term per feature.</para>
/// <para>Reference: Hastie, Tibshirani and Friedman (2009), The Elements of Statistical Learning, 2nd edition, section 3.4.1, equation (3.44).</para>
/// <para>Shapes as in <see cref="LogisticRegressionTrainer"/>. Complexity: O(n d² + p³).</para>
/// </remarks>
public sealed class LinearRegressionTrainer : IEstimator<TrainingSet, LinearModel>
{
    private readonly LinearOptions options;

    /// <summary>Creates the estimator.</summary>
    /// <param name="options">How it fits.</param>
    /// <exception cref="InvalidOptionsException">An option is out of its range.</exception>
    public LinearRegressionTrainer(LinearOptions options)
    {
        options.Validate();
        this.options = options;
    }

    /// <inheritdoc/>
    public LinearModel Fit(TrainingSet data, IProgress<FitProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var design = new DesignMatrix(data);
        var target = data.TargetArray;
        var (matrix, vector, _) = new NormalEquations(design, options.L2)
            .Sum(new double[design.ColumnCount], (row, score) => (data.Weight(row), data.Weight(row) * (target[row] - score), 0));
        return design.ToModel(NormalEquations.Solve(matrix, vector), data, isLogistic: false, Convergence.ClosedForm);
    }
}
