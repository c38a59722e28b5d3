using Tessera.Learning.Data;

namespace Tessera.Learning.Bandits;

/// <summary>Chooses among arms by a context: LinUCB by the upper bound of the reward, LinTS by a draw of it.</summary>
/// <remarks>
/// Assumption: the expected reward of each arm is linear in the context.
/// <para>Reference: Li, Chu, Langford and Schapire (2010), A Contextual-Bandit Approach to Personalized News Article Recommendation, WWW, algorithm 1; Agrawal and Goyal
/// (2013), Thompson Sampling for Contextual Bandits with Linear Payoffs, ICML, algorithm 1: since arms share nothing, drawing θ and drawing θᵀx are the same.</para>
/// </remarks>
public static class LinearBandit
{
    /// <summary>LinUCB: the largest θᵀx + α √(xᵀA⁻¹x); of equal ones the first.</summary>
    /// <param name="arms">What is known, at least one arm.</param>
    /// <param name="context">x, [d].</param>
    /// <param name="alpha">α: how much not knowing is worth; at least 0.</param>
    public static int ByUpperBound(ReadOnlySpan<LinearArm> arms, ReadOnlySpan<double> context, double alpha)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(alpha);
        ArgumentOutOfRangeException.ThrowIfZero(arms.Length, nameof(arms));
        var (best, most) = (0, double.NegativeInfinity);
        for (var arm = 0; arm < arms.Length; arm++)
        {
            var bound = arms[arm].Mean(context) + (alpha * arms[arm].Width(context));
            if (bound > most)
            {
                (best, most) = (arm, bound);
            }
        }

        return best;
    }

    /// <summary>LinTS: the largest draw of N(θᵀx, v² xᵀA⁻¹x).</summary>
    /// <param name="arms">What is known, at least one arm.</param>
    /// <param name="context">x, [d].</param>
    /// <param name="deviation">v, the deviation of the noise; at least 0.</param>
    /// <param name="decision">The number of the decision: the same number gives the same choice.</param>
    public static int ByThompson(ReadOnlySpan<LinearArm> arms, ReadOnlySpan<double> context, double deviation, ulong decision)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(deviation);
        ArgumentOutOfRangeException.ThrowIfZero(arms.Length, nameof(arms));
        var random = new SeededRandom(decision);
        var (best, most) = (0, double.NegativeInfinity);
        for (var arm = 0; arm < arms.Length; arm++)
        {
            var draw = arms[arm].Mean(context) + (deviation * arms[arm].Width(context) * random.NextNormal());
            if (draw > most)
            {
                (best, most) = (arm, draw);
            }
        }

        return best;
    }
}
