namespace Tessera.Server.Segments.Contracts;

/// <summary>Where the RFM model sees one customer.</summary>
/// <param name="RecencyDays">Days from the date of the last purchase to the reference date.</param>
/// <param name="Frequency">Orders.</param>
/// <param name="Monetary">Money spent, as the model counts it.</param>
/// <param name="ReferenceDate">The day to which days are counted.</param>
/// <param name="WindowDays">How many days before the reference date count; null: everything before it.</param>
/// <param name="IsNet">Whether returns are taken off the money spent.</param>
/// <param name="Scores">The three scores.</param>
/// <param name="SegmentKey">The segment's key.</param>
/// <param name="SegmentName">The segment's name.</param>
/// <param name="SegmentKind">The segment's kind: <c>rfm</c>.</param>
/// <param name="Since">The month's end since which they are in it; null while the past is being computed.</param>
/// <param name="Why">The reason, in one sentence.</param>
internal sealed record CustomerStanding(
    int RecencyDays,
    long Frequency,
    decimal Monetary,
    DateOnly? ReferenceDate,
    int? WindowDays,
    bool IsNet,
    CustomerScores Scores,
    string SegmentKey,
    string SegmentName,
    string SegmentKind,
    DateOnly? Since,
    string Why);
