namespace Tessera.Server.EventCatalogue.Plans;

/// <summary>Calls that do not keep to the tracking plan in one way.</summary>
/// <param name="Event">The event; <c>identify</c> for traits.</param>
/// <param name="Source">The source that sent them.</param>
/// <param name="AppVersion">What <c>context.app.version</c> says; empty when it says nothing.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Path">Which property or trait, dotted; empty when it is the event itself.</param>
/// <param name="Count">How many calls in the last 30 days.</param>
/// <param name="FirstAt">When the first of them was received.</param>
/// <param name="LastAt">When the last of them was received.</param>
/// <param name="Expected">What the plan says.</param>
/// <param name="Seen">What the last of them had.</param>
/// <param name="MessageId">The last of them.</param>
internal sealed record PlanViolation(
    string Event,
    string Source,
    string AppVersion,
    PlanViolationKind Kind,
    string Path,
    long Count,
    DateTimeOffset FirstAt,
    DateTimeOffset LastAt,
    string Expected,
    string Seen,
    string MessageId);

/// <summary>What did not keep to the plan.</summary>
/// <param name="Items">The most frequent first.</param>
/// <param name="Next">Always null: at most 500 are shown.</param>
internal sealed record PlanViolationList(IReadOnlyList<PlanViolation> Items, string? Next = null);
