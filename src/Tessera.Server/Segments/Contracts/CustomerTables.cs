namespace Tessera.Server.Segments.Contracts;

/// <summary>
/// The versions of the computed tables to read now, both of one computation: <c>customer_totals</c> (workspace, version, profile_id,
/// first_order, last_order, orders, revenue, returns: over all time) and <c>rfm_customers</c> (workspace, version, profile_id, …, segment).
/// </summary>
/// <param name="TotalsVersion">The version of <c>customer_totals</c>; 0, which has no rows, when none was computed yet.</param>
/// <param name="RfmVersion">The version of <c>rfm_customers</c>; 0, which has no rows, when none was computed yet.</param>
/// <param name="SegmentNames">The names of the segments by their keys.</param>
internal sealed record CustomerTables(long TotalsVersion, long RfmVersion, IReadOnlyDictionary<string, string> SegmentNames);
