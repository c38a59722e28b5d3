namespace Tessera.Learning.Privacy;

/// <summary>What has been revealed so far, and how much may be: an accountant for zero-concentrated differential privacy.</summary>
/// <remarks>
/// Costs ρ add up, whatever the mechanisms and however later questions depend on earlier answers. Immutable: spending gives a new budget.
/// <para>Reference: Bun and Steinke (2016), Concentrated Differential Privacy, propositions 1.3, 1.4, 1.6 and 1.7; Canonne, Kamath and Steinke (2020), The
/// Discrete Gaussian for Differential Privacy, corollary 13; Cesar and Rogers (2021), Bounding, Concentrating, and Truncating, for
/// the exponential mechanism.</para>
/// </remarks>
public sealed record PrivacyBudget
{
    /// <summary>Creates an unspent budget.</summary>
    /// <param name="limit">The largest ρ in all; above 0 and finite.</param>
    /// <exception cref="InvalidOptionsException">The limit is out of range.</exception>
    public PrivacyBudget(double limit)
    {
        new OptionProblems().Positive("limit", limit).ThrowIfAny();
        Limit = limit;
    }

    /// <summary>The largest ρ in all.</summary>
    public double Limit { get; }

    /// <summary>ρ spent so far.</summary>
    public double Spent { get; private init; }

    /// <summary>ρ left.</summary>
    public double Left => Math.Max(0, Limit - Spent);

    /// <summary>The budget for a guarantee in terms of ε and δ: the largest ρ that implies it.</summary>
    /// <param name="epsilon">ε, from 10⁻³ to 1,000.</param>
    /// <param name="delta">δ, from 10⁻³⁰ to 0.1: far less than one over the number of people.</param>
    /// <exception cref="InvalidOptionsException">A parameter is out of range.</exception>
    public static PrivacyBudget For(double epsilon, double delta)
    {
        new OptionProblems().Range("epsilon", epsilon, 1e-3, 1000).Range("delta", delta, 1e-30, 0.1).ThrowIfAny();
        double low = 0, high = epsilon;
        for (var i = 0; i < 100; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = EpsilonOf(middle, delta) <= epsilon ? (middle, high) : (low, middle);
        }

        return new(low);
    }

    /// <summary>The cost of Gaussian noise: Δ² / (2σ²).</summary>
    /// <param name="sensitivity">Δ, above 0.</param>
    /// <param name="standardDeviation">σ, above 0.</param>
    public static double CostOfGaussian(double sensitivity, double standardDeviation)
    {
        new OptionProblems().Positive("sensitivity", sensitivity).Positive("standard deviation", standardDeviation).ThrowIfAny();
        return sensitivity * sensitivity / (2 * standardDeviation * standardDeviation);
    }

    /// <summary>The cost of anything ε-differentially private, such as Laplace noise: ε² / 2.</summary>
    /// <param name="epsilon">ε, above 0.</param>
    public static double CostOfPure(double epsilon)
    {
        new OptionProblems().Positive("epsilon", epsilon).ThrowIfAny();
        return epsilon * epsilon / 2;
    }

    /// <summary>The cost of the exponential mechanism, whose losses span a range of ε only: ε² / 8.</summary>
    /// <param name="epsilon">ε, above 0.</param>
    public static double CostOfExponential(double epsilon) => CostOfPure(epsilon) / 4;

    /// <summary>The ε that ρ implies for a δ.</summary>
    /// <param name="rho">ρ, at least 0.</param>
    /// <param name="delta">δ, above 0 and below 1.</param>
    public static double EpsilonOf(double rho, double delta)
    {
        new OptionProblems().Range("rho", rho, 0, 1e6).Range("delta", delta, 1e-300, 1 - 1e-12).ThrowIfAny();
        if (rho == 0)
        {
            return 0;
        }

        // The bound holds for every order α above 1 and has one minimum; golden section in ln(α − 1).
        var (low, high) = (-20.0, 30.0);
        var golden = (Math.Sqrt(5) - 1) / 2;
        for (var i = 0; i < 120; i++)
        {
            var (one, other) = (high - (golden * (high - low)), low + (golden * (high - low)));
            (low, high) = Bound(one) < Bound(other) ? (low, other) : (one, high);
        }

        return Math.Max(0, Bound((low + high) / 2));

        double Bound(double logarithm)
        {
            var above = Math.Exp(logarithm);
            var alpha = 1 + above;
            return (alpha * rho) + Math.Log(above / alpha) + ((-Math.Log(delta) - Math.Log(alpha)) / above);
        }
    }

    /// <summary>The budget after a cost.</summary>
    /// <param name="cost">ρ, above 0.</param>
    /// <exception cref="InvalidOperationException">More than is left; nothing may be published then.</exception>
    public PrivacyBudget Spend(double cost)
    {
        new OptionProblems().Positive("cost", cost).ThrowIfAny();
        return Spent + cost <= Limit * (1 + 1e-12)
            ? this with { Spent = Spent + cost }
            : throw new InvalidOperationException(FormattableString.Invariant($"The privacy budget is spent: {cost:0.####} is asked for and {Left:0.####} of {Limit:0.####} is left."));
    }
}
