namespace Tessera.Server.Segments.Endpoints;

/// <summary>A segment with its figures.</summary>
/// <param name="Key">Its name in URLs.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Kind">How it is made: <c>rfm</c> or <c>rule</c>.</param>
/// <param name="Description">Who is in it.</param>
/// <param name="Definition">The segment in the segment language.</param>
/// <param name="Size">How many customers are in it.</param>
/// <param name="Share">Their part of all scored customers, 0 to 1.</param>
/// <param name="Revenue">What they spent, as the model counts.</param>
/// <param name="RevenueShare">Its part of what all scored customers spent, 0 to 1; 0 when they spent nothing.</param>
/// <param name="AverageValue">What one of them spent on average; 0 when there are none.</param>
/// <param name="AverageRecencyDays">The average days since their last purchase; 0 when there are none.</param>
/// <param name="AverageFrequency">Their average number of orders; 0 when there are none.</param>
/// <param name="Trend">Its size at past months' ends and now, oldest first.</param>
/// <param name="SizeChange">By what fraction it has grown since the last month's end; null when it was empty or did not exist then.</param>
/// <param name="Advice">What to do about its members.</param>
/// <param name="Rules">Which scores belong to it, such as <c>r ≥ 4, f ≥ 4, m ≥ 4</c>; of a segment in the language, the definition in words.</param>
/// <param name="Version">The version of the definition, from 1; null for segments that nobody wrote.</param>
/// <param name="State"><c>ready</c>; <c>computing</c>: members are being found, the figures are of the version before; <c>failed</c>.</param>
/// <param name="ComputedAt">The instant that the membership is of; null where it is that of the RFM model.</param>
/// <param name="UpdatedAt">When the name, description or definition was changed last; null for segments that nobody wrote.</param>
/// <param name="UpdatedBy">By whom.</param>
/// <param name="Strategy">Which of the seven strategies it serves; null where nobody said.</param>
/// <param name="Failure">Why the membership could not be computed; null when it could.</param>
internal sealed record SegmentView(
    string Key,
    string Name,
    string Kind,
    string Description,
    string Definition,
    long Size,
    double Share,
    decimal Revenue,
    double RevenueShare,
    decimal AverageValue,
    double AverageRecencyDays,
    double AverageFrequency,
    IReadOnlyList<SegmentTrendPoint> Trend,
    double? SizeChange,
    string Advice,
    string Rules,
    long? Version = null,
    string State = "ready",
    DateTimeOffset? ComputedAt = null,
    DateTimeOffset? UpdatedAt = null,
    string? UpdatedBy = null,
    string? Strategy = null,
    string? Failure = null);

/// <summary>A segment's size as of a date.</summary>
/// <param name="Date">The day at whose end it was this size, that of today is the size now; of RFM segments, the reference date: everything before it counts.</param>
/// <param name="Size">How many customers were in it.</param>
internal sealed record SegmentTrendPoint(DateOnly Date, long Size);

/// <summary>The segments of a workspace.</summary>
/// <param name="Items">Best first.</param>
/// <param name="Next">Always null: the list is short.</param>
internal sealed record SegmentList(IReadOnlyList<SegmentView> Items, string? Next);

/// <summary>A segment's size and worth as of a date.</summary>
/// <param name="Date">
/// Of segments in the language, the day at whose end it was this size: that of today is the size now. Of RFM segments, the reference date, before which everything
/// counts: that of the first of a month is the size at the end of the month before.
/// </param>
/// <param name="Size">How many customers were in it.</param>
/// <param name="Revenue">What they had spent, as the RFM model counts; null for segments in the language.</param>
internal sealed record SegmentHistoryPoint(DateOnly Date, long Size, decimal? Revenue);

/// <summary>A segment's past.</summary>
/// <param name="Items">The ends of days or months and now, oldest first.</param>
/// <param name="Next">Always null: the list is short.</param>
/// <param name="KeptSince">The day since which it is kept who entered and left; null when it is not yet, and for RFM segments, whose past is computed from the orders.</param>
internal sealed record SegmentHistory(IReadOnlyList<SegmentHistoryPoint> Items, string? Next, DateOnly? KeptSince = null);
