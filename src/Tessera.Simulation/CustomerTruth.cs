namespace Tessera.Simulation;

/// <summary>What is true of a simulated customer and cannot be seen in the calls: what a model should find out.</summary>
/// <param name="UserId">The customer's id, as in the calls.</param>
/// <param name="Archetype">The name of the latent class that the customer was drawn from.</param>
/// <param name="ChurnedAt">When the customer left for good, UTC; null if that had not happened by the end of the observed days.</param>
/// <param name="NextYearRevenue">
/// What the customer pays in the 365 days after the observed days, gross, in the scenario's currency: the same random process
/// carried on, so a sample from the very distribution that a forecast estimates. Zero or more.
/// </param>
public sealed record CustomerTruth(string UserId, string Archetype, DateTimeOffset? ChurnedAt, decimal NextYearRevenue);
