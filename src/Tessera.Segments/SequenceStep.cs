namespace Tessera.Segments;

/// <summary><c>then "Invite Sent" within 3 days</c>: a later step of a sequence.</summary>
/// <param name="Event">The event.</param>
/// <param name="Within">How soon after the step before, at the latest; null for any time after it.</param>
public sealed record SequenceStep(EventSelector Event, Duration? Within = null);
