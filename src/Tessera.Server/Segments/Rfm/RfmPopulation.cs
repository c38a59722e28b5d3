namespace Tessera.Server.Segments.Rfm;

/// <summary>Who there is to score.</summary>
/// <param name="Customers">How many customers have at least one purchase.</param>
/// <param name="LastPurchase">The date of the last purchase of them all; 1970-01-01 when there are none.</param>
internal sealed record RfmPopulation(long Customers, DateOnly LastPurchase);
