namespace Tessera.Learning.Survival;

/// <summary>A fitted Cox model: covariates multiply a hazard whose course over time is left open.</summary>
/// <remarks>
/// Assumptions: (1) a unit of a covariate multiplies the hazard by the same factor at all times; (2) being lost from sight says nothing
/// about the event to come, given the covariates.
/// <para>Reference: Cox (1972), Regression Models and Life-Tables, Journal of the Royal Statistical Society B 34; Efron (1977), The Efficiency of
/// Cox's Likelihood Function for Censored Data, Journal of the American Statistical Association 72; Breslow (1974), Covariance Analysis
/// of Censored Survival Data, Biometrics 30.</para>
/// </remarks>
public sealed class CoxModel : IFittedModel
{
    private readonly double[] centre;
    private readonly (double Time, double Hazard)[] baseline;

    internal CoxModel(
        IReadOnlyList<CoxCoefficient> coefficients, double[] centre, (double Time, double Hazard)[] baseline, double nullLogLikelihood,
        Convergence convergence, IReadOnlyList<string> warnings)
    {
        (Coefficients, this.centre, this.baseline) = (coefficients, centre, baseline);
        (NullLogLikelihood, Convergence, Warnings) = (nullLogLikelihood, convergence, warnings);
    }

    /// <summary>What each covariate does.</summary>
    public IReadOnlyList<CoxCoefficient> Coefficients { get; }

    /// <summary>The partial log-likelihood at the coefficients.</summary>
    public double LogLikelihood => Convergence.Objective;

    /// <summary>The partial log-likelihood with all coefficients 0.</summary>
    public double NullLogLikelihood { get; }

    /// <inheritdoc/>
    public Convergence Convergence { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>The log hazard relative to a subject with mean covariates.</summary>
    /// <param name="covariates">The covariates, [d].</param>
    /// <exception cref="ArgumentException">There are not d of them.</exception>
    public double LogRisk(ReadOnlySpan<double> covariates)
    {
        if (covariates.Length != centre.Length)
        {
            throw new ArgumentException($"The model has {centre.Length} covariates, not {covariates.Length}.", nameof(covariates));
        }

        var sum = 0.0;
        for (var j = 0; j < covariates.Length; j++)
        {
            sum += Coefficients[j].Coefficient * (covariates[j] - centre[j]);
        }

        return sum;
    }

    /// <summary>The probability of getting past a time, by the estimated baseline hazard; constant beyond the last event.</summary>
    /// <param name="covariates">The covariates, [d], held for all time.</param>
    /// <param name="time">The time, at least 0.</param>
    public double SurvivalAt(ReadOnlySpan<double> covariates, double time)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(time);
        var hazard = 0.0;
        foreach (var step in baseline)
        {
            if (step.Time > time)
            {
                break;
            }

            hazard = step.Hazard;
        }

        return Math.Exp(-hazard * Math.Exp(LogRisk(covariates)));
    }
}
