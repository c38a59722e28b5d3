using static Tessera.Learning.Numerics.GammaFunctions;

namespace Tessera.Learning.Lifetime;

/// <summary>The shifted-beta-geometric model: how long customers under contract stay, renewing period after period.</summary>
/// <remarks>
/// Assumptions: (1) at the end of each period a customer leaves with a probability θ of the customer's own; (2) θ differs between customers by a
/// beta distribution (α, β). Retention therefore rises over time although nobody changes: those who leave easily leave first.
/// <para>Reference: Fader and Hardie (2007), How to Project Customer Retention, Journal of Interactive Marketing 21(1).</para>
/// <para>Symbols: period = t, from 1. Determinism: exact.</para>
/// </remarks>
public sealed class ShiftedBetaGeometric : IFittedModel
{
    private readonly double alpha;
    private readonly double beta;

    /// <summary>A model with known parameters, such as published ones.</summary>
    /// <param name="alpha">First parameter of the leaving probabilities; above 0.</param>
    /// <param name="beta">Second parameter of the leaving probabilities; above 0.</param>
    /// <exception cref="InvalidOptionsException">A parameter is not a finite number above 0.</exception>
    public ShiftedBetaGeometric(double alpha, double beta)
        : this([new("alpha", alpha, null), new("beta", beta, null)], Convergence.ClosedForm, [])
    {
    }

    internal ShiftedBetaGeometric(IReadOnlyList<FittedParameter> parameters, Convergence convergence, IReadOnlyList<string> warnings)
    {
        LifetimeFit.RequirePositive(parameters);
        (Parameters, Convergence, Warnings) = (parameters, convergence, warnings);
        (alpha, beta) = (parameters[0].Value, parameters[1].Value);
    }

    /// <summary>The parameters α and β.</summary>
    public IReadOnlyList<FittedParameter> Parameters { get; }

    /// <summary>The log-likelihood of the data it was fitted on.</summary>
    public double LogLikelihood => Convergence.Objective;

    /// <inheritdoc/>
    public Convergence Convergence { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>The probability that a new customer is still there after a number of periods. Equation (6).</summary>
    /// <param name="periods">How many periods, at least 0.</param>
    public double Survival(int periods)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(periods);
        return Math.Exp(LogRising(beta, periods) - LogRising(alpha + beta, periods));
    }

    /// <summary>The share of those who started a period that renew at its end. Equation (8).</summary>
    /// <param name="period">Which period, from 1.</param>
    public double Retention(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        return (beta + period - 1) / (alpha + beta + period - 1);
    }

    /// <summary>
    /// The expected number of periods to come of a customer who has just renewed for the n-th time, the one paid for now included, each discounted to now.
    /// </summary>
    /// <remarks>Fader and Hardie (2010), Customer-Base Valuation in a Contractual Setting, Marketing Science 29(1), over a finite horizon.</remarks>
    /// <param name="renewals">n, at least 0.</param>
    /// <param name="horizon">How many periods to look ahead, at least 0.</param>
    /// <param name="discountRate">The discount per period, at least 0.</param>
    public double DiscountedLifetime(int renewals, int horizon, double discountRate)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(renewals);
        ArgumentOutOfRangeException.ThrowIfNegative(horizon);
        if (!(discountRate >= 0 && double.IsFinite(discountRate)))
        {
            throw new ArgumentOutOfRangeException(nameof(discountRate), discountRate, "A discount rate is a finite number of at least 0.");
        }

        double sum = 0, weight = 1;
        for (var period = 1; period <= horizon; period++)
        {
            sum += weight;
            weight *= Retention(renewals + period) / (1 + discountRate);
        }

        return sum;
    }
}
