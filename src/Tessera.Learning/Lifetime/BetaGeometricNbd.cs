using MathNet.Numerics.Distributions;
using static Tessera.Learning.Numerics.GammaFunctions;

namespace Tessera.Learning.Lifetime;

/// <summary>The BG/NBD model and its modification MBG/NBD: how often customers buy while they live, and when they silently leave.</summary>
/// <remarks>
/// Assumptions: (1) while alive, a customer buys at random times at a rate λ; (2) λ differs between customers by a gamma
/// distribution with shape r and rate α; (3) after each purchase (see <see cref="BetaGeometricVariant"/>) the customer leaves with
/// probability p; (4) p differs between customers by a beta distribution (a, b); (5) λ and p are independent.
/// <para>Reference: Fader, Hardie and Lee (2005), "Counting Your Customers" the Easy Way: An Alternative to the Pareto/NBD Model,
/// Marketing Science 24(2); Batislam, Denizel and Filiztekin (2007), Empirical validation and comparison of models for customer base
/// analysis, International Journal of Research in Marketing 24(3).</para>
/// <para>Symbols: Frequency = x, Recency = t_x, Age = T, horizon = t. Determinism: exact, no chance. Not-a-number is refused.</para>
/// </remarks>
public sealed class BetaGeometricNbd : ILifetimeModel
{
    private readonly double r;
    private readonly double alpha;
    private readonly double a;
    private readonly double b;

    /// <summary>A model with known parameters, such as published ones.</summary>
    /// <param name="variant">When a customer may drop out.</param>
    /// <param name="r">Shape of the purchase rates; above 0.</param>
    /// <param name="alpha">Rate of the purchase rates, in units of time; above 0.</param>
    /// <param name="a">First parameter of the dropout probabilities; above 0.</param>
    /// <param name="b">Second parameter of the dropout probabilities; above 0.</param>
    /// <exception cref="InvalidOptionsException">A parameter is not a finite number above 0.</exception>
    public BetaGeometricNbd(BetaGeometricVariant variant, double r, double alpha, double a, double b)
        : this(variant, [new("r", r, null), new("alpha", alpha, null), new("a", a, null), new("b", b, null)], Convergence.ClosedForm, [])
    {
    }

    internal BetaGeometricNbd(
        BetaGeometricVariant variant, IReadOnlyList<FittedParameter> parameters, Convergence convergence, IReadOnlyList<string> warnings)
    {
        LifetimeFit.RequirePositive(parameters);
        (Variant, Parameters, Convergence, Warnings) = (variant, parameters, convergence, warnings);
        (r, alpha, a, b) = (parameters[0].Value, parameters[1].Value, parameters[2].Value, parameters[3].Value);
    }

    /// <summary>When a customer may drop out.</summary>
    public BetaGeometricVariant Variant { get; }

    /// <inheritdoc/>
    public string Name => Variant == BetaGeometricVariant.Original ? "bg-nbd" : "mbg-nbd";

    /// <inheritdoc/>
    public IReadOnlyList<FittedParameter> Parameters { get; }

    /// <inheritdoc/>
    public double LogLikelihood => Convergence.Objective;

    /// <inheritdoc/>
    public Convergence Convergence { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings { get; }

    private int FirstChances => (int)Variant;

    /// <inheritdoc/>
    /// <remarks>BG/NBD: Fader, Hardie and Lee (2008), Computing P(alive) Using the BG/NBD Model.</remarks>
    public double ProbabilityAlive(PurchaseHistory history)
    {
        history.Check(nameof(history));
        return 1 / (1 + Math.Exp(BetaGeometricLikelihood.LogDropoutOdds(r, alpha, a, b, history, FirstChances)));
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Equal to equation (10) of the paper, but without its hypergeometric function, whose difference from 1 cancels near a = 1: a
    /// customer who lives has n chances to buy with the probabilities of an NBD, and the i-th is taken if none of the i − 1 before
    /// it ended the relation. All terms are positive. O(expected number of chances).
    /// </remarks>
    public double ExpectedPurchases(double horizon, PurchaseHistory history)
    {
        Horizon.Check(horizon);
        return ProbabilityAlive(history) * ExpectedWhileAlive(
            r + history.Frequency, horizon / (alpha + history.Age), b + history.Frequency + FirstChances);
    }

    /// <inheritdoc/>
    /// <remarks>BG/NBD: equation (9) of the paper.</remarks>
    public double ExpectedPurchases(double horizon)
    {
        Horizon.Check(horizon);
        var stays = FirstChances == 0 ? 1 : b / (a + b);
        return stays * ExpectedWhileAlive(r, horizon / alpha, b + FirstChances);
    }

    /// <inheritdoc/>
    public double LogLikelihoodOf(PurchaseHistories histories)
    {
        ArgumentNullException.ThrowIfNull(histories);
        return new BetaGeometricLikelihood(histories, FirstChances).Evaluate([r, alpha, a, b], new double[4]);
    }

    /// <inheritdoc/>
    public string ProbabilityAliveSql(HistoryColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return LifetimeSql.BetaGeometricAlive(r, alpha, a, b, FirstChances, columns);
    }

    /// <inheritdoc/>
    public string ExpectedPurchasesSql(double horizon, HistoryColumns columns)
    {
        Horizon.Check(horizon);
        ArgumentNullException.ThrowIfNull(columns);
        return LifetimeSql.BetaGeometricPurchases(horizon, r, alpha, a, b, FirstChances, columns);
    }

    /// <inheritdoc/>
    public PurchaseHistory Simulate(double age, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var rate = Gamma.Sample(random, r, alpha);
        var leaves = Beta.Sample(random, a, b);
        if (FirstChances > 0 && random.NextDouble() < leaves)
        {
            return new(0, 0, age);
        }

        var (frequency, recency) = (0, 0.0);
        for (var time = NextGap(); time <= age; time += NextGap())
        {
            (frequency, recency) = (frequency + 1, time);
            if (random.NextDouble() < leaves)
            {
                break;
            }
        }

        return new(frequency, recency, age);

        double NextGap() => -Math.Log(1 - random.NextDouble()) / rate;
    }

    // Σ over n of NBD(n; shape, odds) · Σ over i < n of (stay)ᵢ / (a + stay)ᵢ.
    private double ExpectedWhileAlive(double shape, double odds, double stay)
    {
        if (odds == 0)
        {
            return 0;
        }

        var probability = odds / (1 + odds);
        var mean = shape * odds;
        var logMass = -shape * Log1P(odds);
        double mass = Math.Exp(logMass), taken = 0, survival = 1, sum = 0, cumulated = mass;
        var tail = mean + (12 * Math.Sqrt(mean * (1 + odds))) + 40;
        for (var n = 1; ; n++)
        {
            taken += survival;
            survival *= (stay + n - 1) / (a + stay + n - 1);
            var ratio = probability * (shape + n - 1) / n;
            if (mass < 1e-290)
            {
                // Far below the mode of a frequent buyer the masses are too small for a double; their logarithms are not.
                logMass += Math.Log(ratio);
                mass = Math.Exp(logMass);
            }
            else
            {
                mass *= ratio;
            }

            cumulated += mass;
            sum += mass * taken;

            // What is left: masses fall faster than this ratio, and taken grows at most by one each.
            if (n > mean && ratio < 1 && mass * (taken + (1 / (1 - ratio))) * ratio / (1 - ratio) < 1e-15 * sum)
            {
                return sum;
            }

            if (n > 100 * tail)
            {
                return sum + ((1 - cumulated) * taken);
            }
        }
    }
}
