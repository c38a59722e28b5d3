namespace Tessera.Server.Insights;

/// <summary>Changes with every row that is added, changed or removed, and with every new scoring; equal as long as nothing happened.</summary>
/// <param name="Blocks">Grows with every insert.</param>
/// <param name="Mutations">Grows with every change and removal.</param>
/// <param name="TotalsVersion">The version of the customers' totals.</param>
internal sealed record DataState(ulong Blocks, ulong Mutations, long TotalsVersion);
