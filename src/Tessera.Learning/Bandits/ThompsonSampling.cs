using Tessera.Learning.Data;
using Tessera.Learning.Numerics;

namespace Tessera.Learning.Bandits;

/// <summary>Thompson sampling: each arm is taken with the probability that it is the best.</summary>
/// <remarks>
/// Rewards are 0 or 1, or lie between; each arm's mean has a Beta(α + successes, β + failures) distribution, of which one draw is made per arm.
/// <para>Reference: Thompson (1933), Biometrika 25; Agrawal and Goyal (2012), Analysis of Thompson Sampling for the Multi-armed Bandit Problem, COLT, algorithm 1.</para>
/// </remarks>
public sealed class ThompsonSampling : IBanditPolicy
{
    private readonly double alpha;
    private readonly double beta;

    /// <summary>Creates the policy.</summary>
    /// <param name="alpha">Successes before anything was seen; above 0.</param>
    /// <param name="beta">Failures before anything was seen; above 0.</param>
    /// <exception cref="InvalidOptionsException">One is not.</exception>
    public ThompsonSampling(double alpha = 1, double beta = 1)
    {
        new OptionProblems().Positive(nameof(alpha), alpha).Positive(nameof(beta), beta).ThrowIfAny();
        (this.alpha, this.beta) = (alpha, beta);
    }

    /// <inheritdoc/>
    public int Choose(ReadOnlySpan<BanditArm> arms, ulong decision) => Best(arms, new SeededRandom(decision));

    /// <summary>The probability that each arm is taken, by simulation: what off-policy evaluation needs to be recorded.</summary>
    /// <param name="arms">What is known.</param>
    /// <param name="draws">How many decisions are simulated; the standard error is at most 0.5/√draws.</param>
    /// <param name="seed">Of the draws.</param>
    public double[] Probabilities(ReadOnlySpan<BanditArm> arms, int draws, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        var random = new SeededRandom(seed);
        var probabilities = new double[arms.Length];
        for (var draw = 0; draw < draws; draw++)
        {
            probabilities[Best(arms, random)] += 1.0 / draws;
        }

        return probabilities;
    }

    private int Best(ReadOnlySpan<BanditArm> arms, SeededRandom random)
    {
        ArgumentOutOfRangeException.ThrowIfZero(arms.Length, nameof(arms));
        var (best, most) = (0, double.NegativeInfinity);
        for (var arm = 0; arm < arms.Length; arm++)
        {
            var draw = GammaDraws.Beta(random, alpha + arms[arm].RewardSum, beta + arms[arm].Pulls - arms[arm].RewardSum);
            if (draw > most)
            {
                (best, most) = (arm, draw);
            }
        }

        return best;
    }
}
