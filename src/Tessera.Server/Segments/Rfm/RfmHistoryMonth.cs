namespace Tessera.Server.Segments.Rfm;

/// <summary>The model as of one month's end.</summary>
/// <param name="Date">The reference date: the first day of the next month.</param>
/// <param name="Fingerprint">See <see cref="MonthEnd"/>.</param>
/// <param name="Version">The version of <c>rfm_snapshots</c>, while the customers' segments of that date are kept.</param>
/// <param name="Cells">What each non-empty cell held.</param>
internal sealed record RfmHistoryMonth(DateOnly Date, string Fingerprint, long? Version, IReadOnlyList<RfmCell> Cells);
