namespace Tessera.Learning.Numerics;

/// <summary>Where a minimisation stopped, and whether that is a minimum.</summary>
/// <param name="Point">The point, [d].</param>
/// <param name="Value">The objective there.</param>
/// <param name="GradientNorm">The largest absolute entry of the gradient there.</param>
/// <param name="Iterations">Steps taken.</param>
/// <param name="Converged">Whether the gradient is zero to the tolerance asked for.</param>
internal sealed record Optimum(double[] Point, double Value, double GradientNorm, int Iterations, bool Converged);
