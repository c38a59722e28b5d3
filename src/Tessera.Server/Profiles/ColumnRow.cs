namespace Tessera.Server.Profiles;

/// <summary>A trait that customers have.</summary>
/// <param name="Column">Its name.</param>
/// <param name="Customers">How many of those looked at have it.</param>
/// <param name="Sampled">How many were looked at.</param>
internal sealed record ColumnRow(string Column, long Customers, long Sampled);
