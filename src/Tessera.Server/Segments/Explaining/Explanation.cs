namespace Tessera.Server.Segments.Explaining;

/// <summary>Why a customer is, or is not, in a segment.</summary>
/// <param name="Key">The segment.</param>
/// <param name="ProfileId">The customer.</param>
/// <param name="Member">Whether they are in it.</param>
/// <param name="Sentence">The reason in words.</param>
/// <param name="Conditions">The segment's conditions, each with its truth; of several ways to belong, the one that holds or comes nearest.</param>
internal sealed record Explanation(string Key, Guid ProfileId, bool Member, string Sentence, IReadOnlyList<ExplainedCondition> Conditions);

/// <summary>One condition of a segment as it applies to one customer.</summary>
/// <param name="Label">What it is about: Recency, Frequency, Monetary, Purchases.</param>
/// <param name="Value">The customer's value, such as "3 days ago".</param>
/// <param name="Text">What the segment asks for, such as "score 4 or 5: within 32 days".</param>
/// <param name="Holds">Whether the value meets it.</param>
internal sealed record ExplainedCondition(string Label, string Value, string Text, bool Holds);
