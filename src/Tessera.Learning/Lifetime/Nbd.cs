using MathNet.Numerics.Distributions;

namespace Tessera.Learning.Lifetime;

/// <summary>The NBD model: customers buy at different rates and never leave. The limit of the others where dropout cannot be seen.</summary>
/// <remarks>
/// Assumptions: (1) a customer buys at random times at a rate λ; (2) λ differs between customers by a gamma distribution with
/// shape r and rate α.
/// <para>Reference: Ehrenberg (1959), The Pattern of Consumer Purchases, Applied Statistics 8(1).</para>
/// <para>Symbols: Frequency = x, Age = T, horizon = t.</para>
/// </remarks>
public sealed class Nbd : ILifetimeModel
{
    private readonly double r;
    private readonly double alpha;

    /// <summary>A model with known parameters.</summary>
    /// <param name="r">Shape of the purchase rates; above 0.</param>
    /// <param name="alpha">Rate of the purchase rates, in units of time; above 0.</param>
    /// <exception cref="InvalidOptionsException">A parameter is not a finite number above 0.</exception>
    public Nbd(double r, double alpha)
        : this([new("r", r, null), new("alpha", alpha, null)], Convergence.ClosedForm, [])
    {
    }

    internal Nbd(IReadOnlyList<FittedParameter> parameters, Convergence convergence, IReadOnlyList<string> warnings)
    {
        LifetimeFit.RequirePositive(parameters);
        (Parameters, Convergence, Warnings) = (parameters, convergence, warnings);
        (r, alpha) = (parameters[0].Value, parameters[1].Value);
    }

    /// <inheritdoc/>
    public string Name => "nbd";

    /// <inheritdoc/>
    public IReadOnlyList<FittedParameter> Parameters { get; }

    /// <inheritdoc/>
    public double LogLikelihood => Convergence.Objective;

    /// <inheritdoc/>
    public Convergence Convergence { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings { get; }

    /// <inheritdoc/>
    public double ProbabilityAlive(PurchaseHistory history)
    {
        history.Check(nameof(history));
        return 1;
    }

    /// <inheritdoc/>
    public double ExpectedPurchases(double horizon, PurchaseHistory history)
    {
        Horizon.Check(horizon);
        history.Check(nameof(history));
        return (r + history.Frequency) * horizon / (alpha + history.Age);
    }

    /// <inheritdoc/>
    public double ExpectedPurchases(double horizon)
    {
        Horizon.Check(horizon);
        return r * horizon / alpha;
    }

    /// <inheritdoc/>
    public double LogLikelihoodOf(PurchaseHistories histories)
    {
        ArgumentNullException.ThrowIfNull(histories);
        return new NbdLikelihood(histories).Evaluate([r, alpha], new double[2]);
    }

    /// <inheritdoc/>
    public string ProbabilityAliveSql(HistoryColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return LifetimeSql.NbdAlive(columns);
    }

    /// <inheritdoc/>
    public string ExpectedPurchasesSql(double horizon, HistoryColumns columns)
    {
        Horizon.Check(horizon);
        ArgumentNullException.ThrowIfNull(columns);
        return LifetimeSql.NbdPurchases(horizon, r, alpha, columns);
    }

    /// <inheritdoc/>
    public PurchaseHistory Simulate(double age, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var rate = Gamma.Sample(random, r, alpha);
        var (frequency, recency) = (0, 0.0);
        for (var time = NextGap(); time <= age; time += NextGap())
        {
            (frequency, recency) = (frequency + 1, time);
        }

        return new(frequency, recency, age);

        double NextGap() => -Math.Log(1 - random.NextDouble()) / rate;
    }
}
