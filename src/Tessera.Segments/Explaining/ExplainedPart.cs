namespace Tessera.Segments.Explaining;

/// <summary>One part of a definition as it applies to one customer at one instant.</summary>
/// <param name="Kind">Which construct it is, as the JSON form of trees names it: <c>did</c>, <c>trait</c>, <c>all</c> …</param>
/// <param name="Text">Its canonical text.</param>
/// <param name="Span">Where it stands in the definition; below a part that refers to a segment, in the canonical text of that one.</param>
/// <param name="Holds">Whether it holds.</param>
/// <param name="Sentence">What is so, and what would have to be: <c>did Export File 2 times in the last 14 days; needs at least 3</c>.</param>
/// <param name="Value">The value seen: a <see cref="double"/>, a <see cref="string"/>, a <see cref="bool"/>, or null when there is none.</param>
/// <param name="Needed">What is asked of it.</param>
/// <param name="Events">The calls that decided it, the first first; of many, the latest ten.</param>
/// <param name="MoreEvents">How many more there are.</param>
/// <param name="ChangesAt">The first later instant at which it is another when nothing happens; null when there is none.</param>
/// <param name="Parts">The parts it is made of; of a reference to a segment, that segment's definition.</param>
public sealed record ExplainedPart(
    string Kind,
    string Text,
    TextSpan Span,
    bool Holds,
    string Sentence,
    object? Value,
    string Needed,
    IReadOnlyList<DecidingEvent> Events,
    int MoreEvents,
    DateTimeOffset? ChangesAt,
    IReadOnlyList<ExplainedPart> Parts);
