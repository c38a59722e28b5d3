using System.Runtime.InteropServices;

namespace Tessera.Learning.Causal;

/// <summary>An estimate and an interval for what is estimated.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Low">Where the interval begins.</param>
/// <param name="High">Where it ends.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct EstimateWithInterval(double Value, double Low, double High);
