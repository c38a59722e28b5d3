namespace Tessera.Server.Segments.Explaining;

/// <summary>Why a customer is, or is not, in a segment.</summary>
/// <param name="Key">The segment; null for a definition that is not kept.</param>
/// <param name="ProfileId">The customer.</param>
/// <param name="At">The instant; null for segments of the RFM model, which has its own reference date.</param>
/// <param name="Member">Whether they are in it.</param>
/// <param name="Sentence">The reason in words.</param>
/// <param name="ChangesAt">The next instant at which the answer is another when nothing happens; null when there is none.</param>
/// <param name="ChangesTo">The answer from then on; null when there is no such instant.</param>
/// <param name="Root">The definition part by part; null for segments of the RFM model.</param>
/// <param name="SmallestChange">The least that would make the answer another; null when nothing known of would.</param>
/// <param name="Conditions">Of segments of the RFM model, the conditions each with its truth: of several ways to belong, the one that holds or comes nearest. Empty for others.</param>
/// <param name="Note">What the reasons leave out, of a customer with very many calls; null for nothing. What holds is found over everything in any case.</param>
internal sealed record Explanation(
    string? Key,
    Guid ProfileId,
    DateTimeOffset? At,
    bool Member,
    string Sentence,
    DateTimeOffset? ChangesAt,
    bool? ChangesTo,
    ExplanationNode? Root,
    ExplainedChange? SmallestChange,
    IReadOnlyList<ExplainedCondition> Conditions,
    string? Note = null);

/// <summary>One condition of a segment of the RFM model as it applies to one customer.</summary>
/// <param name="Label">What it is about: Recency, Frequency, Monetary, Purchases.</param>
/// <param name="Value">The customer's value, such as "3 days ago".</param>
/// <param name="Text">What the segment asks for, such as "score 4 or 5: within 32 days".</param>
/// <param name="Holds">Whether the value meets it.</param>
internal sealed record ExplainedCondition(string Label, string Value, string Text, bool Holds);
