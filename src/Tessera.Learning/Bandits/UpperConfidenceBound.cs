namespace Tessera.Learning.Bandits;

/// <summary>UCB: the arm whose mean could be the largest, given how little is known of it.</summary>
/// <remarks>
/// Takes every arm once, then the largest mean + c √(2 ln t / n), t being all pulls and n the arm's.
/// <para>Reference: Auer, Cesa-Bianchi and Fischer (2002), Finite-time Analysis of the Multiarmed Bandit Problem, Machine Learning 47, figure 1 (UCB1) with c = 1.</para>
/// </remarks>
public sealed class UpperConfidenceBound : IBanditPolicy
{
    private readonly double exploration;

    /// <summary>Creates the policy.</summary>
    /// <param name="exploration">c: 1 has the proof, less explores less. Above 0, up to 10.</param>
    /// <exception cref="InvalidOptionsException">It is out of its range.</exception>
    public UpperConfidenceBound(double exploration = 1)
    {
        new OptionProblems().Range(nameof(exploration), exploration, double.Epsilon, 10).ThrowIfAny();
        this.exploration = exploration;
    }

    /// <inheritdoc/>
    /// <remarks>No chance is involved; of equal arms the first is taken.</remarks>
    public int Choose(ReadOnlySpan<BanditArm> arms, ulong decision)
    {
        ArgumentOutOfRangeException.ThrowIfZero(arms.Length, nameof(arms));
        var pulls = 0.0;
        for (var arm = 0; arm < arms.Length; arm++)
        {
            if (arms[arm].Pulls == 0)
            {
                return arm;
            }

            pulls += arms[arm].Pulls;
        }

        var (best, most) = (0, double.NegativeInfinity);
        for (var arm = 0; arm < arms.Length; arm++)
        {
            var bound = arms[arm].Mean + (exploration * Math.Sqrt(2 * Math.Log(pulls) / arms[arm].Pulls));
            if (bound > most)
            {
                (best, most) = (arm, bound);
            }
        }

        return best;
    }
}
