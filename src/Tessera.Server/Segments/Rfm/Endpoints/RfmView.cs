namespace Tessera.Server.Segments.Rfm.Endpoints;

/// <summary>The RFM model of a workspace.</summary>
/// <param name="Options">The options in force, or about to be when <paramref name="State"/> is computing.</param>
/// <param name="State">Whether the numbers below are up to date.</param>
/// <param name="Past">How far the months of the past are, of which trends, changes and the dates since when are made.</param>
/// <param name="Problem">Why the last computation failed, while it is being tried again; otherwise null.</param>
/// <param name="ReferenceDate">The day to which days are counted; null when there is nobody to score.</param>
/// <param name="ComputedAt">When the numbers below were computed; null when they never were.</param>
/// <param name="Customers">How many customers have scores.</param>
/// <param name="Cutoffs">The bounds of the scores 2, 3, 4 and 5 on each axis, null where no customer reaches the score; null as a whole when there is nobody to score.</param>
/// <param name="Grid">25 cells, recency 5 first, then by frequency from 5 down.</param>
/// <param name="Segments">The segments and their rules, best first.</param>
internal sealed record RfmView(
    RfmOptionsView Options,
    RfmStateView State,
    RfmPastView Past,
    string? Problem,
    DateOnly? ReferenceDate,
    DateTimeOffset? ComputedAt,
    long Customers,
    RfmCutoffs? Cutoffs,
    IReadOnlyList<RfmGridCell> Grid,
    IReadOnlyList<RfmSegmentRule> Segments);

/// <summary>How far the months of the past are, of which trends, changes and the dates since when are made.</summary>
/// <param name="State">Whether they are up to date: <c>ready</c>, or <c>computing</c> in the background, one month after the other.</param>
/// <param name="Months">How many months' ends there are; 0 while that is not known yet, and when there are none.</param>
/// <param name="Done">How many of them are up to date.</param>
/// <param name="Problem">Why the last try to compute one failed, while it is being tried again; otherwise null.</param>
internal sealed record RfmPastView(RfmPastStateView State, int Months, int Done, string? Problem);

/// <summary>Whether the months of the past are up to date.</summary>
internal enum RfmPastStateView
{
    /// <summary>They are.</summary>
    Ready,

    /// <summary>They are being computed, one after the other; those that are there are served meanwhile.</summary>
    Computing,
}

/// <summary>The options of a model, all of them.</summary>
/// <param name="Scoring">How values become scores.</param>
/// <param name="Thresholds">The cut-offs of one's own; null when there are none.</param>
/// <param name="WindowDays">How many days before the reference date count; null: everything before it.</param>
/// <param name="ReferenceDate">The reference date that was set; null: the day after the last purchase in the data.</param>
/// <param name="Monetary">What counts as money spent.</param>
/// <param name="Naming">Which set of segment names is used.</param>
internal sealed record RfmOptionsView(
    RfmScoring Scoring, RfmThresholds? Thresholds, int? WindowDays, DateOnly? ReferenceDate, RfmMonetary Monetary, RfmNaming Naming);

/// <summary>Whether the numbers of a model are up to date.</summary>
internal enum RfmStateView
{
    /// <summary>They are.</summary>
    Ready,

    /// <summary>Something has changed and they are being computed anew; the last ones are served meanwhile.</summary>
    Computing,

    /// <summary>There are no customers to score.</summary>
    Empty,
}

/// <summary>One of the 25 combinations of recency and frequency scores.</summary>
/// <param name="Recency">Recency score, 1 to 5.</param>
/// <param name="Frequency">Frequency score, 1 to 5.</param>
/// <param name="Customers">How many customers are in it.</param>
/// <param name="Revenue">What they spent.</param>
/// <param name="AverageMonetary">What they spent on average; 0 when there are none.</param>
/// <param name="Segments">The segments they are in, largest first.</param>
internal sealed record RfmGridCell(
    int Recency, int Frequency, long Customers, decimal Revenue, decimal AverageMonetary, IReadOnlyList<RfmGridSegment> Segments);

/// <summary>A segment's part of a cell of the grid.</summary>
/// <param name="Key">The segment.</param>
/// <param name="Size">How many of its customers are in the cell.</param>
internal sealed record RfmGridSegment(string Key, long Size);

/// <summary>A segment and its rule.</summary>
/// <param name="Key">The segment.</param>
/// <param name="Name">Its name.</param>
/// <param name="Rule">The scores that belong to it, such as <c>r ≥ 4, f ≥ 4, m ≥ 4</c>.</param>
/// <param name="Description">Who these customers are.</param>
internal sealed record RfmSegmentRule(string Key, string Name, string Rule, string Description);
