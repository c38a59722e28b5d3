using System.Runtime.InteropServices;

namespace Tessera.Learning.Bandits;

/// <summary>What is known of one choice: how often it was taken and what it brought.</summary>
/// <param name="Pulls">How often it was taken.</param>
/// <param name="RewardSum">What it brought in all; rewards lie between 0 and 1.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct BanditArm(double Pulls, double RewardSum)
{
    /// <summary>The mean reward; not-a-number for a choice never taken.</summary>
    public double Mean => RewardSum / Pulls;

    /// <summary>The arm after one more reward.</summary>
    /// <param name="reward">0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public BanditArm With(double reward) => reward is >= 0 and <= 1
        ? new(Pulls + 1, RewardSum + reward)
        : throw new ArgumentOutOfRangeException(nameof(reward), reward, "A reward lies between 0 and 1.");
}
