namespace Tessera.Server.Segments.Rfm;

/// <summary>What one computation wrote and found.</summary>
/// <param name="Version">The version of <c>rfm_customers</c> that was written.</param>
/// <param name="ReferenceDate">The day to which days are counted; null when there was nobody to score.</param>
/// <param name="Cutoffs">The bounds of the scores; null when there was nobody to score.</param>
/// <param name="Cells">What each non-empty cell holds.</param>
internal sealed record RfmOutcome(long Version, DateOnly? ReferenceDate, RfmCutoffs? Cutoffs, IReadOnlyList<RfmCell> Cells);
