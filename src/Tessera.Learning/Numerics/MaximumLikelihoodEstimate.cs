namespace Tessera.Learning.Numerics;

/// <summary>Where a likelihood is largest.</summary>
/// <param name="Parameters">The parameters, [d].</param>
/// <param name="StandardErrors">Their standard errors, [d]; null where the curvature gives none, or the parameter is at a bound.</param>
/// <param name="Bounds">Per parameter: -1 at its lower bound, 1 at its upper one, 0 inside.</param>
/// <param name="Convergence">How the search ended; its objective is the log-likelihood.</param>
internal sealed record MaximumLikelihoodEstimate(double[] Parameters, double?[] StandardErrors, int[] Bounds, Convergence Convergence)
{
    /// <summary>The log-likelihood at the parameters.</summary>
    public double LogLikelihood => Convergence.Objective;
}
