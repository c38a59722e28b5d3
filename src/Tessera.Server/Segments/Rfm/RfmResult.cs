namespace Tessera.Server.Segments.Rfm;

/// <summary>What is known of one computation as a whole; kept in the metadata beside the version it describes.</summary>
/// <param name="Options">The options it was computed with.</param>
/// <param name="TimeZone">The IANA time zone in which days began.</param>
/// <param name="ReferenceDate">The day to which days are counted; null when there was nobody to score.</param>
/// <param name="ComputedAt">When it was switched to.</param>
/// <param name="Customers">How many customers have a score.</param>
/// <param name="Cutoffs">The bounds of the scores; null when there was nobody to score.</param>
/// <param name="Cells">What each non-empty cell holds.</param>
/// <param name="OrderLines">How many order lines the workspace had: a cheap sign of whether there is something new.</param>
internal sealed record RfmResult(
    RfmOptions Options,
    string TimeZone,
    DateOnly? ReferenceDate,
    DateTimeOffset ComputedAt,
    long Customers,
    RfmCutoffs? Cutoffs,
    IReadOnlyList<RfmCell> Cells,
    long OrderLines)
{
    /// <summary>Before anything was computed.</summary>
    public static RfmResult Nothing { get; } = new(new RfmOptions(), "UTC", null, DateTimeOffset.UnixEpoch, 0, null, [], 0);
}
