using System.Runtime.InteropServices;

namespace Tessera.Simulation;

/// <summary>How far a simulation has come.</summary>
/// <param name="Calls">How many calls have been written.</param>
/// <param name="Fraction">The share of the work that is done, 0 to 1; it never falls.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SimulationProgress(long Calls, double Fraction);
