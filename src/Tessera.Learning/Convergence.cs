namespace Tessera.Learning;

/// <summary>How an optimisation ended, as the optimiser saw it.</summary>
/// <param name="Converged">Whether the stopping rule of an optimum was met, rather than a limit reached.</param>
/// <param name="Iterations">Steps taken (iterations, epochs or trees).</param>
/// <param name="Objective">The objective at the end, in the model's own terms; not-a-number where there is none.</param>
/// <param name="Reason">Why it stopped, one sentence.</param>
public sealed record Convergence(bool Converged, int Iterations, double Objective, string Reason)
{
    /// <summary>Nothing had to converge: the fit is an exact formula.</summary>
    public static Convergence ClosedForm { get; } = new(Converged: true, 0, double.NaN, "The fit is an exact formula.");
}
