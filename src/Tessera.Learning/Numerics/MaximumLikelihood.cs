using MathNet.Numerics.LinearAlgebra;

namespace Tessera.Learning.Numerics;

/// <summary>Maximises a likelihood over positive parameters, in their logarithms.</summary>
/// <remarks>
/// A likelihood may have no maximum: a parameter then runs away, and the likelihood creeps towards a limit. Beyond a factor of
/// 10³ from its scale a parameter is therefore pulled back by a quadratic penalty, which makes the search end near that bound;
/// the estimate says which parameters are there. Inside the bounds the penalty is exactly zero.
/// <para>Standard errors are square roots of the diagonal of the inverse observed information, whose entries are central
/// differences of the analytic gradient in the logarithms, carried over by θ: se(θ) = θ · se(ln θ).</para>
/// </remarks>
internal static class MaximumLikelihood
{
    private const double Bound = 6.907755278982137; // ln 10³
    private const double PenaltyWeight = 1e-2;
    private const double GradientTolerance = 1e-8;
    private const double DifferenceStep = 1e-4;

    /// <summary>Searches for the maximum.</summary>
    /// <param name="likelihood">The log-likelihood.</param>
    /// <param name="scales">The natural size of each parameter, [d]: where its search starts by default, and what bounds relate to.</param>
    /// <param name="start">Where the search starts, [d], in the parameters themselves.</param>
    /// <param name="observations">Over how many independent observations the likelihood is summed.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public static MaximumLikelihoodEstimate Fit(
        ILogLikelihood likelihood, ReadOnlySpan<double> scales, ReadOnlySpan<double> start, double observations, CancellationToken cancellationToken)
    {
        var d = scales.Length;
        var scale = scales.ToArray();
        var origin = new double[d];
        for (var i = 0; i < d; i++)
        {
            origin[i] = Math.Log(start[i] / scale[i]);
        }

        var parameters = new double[d];
        double Objective(ReadOnlySpan<double> point, Span<double> gradient)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var i = 0; i < d; i++)
            {
                parameters[i] = scale[i] * Math.Exp(point[i]);
            }

            var value = -likelihood.Evaluate(parameters, gradient) / observations;
            for (var i = 0; i < d; i++)
            {
                gradient[i] *= -parameters[i] / observations;
                var beyond = Math.Abs(point[i]) - Bound;
                if (beyond > 0)
                {
                    value += 0.5 * PenaltyWeight * beyond * beyond;
                    gradient[i] += PenaltyWeight * beyond * Math.Sign(point[i]);
                }
            }

            return value;
        }

        var optimum = QuasiNewton.Minimize(Objective, origin, GradientTolerance);
        var estimate = new double[d];
        var bounds = new int[d];
        for (var i = 0; i < d; i++)
        {
            estimate[i] = scale[i] * Math.Exp(optimum.Point[i]);
            bounds[i] = Math.Abs(optimum.Point[i]) > Bound - 0.5 ? Math.Sign(optimum.Point[i]) : 0;
        }

        var errors = StandardErrors(Objective, optimum.Point, estimate, bounds, observations);
        var logLikelihood = likelihood.Evaluate(estimate, new double[d]);
        var reason = optimum.Converged
            ? $"No partial derivative of the mean log-likelihood exceeds {optimum.GradientNorm:0.0e+0}."
            : $"The search stopped with a partial derivative of {optimum.GradientNorm:0.0e+0} left in the mean log-likelihood.";
        return new(estimate, errors, bounds, new Convergence(optimum.Converged, optimum.Iterations, logLikelihood, reason));
    }

    private static double?[] StandardErrors(QuasiNewton.Objective objective, double[] point, double[] estimate, int[] bounds, double observations)
    {
        var free = Enumerable.Range(0, point.Length).Where(i => bounds[i] == 0).ToArray();
        var errors = new double?[point.Length];
        if (free.Length == 0)
        {
            return errors;
        }

        var information = Matrix<double>.Build.Dense(free.Length, free.Length);
        var above = new double[point.Length];
        var below = new double[point.Length];
        var moved = (double[])point.Clone();
        for (var j = 0; j < free.Length; j++)
        {
            moved[free[j]] = point[free[j]] + DifferenceStep;
            objective(moved, above);
            moved[free[j]] = point[free[j]] - DifferenceStep;
            objective(moved, below);
            moved[free[j]] = point[free[j]];
            for (var i = 0; i < free.Length; i++)
            {
                var half = observations * (above[free[i]] - below[free[i]]) / (4 * DifferenceStep);
                information[i, j] += half;
                information[j, i] += half;
            }
        }

        var values = information.Evd(Symmetricity.Symmetric).EigenValues;
        if (values.Any(value => !(value.Real > 0)))
        {
            return errors;
        }

        var variance = information.Inverse();
        for (var i = 0; i < free.Length; i++)
        {
            errors[free[i]] = estimate[free[i]] * Math.Sqrt(variance[i, i]);
        }

        return errors;
    }
}
