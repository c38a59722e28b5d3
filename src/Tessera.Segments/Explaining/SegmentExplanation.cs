namespace Tessera.Segments.Explaining;

/// <summary>Why a customer belongs to a segment at an instant, or does not.</summary>
/// <param name="At">The instant.</param>
/// <param name="IsMember">Whether they belong.</param>
/// <param name="Sentence">The reasons in one sentence, each as its condition says it.</param>
/// <param name="ChangesAt">The first later instant at which the answer is another when nothing happens; null when there is none.</param>
/// <param name="Root">The definition, part by part.</param>
/// <param name="SmallestChange">The least that would make the answer another; null when nothing that is known of would.</param>
public sealed record SegmentExplanation(
    DateTimeOffset At, bool IsMember, string Sentence, DateTimeOffset? ChangesAt, ExplainedPart Root, SegmentChange? SmallestChange);
