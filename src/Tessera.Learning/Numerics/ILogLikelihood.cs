namespace Tessera.Learning.Numerics;

/// <summary>A log-likelihood in positive parameters, with its gradient.</summary>
internal interface ILogLikelihood
{
    /// <summary>Evaluates at a point.</summary>
    /// <param name="parameters">The parameters, [d], all above zero.</param>
    /// <param name="gradient">Overwritten with the partial derivatives, [d].</param>
    double Evaluate(ReadOnlySpan<double> parameters, Span<double> gradient);
}
