using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace Tessera.Learning.Survival;

/// <summary>Fits <see cref="CoxModel"/> by Newton's method on the partial likelihood. Deterministic; O(n d²) per step after O(n log n).</summary>
public sealed class CoxEstimator : IEstimator<CoxData, CoxModel>
{
    private const double Tolerance = 1e-9;

    // A factor of e¹⁵ on the hazard between the ends of a covariate, and a likelihood that hardly bends there: the coefficient is on its way to infinity.
    private const double Runaway = 15;
    private const double FlatWald = 4;

    private readonly CoxOptions options;

    /// <summary>Creates the estimator.</summary>
    /// <param name="options">How to fit; null for the defaults.</param>
    /// <exception cref="InvalidOptionsException">An option is out of range.</exception>
    public CoxEstimator(CoxOptions? options = null)
    {
        this.options = options ?? new();
        this.options.Validate();
    }

    /// <inheritdoc/>
    public CoxModel Fit(CoxData data, IProgress<FitProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        var likelihood = new CoxPartialLikelihood(data, options.Ties);
        var d = data.Names.Count;
        if (likelihood.Events <= d)
        {
            throw new NotEstimableException($"The Cox model cannot be estimated: {likelihood.Events} events for {d} covariates; there must be more events than covariates, better ten times as many.");
        }

        if (likelihood.ConstantCovariate is { } constant)
        {
            throw new NotEstimableException($"The Cox model cannot be estimated: the covariate {constant} has the same value everywhere; leave it out.");
        }

        var beta = Vector<double>.Build.Dense(d);
        var state = likelihood.Evaluate(beta, options.Ridge);
        var atZero = state.Value;
        for (var iteration = 0; iteration < options.MaxIterations; iteration++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new($"step {iteration + 1}", (double)iteration / options.MaxIterations));
            var step = Solve(state.Information, state.Gradient, data.Names);
            var decrement = step.DotProduct(state.Gradient);
            if (decrement < Tolerance)
            {
                return Build(data, likelihood, beta, state, atZero, iteration);
            }

            // Halved until the likelihood rises: far from the optimum the full step may overshoot.
            var next = likelihood.Evaluate(beta + step, options.Ridge);
            while (!(next.Value >= state.Value) && step.L2Norm() > 1e-12)
            {
                step /= 2;
                next = likelihood.Evaluate(beta + step, options.Ridge);
            }

            (beta, state) = (beta + step, next);
            for (var j = 0; j < d; j++)
            {
                if (Math.Abs(beta[j]) * likelihood.Ranges[j] > Runaway && beta[j] * beta[j] * state.Information[j, j] < FlatWald)
                {
                    throw new NotEstimableException(
                        $"The Cox model cannot be estimated: the covariate {data.Names[j]} separates those with the event from those without, so that its coefficient has no largest likelihood; leave it out or set a ridge penalty.");
                }
            }
        }

        throw new NotConvergedException(
            $"The Cox model did not converge in {options.MaxIterations} steps; set a ridge penalty or leave covariates out that repeat each other.",
            new(false, options.MaxIterations, state.Value, "The limit of steps was reached."),
            Enumerable.Range(0, d).ToDictionary(j => data.Names[j], j => beta[j] / likelihood.Scales[j], StringComparer.Ordinal));
    }

    private static Vector<double> Solve(Matrix<double> information, Vector<double> gradient, IReadOnlyList<string> names)
    {
        var values = information.Evd(Symmetricity.Symmetric);
        if (values.EigenValues[0].Real < 1e-10 * values.EigenValues[^1].Real)
        {
            var direction = values.EigenVectors.Column(0);
            var involved = names.Where((_, j) => Math.Abs(direction[j]) > 0.3);
            throw new NotEstimableException($"The Cox model cannot be estimated: the covariates {string.Join(", ", involved)} repeat each other; leave one out or set a ridge penalty.");
        }

        return information.Cholesky().Solve(gradient);
    }

    private CoxModel Build(
        CoxData data, CoxPartialLikelihood likelihood, Vector<double> beta, CoxPartialLikelihood.State state, double atZero, int iterations)
    {
        var variance = state.Information.Inverse();
        var coefficients = new CoxCoefficient[data.Names.Count];
        for (var j = 0; j < coefficients.Length; j++)
        {
            var error = Math.Sqrt(variance[j, j]);
            coefficients[j] = new(data.Names[j], beta[j] / likelihood.Scales[j], error / likelihood.Scales[j], 2 * Normal.CDF(0, 1, -Math.Abs(beta[j] / error)));
        }

        var warnings = likelihood.Events < 10 * data.Names.Count
            ? new[] { $"There are {likelihood.Events} events for {data.Names.Count} covariates; with fewer than ten each, coefficients are unsteady." }
            : [];
        return new(coefficients, likelihood.Centre, likelihood.Baseline(beta), atZero,
            new(true, iterations, state.Value, options.Ridge > 0 ? "Newton's decrement is below 1e-9; the objective is the penalised one." : "Newton's decrement is below 1e-9."), warnings);
    }
}
