using Tessera.Server.Segments.Rfm;

namespace Tessera.Server.Segments.Members;

/// <summary>One customer as the model sees them.</summary>
/// <param name="ProfileId">Who.</param>
/// <param name="RecencyDays">Days from the date of the last purchase to the reference date.</param>
/// <param name="Frequency">Orders.</param>
/// <param name="Monetary">Money spent.</param>
/// <param name="R">Recency score.</param>
/// <param name="F">Frequency score.</param>
/// <param name="M">Monetary score.</param>
/// <param name="Segment">The segment's key.</param>
internal sealed record ScoredCustomer(Guid ProfileId, int RecencyDays, long Frequency, decimal Monetary, byte R, byte F, byte M, string Segment)
{
    /// <summary>By what a page of members is sorted, negated when descending; 0 elsewhere.</summary>
    public decimal SortValue { get; init; }

    /// <summary>The three scores.</summary>
    public RfmScores Scores => new(R, F, M);
}
