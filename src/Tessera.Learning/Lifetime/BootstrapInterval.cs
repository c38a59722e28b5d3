namespace Tessera.Learning.Lifetime;

/// <summary>An interval from a bootstrap.</summary>
/// <param name="Name">The quantity.</param>
/// <param name="Estimate">Its value in the fitted model.</param>
/// <param name="Lower">The lower end.</param>
/// <param name="Upper">The upper end.</param>
/// <param name="Replicates">From how many refitted models; those that had no such quantity do not count.</param>
public sealed record BootstrapInterval(string Name, double Estimate, double Lower, double Upper, int Replicates);
