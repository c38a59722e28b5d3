using static Tessera.Learning.Numerics.GammaFunctions;

namespace Tessera.Learning.Lifetime;

/// <summary>The BG/BB model: purchases at regular opportunities, and customers who silently leave between them.</summary>
/// <remarks>
/// Assumptions: (1) while alive, a customer buys at each opportunity with a probability p; (2) p differs by a beta distribution (α, β);
/// (3) before each opportunity a customer leaves with a probability θ; (4) θ differs by a beta distribution (γ, δ); (5) p and θ are independent.
/// <para>Reference: Fader, Hardie and Shang (2010), Customer-Base Analysis in a Discrete-Time Noncontractual Setting, Marketing Science 29(6).</para>
/// <para>Symbols: Frequency = x, LastPurchase = t_x, Opportunities = n, horizon = n*. Determinism: exact.</para>
/// </remarks>
public sealed class BetaGeometricBetaBernoulli : IFittedModel
{
    private readonly double[] parameters;

    /// <summary>A model with known parameters, such as published ones.</summary>
    /// <param name="alpha">First parameter of the purchase probabilities; above 0.</param>
    /// <param name="beta">Second parameter of the purchase probabilities; above 0.</param>
    /// <param name="gamma">First parameter of the leaving probabilities; above 0.</param>
    /// <param name="delta">Second parameter of the leaving probabilities; above 0.</param>
    /// <exception cref="InvalidOptionsException">A parameter is not a finite number above 0.</exception>
    public BetaGeometricBetaBernoulli(double alpha, double beta, double gamma, double delta)
        : this([new("alpha", alpha, null), new("beta", beta, null), new("gamma", gamma, null), new("delta", delta, null)], Convergence.ClosedForm, [])
    {
    }

    internal BetaGeometricBetaBernoulli(IReadOnlyList<FittedParameter> parameters, Convergence convergence, IReadOnlyList<string> warnings)
    {
        LifetimeFit.RequirePositive(parameters);
        (Parameters, Convergence, Warnings) = (parameters, convergence, warnings);
        this.parameters = [.. parameters.Select(parameter => parameter.Value)];
    }

    /// <summary>The parameters α, β, γ and δ.</summary>
    public IReadOnlyList<FittedParameter> Parameters { get; }

    /// <summary>The log-likelihood of the data it was fitted on.</summary>
    public double LogLikelihood => Convergence.Objective;

    /// <inheritdoc/>
    public Convergence Convergence { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>The probability that the customer is still there at the next opportunity. Equation (A10).</summary>
    /// <param name="history">What the customer did so far.</param>
    /// <exception cref="ArgumentException">The history contradicts itself.</exception>
    public double ProbabilityAlive(OpportunityHistory history)
    {
        history.Check(nameof(history));
        return Math.Exp(Buying(history, 0) + Staying(history.Opportunities + 1) - LogLikelihoodOfOne(history));
    }

    /// <summary>The expected number of purchases at the next opportunities. Equation (13), as the sum of its terms.</summary>
    /// <param name="horizon">How many opportunities, at least 0.</param>
    /// <param name="history">What the customer did so far.</param>
    /// <exception cref="ArgumentException">The horizon is negative, or the history contradicts itself.</exception>
    public double ExpectedPurchases(int horizon, OpportunityHistory history)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(horizon);
        history.Check(nameof(history));
        var buys = Buying(history, 1) - LogLikelihoodOfOne(history);
        var sum = 0.0;
        for (var ahead = 1; ahead <= horizon; ahead++)
        {
            sum += Math.Exp(buys + Staying(history.Opportunities + ahead));
        }

        return sum;
    }

    private double LogLikelihoodOfOne(OpportunityHistory history) =>
        new BetaGeometricBetaBernoulliLikelihood([history with { Customers = 1 }]).Evaluate(parameters, new double[4]);

    // ln of B(α + x + more, β + n − x) / B(α, β).
    private double Buying(OpportunityHistory history, int more) =>
        LogBeta(parameters[0] + history.Frequency + more, parameters[1] + history.Opportunities - history.Frequency) - LogBeta(parameters[0], parameters[1]);

    // ln of B(γ, δ + opportunities) / B(γ, δ): alive at that opportunity.
    private double Staying(int opportunities) => LogBeta(parameters[2], parameters[3] + opportunities) - LogBeta(parameters[2], parameters[3]);
}
