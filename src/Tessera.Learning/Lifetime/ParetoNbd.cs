using MathNet.Numerics.Distributions;

namespace Tessera.Learning.Lifetime;

/// <summary>The Pareto/NBD model: how often customers buy while they live, and when they silently leave, at any time.</summary>
/// <remarks>
/// Assumptions: (1) while alive, a customer buys at random times at a rate λ; (2) λ differs between customers by a gamma
/// distribution with shape r and rate α; (3) a customer's lifetime is exponential with a rate μ; (4) μ differs between customers by a gamma
/// distribution with shape s and rate β; (5) λ and μ are independent.
/// <para>Reference: Schmittlein, Morrison and Colombo (1987), Counting Your Customers: Who Are They and What Will They Do Next?,
/// Management Science 33(1); equation numbers are those of Fader and Hardie (2005), A Note on Deriving the Pareto/NBD Model.</para>
/// <para>Symbols: Frequency = x, Recency = t_x, Age = T, horizon = t. Determinism: exact, no chance. Not-a-number is refused.</para>
/// </remarks>
public sealed class ParetoNbd : ILifetimeModel
{
    private readonly double r;
    private readonly double alpha;
    private readonly double s;
    private readonly double beta;

    /// <summary>A model with known parameters, such as published ones.</summary>
    /// <param name="r">Shape of the purchase rates; above 0.</param>
    /// <param name="alpha">Rate of the purchase rates, in units of time; above 0.</param>
    /// <param name="s">Shape of the dropout rates; above 0.</param>
    /// <param name="beta">Rate of the dropout rates, in units of time; above 0.</param>
    /// <exception cref="InvalidOptionsException">A parameter is not a finite number above 0.</exception>
    public ParetoNbd(double r, double alpha, double s, double beta)
        : this([new("r", r, null), new("alpha", alpha, null), new("s", s, null), new("beta", beta, null)], Convergence.ClosedForm, [])
    {
    }

    internal ParetoNbd(IReadOnlyList<FittedParameter> parameters, Convergence convergence, IReadOnlyList<string> warnings)
    {
        LifetimeFit.RequirePositive(parameters);
        (Parameters, Convergence, Warnings) = (parameters, convergence, warnings);
        (r, alpha, s, beta) = (parameters[0].Value, parameters[1].Value, parameters[2].Value, parameters[3].Value);
    }

    /// <inheritdoc/>
    public string Name => "pareto-nbd";

    /// <inheritdoc/>
    public IReadOnlyList<FittedParameter> Parameters { get; }

    /// <inheritdoc/>
    public double LogLikelihood => Convergence.Objective;

    /// <inheritdoc/>
    public Convergence Convergence { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings { get; }

    /// <inheritdoc/>
    /// <remarks>Equation (36).</remarks>
    public double ProbabilityAlive(PurchaseHistory history)
    {
        history.Check(nameof(history));
        return 1 / (1 + Math.Exp(ParetoNbdLikelihood.LogDropoutOdds(r, alpha, s, beta, history)));
    }

    /// <inheritdoc/>
    /// <remarks>Equation (41), with the limit at s = 1.</remarks>
    public double ExpectedPurchases(double horizon, PurchaseHistory history)
    {
        Horizon.Check(horizon);
        return ProbabilityAlive(history) * (r + history.Frequency) / (alpha + history.Age)
            * ExpectedLifetime(beta + history.Age, horizon);
    }

    /// <inheritdoc/>
    /// <remarks>Equation (27), with the limit at s = 1.</remarks>
    public double ExpectedPurchases(double horizon)
    {
        Horizon.Check(horizon);
        return r / alpha * ExpectedLifetime(beta, horizon);
    }

    /// <inheritdoc/>
    public double LogLikelihoodOf(PurchaseHistories histories)
    {
        ArgumentNullException.ThrowIfNull(histories);
        return new ParetoNbdLikelihood(histories).Evaluate([r, alpha, s, beta], new double[4]);
    }

    /// <inheritdoc/>
    public string ProbabilityAliveSql(HistoryColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return LifetimeSql.ParetoAlive(r, alpha, s, beta, columns);
    }

    /// <inheritdoc/>
    public string ExpectedPurchasesSql(double horizon, HistoryColumns columns)
    {
        Horizon.Check(horizon);
        ArgumentNullException.ThrowIfNull(columns);
        return LifetimeSql.ParetoPurchases(horizon, r, alpha, s, beta, columns);
    }

    /// <inheritdoc/>
    public PurchaseHistory Simulate(double age, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var rate = Gamma.Sample(random, r, alpha);
        var end = Math.Min(age, -Math.Log(1 - random.NextDouble()) / Gamma.Sample(random, s, beta));
        var (frequency, recency) = (0, 0.0);
        for (var time = NextGap(); time <= end; time += NextGap())
        {
            (frequency, recency) = (frequency + 1, time);
        }

        return new(frequency, recency, age);

        double NextGap() => -Math.Log(1 - random.NextDouble()) / rate;
    }

    // The expected part of the horizon that a living customer is alive: ∫ (scale / (scale + u))ˢ du from 0 to the horizon.
    private double ExpectedLifetime(double scale, double horizon)
    {
        var growth = Numerics.GammaFunctions.Log1P(horizon / scale);
        var power = (1 - s) * growth;
        var mean = Math.Abs(power) < 1e-5 ? 1 + (power / 2) + (power * power / 6) : (Math.Exp(power) - 1) / power;
        return scale * growth * mean;
    }
}
