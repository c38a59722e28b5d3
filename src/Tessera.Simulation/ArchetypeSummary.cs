namespace Tessera.Simulation;

/// <summary>A latent class of customers that a scenario draws from.</summary>
/// <param name="Name">The name, as in the truth file.</param>
/// <param name="Share">The probability that a new account (design-saas) or customer (shop) is of this class.</param>
/// <param name="Description">What its customers are like, in one sentence.</param>
public sealed record ArchetypeSummary(string Name, double Share, string Description);
