namespace Tessera.Server.Segments.Rfm;

/// <summary>How values become scores.</summary>
internal enum RfmScoring
{
    /// <summary>By rank among all customers: a score is one more than the fifths of the customers who are strictly worse.</summary>
    Quintiles,

    /// <summary>By fixed cut-offs, which <see cref="RfmThresholds"/> gives.</summary>
    Thresholds,
}
