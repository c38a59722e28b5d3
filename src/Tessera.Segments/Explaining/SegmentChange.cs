namespace Tessera.Segments.Explaining;

/// <summary>Steps after which the answer is another, found by trying them on the customer's history.</summary>
/// <param name="Sentence">All steps in words.</param>
/// <param name="Steps">The steps in order.</param>
public sealed record SegmentChange(string Sentence, IReadOnlyList<ChangeStep> Steps);
