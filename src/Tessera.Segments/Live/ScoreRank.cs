using System.Runtime.InteropServices;

namespace Tessera.Segments.Live;

/// <summary>Where a score stands among the same score of all customers who have one, at the last scoring.</summary>
/// <param name="Greater">How many have a greater one.</param>
/// <param name="Smaller">How many have a smaller one.</param>
/// <param name="All">How many have one.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ScoreRank(long Greater, long Smaller, long All);
