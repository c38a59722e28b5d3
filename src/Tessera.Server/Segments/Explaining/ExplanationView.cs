using System.Text.Json;
using Tessera.Segments.Explaining;

namespace Tessera.Server.Segments.Explaining;

/// <summary>Makes answers of explanations.</summary>
internal static class ExplanationView
{
    /// <summary>The answer.</summary>
    /// <param name="explained">The explanation.</param>
    /// <param name="profile">The customer.</param>
    /// <param name="key">The segment's key; null for none.</param>
    /// <param name="name">The segment's name; null for none.</param>
    /// <param name="note">What it leaves out; null for nothing.</param>
    public static Explanation Of(SegmentExplanation explained, Guid profile, string? key, string? name, string? note) => new(
        key,
        profile,
        explained.At,
        explained.IsMember,
        (name, explained.IsMember) switch
        {
            (null, true) => $"Belongs: {explained.Sentence}",
            (null, false) => $"Does not belong: {explained.Sentence}",
            (_, true) => $"In {name}: {explained.Sentence}",
            _ => $"Not in {name}: {explained.Sentence}",
        },
        explained.ChangesAt,
        explained.ChangesAt is null ? null : !explained.IsMember,
        Node(explained.Root),
        explained.SmallestChange is { } change ? new ExplainedChange(change.Sentence, [.. change.Steps.Select(Step)]) : null,
        Conditions: [],
        note);

    private static ExplanationNode Node(ExplainedPart part) => new(
        part.Kind,
        part.Text,
        part.Span.Line,
        part.Span.Column,
        part.Span.Length,
        part.Holds,
        part.Sentence,
        part.Value is null ? null : JsonSerializer.SerializeToElement(part.Value),
        part.Needed,
        [.. part.Events.Select(call => new ExplainedEvent(call.MessageId, call.Name, call.Time, call.Properties))],
        part.MoreEvents,
        part.ChangesAt,
        [.. part.Parts.Select(Node)]);

    private static ExplainedStep Step(ChangeStep step) => step switch
    {
        DoStep done => new(step.Kind, step.Sentence, done.Event, done.Times.Count, done.Properties, done.Times[^1]),
        WaitStep wait => new(step.Kind, step.Sentence, wait.Without.Count > 0 ? wait.Without[0] : null, Times: null, Value: null, wait.Until),
        SetStep set => new(step.Kind, step.Sentence, set.Path.ToString(), Times: null, set.Value, set.At),
        ConsentStep consent => new(step.Kind, step.Sentence, consent.Purpose, Times: null, Value: null, consent.At),
        MembershipStep member => new(step.Kind, step.Sentence, member.Key.Value, Times: null, Value: null, member.At),
        _ => throw new NotSupportedException(step.GetType().Name),
    };
}
