using System.Text.Json;

namespace Tessera.Server.Segments.Explaining;

/// <summary>One part of a definition as it applies to one customer.</summary>
/// <param name="Kind">Which construct it is, as in the JSON form of trees: did, trait, all, not …</param>
/// <param name="Text">Its canonical text.</param>
/// <param name="Line">The line it stands on in the definition, from 1; below a part of kind inSegment, in that segment's definition.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Length">How many characters it has there.</param>
/// <param name="Holds">Whether it holds.</param>
/// <param name="Sentence">What is so, and what would have to be.</param>
/// <param name="Value">The value seen, a JSON scalar; null when there is none.</param>
/// <param name="Needed">What is asked of it.</param>
/// <param name="Events">The calls that decided it, at most ten, the last of them last.</param>
/// <param name="MoreEvents">How many more there are.</param>
/// <param name="ChangesAt">The next instant at which it is otherwise when nothing happens; null when there is none.</param>
/// <param name="Children">The parts it is made of.</param>
internal sealed record ExplanationNode(
    string Kind,
    string Text,
    int Line,
    int Column,
    int Length,
    bool Holds,
    string Sentence,
    JsonElement? Value,
    string Needed,
    IReadOnlyList<ExplainedEvent> Events,
    int MoreEvents,
    DateTimeOffset? ChangesAt,
    IReadOnlyList<ExplanationNode> Children);

/// <summary>A call that decided a condition.</summary>
/// <param name="MessageId">Its id.</param>
/// <param name="Name">The event, or identify or group.</param>
/// <param name="Time">When it happened.</param>
/// <param name="Properties">Its properties, or the traits it set; null for none.</param>
internal sealed record ExplainedEvent(string MessageId, string Name, DateTimeOffset Time, JsonElement? Properties);

/// <summary>Steps after which the answer is another; they were tried.</summary>
/// <param name="Sentence">All of them in words.</param>
/// <param name="Steps">The steps in order.</param>
internal sealed record ExplainedChange(string Sentence, IReadOnlyList<ExplainedStep> Steps);

/// <summary>One step of a change.</summary>
/// <param name="Kind">do, wait, stop, set, consent, withdraw, enter or leave.</param>
/// <param name="Sentence">The step in words.</param>
/// <param name="Subject">What it is about: the event, the path of the value, the purpose or the segment; null for waiting.</param>
/// <param name="Times">How often, for do; otherwise null.</param>
/// <param name="Value">The new value for set, the properties needed for do; otherwise null.</param>
/// <param name="At">When it is done, as tried; for wait and stop, until when; for do, the last time.</param>
internal sealed record ExplainedStep(string Kind, string Sentence, string? Subject, int? Times, JsonElement? Value, DateTimeOffset At);
