using System.Runtime.InteropServices;

namespace Tessera.Learning.Bandits;

/// <summary>A decision that was made, with what came of it.</summary>
/// <param name="Action">The arm that was taken.</param>
/// <param name="Reward">What it brought.</param>
/// <param name="Propensity">The probability with which it was taken; above 0, at most 1.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LoggedDecision(int Action, double Reward, double Propensity);
