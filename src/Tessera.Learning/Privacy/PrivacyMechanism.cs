namespace Tessera.Learning.Privacy;

/// <summary>Publishes numbers so that nobody can tell whether any one person's data are among what they were computed from.</summary>
/// <remarks>
/// Sensitivity is how much the true answer can change when one person's data are added or removed; bounding it (by clamping each
/// person's contribution) is the caller's part. Noise is exact and made of integers, see the sampler's references.
/// <para>Reference: Dwork and Roth (2014), The Algorithmic Foundations of Differential Privacy, sections 3.3 and 3.4; Bun and Steinke (2016), Concentrated
/// Differential Privacy, TCC 2016; Ghosh, Roughgarden and Sundararajan (2012) for the discrete Laplace (geometric) mechanism.</para>
/// <para>Determinism: none by default, since predictable noise protects nobody; a seed is for tests.</para>
/// </remarks>
public sealed class PrivacyMechanism
{
    private const long EpsilonGrid = 1 << 20;
    private const double LargestScale = 1e8;
    private const double FineVariance = 1e4;

    private readonly PrivateRandom random;

    /// <summary>Creates mechanisms with the cryptographic source of chance of the system.</summary>
    public PrivacyMechanism()
        : this(null)
    {
    }

    /// <summary>Creates mechanisms with a given source of chance: for tests only.</summary>
    /// <param name="seeded">The source; whoever knows its seed can take the noise off again.</param>
    public PrivacyMechanism(Random? seeded) => random = new(seeded);

    /// <summary>A count with discrete Laplace noise: ε-differentially private.</summary>
    /// <param name="value">The true count.</param>
    /// <param name="sensitivity">By how much one person can change it; at least 1.</param>
    /// <param name="epsilon">ε, from 10⁻⁵ to 100; smaller is more private.</param>
    /// <exception cref="InvalidOptionsException">A parameter is out of range.</exception>
    public long DiscreteLaplace(long value, long sensitivity, double epsilon)
    {
        CheckSensitivity(sensitivity);

        // The scale Δ/ε as a fraction; ε is rounded down, never up.
        var noise = random.DiscreteLaplace(checked(sensitivity * EpsilonGrid), Epsilon(epsilon));
        return checked(value + noise);
    }

    /// <summary>A count with discrete Gaussian noise: ρ-zero-concentrated differentially private.</summary>
    /// <param name="value">The true count.</param>
    /// <param name="sensitivity">By how much one person can change it; at least 1.</param>
    /// <param name="rho">ρ, above 0 and at most 100; σ² = Δ² / (2ρ).</param>
    /// <exception cref="InvalidOptionsException">A parameter is out of range.</exception>
    public long DiscreteGaussian(long value, long sensitivity, double rho)
    {
        CheckSensitivity(sensitivity);
        new OptionProblems().Range("rho", rho, 1e-12, 100).ThrowIfAny();
        var variance = (double)sensitivity * sensitivity / (2 * rho);
        new OptionProblems().Range("noise (standard deviation)", Math.Sqrt(variance), 0, LargestScale).ThrowIfAny();

        // σ² as a fraction, rounded up.
        var denominator = variance < FineVariance ? EpsilonGrid : 1;
        var noise = random.DiscreteGaussian((long)Math.Ceiling(variance * denominator), denominator);
        return checked(value + noise);
    }

    /// <summary>A real number with Laplace noise on a grid: ε-differentially private.</summary>
    /// <param name="value">The true number, finite.</param>
    /// <param name="sensitivity">By how much one person can change it; above 0.</param>
    /// <param name="epsilon">ε, from 10⁻⁵ to 100.</param>
    /// <param name="resolution">The grid that results lie on; above 0. Rounding to it adds one step to the sensitivity.</param>
    /// <exception cref="InvalidOptionsException">A parameter is out of range.</exception>
    public double Laplace(double value, double sensitivity, double epsilon, double resolution)
    {
        var (steps, onGrid) = Grid(value, sensitivity, resolution);
        return DiscreteLaplace(onGrid, steps, epsilon) * resolution;
    }

    /// <summary>A real number with Gaussian noise on a grid: ρ-zero-concentrated differentially private.</summary>
    /// <param name="value">The true number, finite.</param>
    /// <param name="sensitivity">By how much one person can change it; above 0.</param>
    /// <param name="rho">ρ, above 0 and at most 100.</param>
    /// <param name="resolution">The grid that results lie on; above 0. Rounding to it adds one step to the sensitivity.</param>
    /// <exception cref="InvalidOptionsException">A parameter is out of range.</exception>
    public double Gaussian(double value, double sensitivity, double rho, double resolution)
    {
        var (steps, onGrid) = Grid(value, sensitivity, resolution);
        return DiscreteGaussian(onGrid, steps, rho) * resolution;
    }

    /// <summary>Chooses one of several, the better the likelier: ε-differentially private.</summary>
    /// <remarks>The exponential mechanism of McSherry and Talwar (2007): probability proportional to exp(ε · utility / (2Δ)).</remarks>
    /// <param name="utilities">How good each is, such as a count; at least one.</param>
    /// <param name="sensitivity">By how much one person can change any of them; at least 1.</param>
    /// <param name="epsilon">ε, from 10⁻⁵ to 100.</param>
    /// <returns>The index of the chosen one.</returns>
    /// <exception cref="ArgumentException">There is nothing to choose from.</exception>
    /// <exception cref="InvalidOptionsException">A parameter is out of range.</exception>
    public int Exponential(ReadOnlySpan<long> utilities, long sensitivity, double epsilon)
    {
        if (utilities.IsEmpty)
        {
            throw new ArgumentException("There must be at least one to choose from.", nameof(utilities));
        }

        CheckSensitivity(sensitivity);
        var numerator = Epsilon(epsilon);
        var best = long.MinValue;
        foreach (var utility in utilities)
        {
            best = Math.Max(best, utility);
        }

        // A uniform candidate, kept with its probability relative to the best one's.
        while (true)
        {
            var candidate = (int)random.Below(utilities.Length);
            if (random.BernoulliExp(((Int128)best - utilities[candidate]) * numerator, 2 * (Int128)sensitivity * EpsilonGrid))
            {
                return candidate;
            }
        }
    }

    private static void CheckSensitivity(long sensitivity) => new OptionProblems().Range("sensitivity", sensitivity, 1, 1e8).ThrowIfAny();

    private static long Epsilon(double epsilon)
    {
        new OptionProblems().Range("epsilon", epsilon, 1e-5, 100).ThrowIfAny();
        return (long)Math.Floor(epsilon * EpsilonGrid);
    }

    private static (long Sensitivity, long Value) Grid(double value, double sensitivity, double resolution)
    {
        new OptionProblems().Positive("sensitivity", sensitivity).Positive("resolution", resolution).ThrowIfAny();
        var steps = Math.Ceiling(sensitivity / resolution) + 1;
        new OptionProblems().Range("value / resolution", value / resolution, -1e15, 1e15).Range("sensitivity / resolution", steps, 1, 1e8).ThrowIfAny();
        return ((long)steps, (long)Math.Round(value / resolution));
    }
}
