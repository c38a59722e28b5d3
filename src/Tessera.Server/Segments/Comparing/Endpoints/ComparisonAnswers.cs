namespace Tessera.Server.Segments.Comparing.Endpoints;

/// <summary>A segment that shares members with another.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Count">How many are in both.</param>
/// <param name="Share">Their part of the segment asked about, 0 to 1.</param>
/// <param name="Jaccard">Their part of all who are in either, 0 to 1.</param>
internal sealed record SegmentOverlap(string Key, string Name, long Count, double Share, double Jaccard);

/// <summary>The segments that share members with one.</summary>
/// <param name="Items">Those with the most shared members first.</param>
/// <param name="Next">Always null: the list is short.</param>
internal sealed record SegmentOverlapList(IReadOnlyList<SegmentOverlap> Items, string? Next);

/// <summary>Who entered and left a segment in a period.</summary>
/// <param name="From">The period's beginning, included; for RFM segments the month's end it could begin with.</param>
/// <param name="To">Its end, not included.</param>
/// <param name="Entered">How often somebody entered by what they did or by time passing; who enters twice counts twice, except in RFM segments, where two dates are compared.</param>
/// <param name="Left">How often somebody left, likewise.</param>
/// <param name="Net">How much larger the segment got by that.</param>
/// <param name="Recalculated">Who came and went because the segment was computed for the first time, or anew by another definition: nobody moved.</param>
/// <param name="Merged">Who came and went because customers were put together of several, or taken apart; who was a member before under another identifier is not among them.</param>
/// <param name="CameFrom">In which other segments those who entered were just before, the most first; of RFM segments as of the last month's end before. Of an RFM segment asked about exactly one each.</param>
/// <param name="WentTo">In which other segments those who left were then; of RFM segments as of the next month's end, or now.</param>
internal sealed record SegmentFlow(
    DateTimeOffset From,
    DateTimeOffset To,
    long Entered,
    long Left,
    long Net,
    SegmentShift Recalculated,
    SegmentShift Merged,
    IReadOnlyList<SegmentFlowPart> CameFrom,
    IReadOnlyList<SegmentFlowPart> WentTo);

/// <summary>Who came to be in a segment and who did not stay in it, though they did nothing.</summary>
/// <param name="Entered">How many came.</param>
/// <param name="Left">How many went.</param>
internal sealed record SegmentShift(long Entered, long Left)
{
    /// <summary>Nobody.</summary>
    public static SegmentShift None { get; } = new(0, 0);
}

/// <summary>Where some of those who entered came from, or some of those who left went.</summary>
/// <param name="Key">The segment's key; null for customers whom the RFM model did not know.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Count">How many.</param>
internal sealed record SegmentFlowPart(string? Key, string Name, long Count);

/// <summary>Two segments side by side.</summary>
/// <param name="A">The one.</param>
/// <param name="B">The other.</param>
/// <param name="Both">How many are in both.</param>
/// <param name="OnlyA">How many are in the one only.</param>
/// <param name="OnlyB">How many are in the other only.</param>
/// <param name="Union">How many are in either.</param>
/// <param name="Jaccard">The part of those that is in both, 0 to 1.</param>
/// <param name="Figures">What they are worth and how active they are, beside everybody.</param>
/// <param name="Traits">Values that traits have more often in one of them, the largest difference first.</param>
/// <param name="Events">What members of one of them did more often in the last 90 days, the largest difference first.</param>
/// <param name="IsSampled">Whether traits and events are those of some members, always the same, because there are very many.</param>
internal sealed record SegmentComparison(
    ComparedSegment A,
    ComparedSegment B,
    long Both,
    long OnlyA,
    long OnlyB,
    long Union,
    double Jaccard,
    IReadOnlyList<ComparedFigure> Figures,
    IReadOnlyList<ComparedTrait> Traits,
    IReadOnlyList<ComparedEvent> Events,
    bool IsSampled);

/// <summary>A segment of a comparison.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Size">How many are in it.</param>
internal sealed record ComparedSegment(string Key, string Name, long Size);

/// <summary>A figure of two segments and of everybody.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Unit"><c>count</c>, <c>money</c> (in the workspace's currency), <c>days</c> or <c>share</c> (0 to 1).</param>
/// <param name="A">Of the one; null where there is nothing to divide by.</param>
/// <param name="B">Of the other.</param>
/// <param name="All">Of everybody.</param>
internal sealed record ComparedFigure(string Name, string Unit, decimal? A, decimal? B, decimal? All);

/// <summary>A value of a trait in two segments.</summary>
/// <param name="Path">The trait.</param>
/// <param name="Value">The value as text.</param>
/// <param name="ShareA">Which part of the one has it, 0 to 1.</param>
/// <param name="ShareB">Which part of the other has it.</param>
/// <param name="Lift">The first divided by the second; null where nobody of the other has it.</param>
internal sealed record ComparedTrait(string Path, string Value, double ShareA, double ShareB, double? Lift);

/// <summary>An event in two segments.</summary>
/// <param name="Name">The event.</param>
/// <param name="ShareA">Which part of the one did it in the last 90 days, 0 to 1.</param>
/// <param name="ShareB">Which part of the other did.</param>
/// <param name="Lift">The first divided by the second; null where nobody of the other did.</param>
internal sealed record ComparedEvent(string Name, double ShareA, double ShareB, double? Lift);
