using static Tessera.Learning.Trees.SqlText;

namespace Tessera.Learning.Lifetime;

/// <summary>The Gamma-Gamma model of spend: how much a customer spends per purchase, shrunk towards what customers spend in general.</summary>
/// <remarks>
/// Assumptions: (1) a customer's purchases vary around the customer's mean by a gamma distribution with shape p; (2) its rate ν
/// differs between customers by a gamma distribution with shape q and rate γ; (3) spend does not depend on how often a customer buys.
/// <para>Reference: Fader and Hardie (2013), The Gamma-Gamma Model of Monetary Value.</para>
/// <para>Symbols: Purchases = x, MeanAmount = z̄. Units: γ is money; p and q are pure numbers.</para>
/// </remarks>
public sealed class GammaGamma : IFittedModel
{
    private readonly double p;
    private readonly double q;
    private readonly double gamma;

    /// <summary>A model with known parameters, such as published ones.</summary>
    /// <param name="p">Shape of a customer's purchases; above 0.</param>
    /// <param name="q">Shape of the differences between customers; above 0.</param>
    /// <param name="gamma">Rate of the differences between customers, in money; above 0.</param>
    /// <exception cref="InvalidOptionsException">A parameter is not a finite number above 0.</exception>
    public GammaGamma(double p, double q, double gamma)
        : this([new("p", p, null), new("q", q, null), new("gamma", gamma, null)], Convergence.ClosedForm, [])
    {
    }

    internal GammaGamma(IReadOnlyList<FittedParameter> parameters, Convergence convergence, IReadOnlyList<string> warnings)
    {
        LifetimeFit.RequirePositive(parameters);
        (Parameters, Convergence, Warnings) = (parameters, convergence, warnings);
        (p, q, gamma) = (parameters[0].Value, parameters[1].Value, parameters[2].Value);
    }

    /// <summary>The parameters p, q and γ.</summary>
    public IReadOnlyList<FittedParameter> Parameters { get; }

    /// <summary>The log-likelihood of the data it was fitted on.</summary>
    public double LogLikelihood => Convergence.Objective;

    /// <inheritdoc/>
    public Convergence Convergence { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>The mean amount over all customers, pγ / (q − 1).</summary>
    /// <exception cref="NotEstimableException">q is at most 1: the distribution of means has no mean.</exception>
    public double PopulationMean => q > 1
        ? p * gamma / (q - 1)
        : throw new NotEstimableException(FormattableString.Invariant(
            $"The mean amount of customers in general cannot be estimated: with q = {q:0.###} (at most 1) a few very large spenders leave it without bound."));

    /// <summary>The expected amount of a customer's next purchase. Equation (5).</summary>
    /// <param name="spend">What the customer spent so far.</param>
    /// <exception cref="ArgumentException">The spend contradicts itself.</exception>
    /// <exception cref="NotEstimableException">px + q is at most 1, so that there is no mean.</exception>
    public double ExpectedAmount(SpendHistory spend)
    {
        if (spend.Defect is { } defect)
        {
            throw new ArgumentException($"The customer has {defect}.", nameof(spend));
        }

        var shape = (p * spend.Purchases) + q;
        return shape > 1
            ? p * (gamma + (spend.Purchases * spend.MeanAmount)) / (shape - 1)
            : throw new NotEstimableException("The expected amount of this customer cannot be estimated: the spread of amounts is too wide for a mean to exist.");
    }

    /// <summary>
    /// The expected amount as a SQL expression (ClickHouse dialect): that of <see cref="ExpectedAmount"/> to 10⁻⁹, relative, and the population's mean for a
    /// customer without a purchase; not-a-number where there is no mean.
    /// </summary>
    /// <param name="purchases">The column of how many purchases the mean is over; of any number type.</param>
    /// <param name="meanAmount">The column of the mean amount.</param>
    public string ExpectedAmountSql(string purchases, string meanAmount)
    {
        ArgumentException.ThrowIfNullOrEmpty(purchases);
        ArgumentException.ThrowIfNullOrEmpty(meanAmount);
        var (x, mean) = ($"toFloat64({Name(purchases)})", $"toFloat64({Name(meanAmount)})");
        var shape = $"({Number(p)} * {x} + {Number(q - 1)})";
        return $"if({x} > 0, if({shape} > 0, {Number(p)} * ({Number(gamma)} + {x} * {mean}) / {shape}, nan), {(q > 1 ? Number(PopulationMean) : "nan")})";
    }
}
