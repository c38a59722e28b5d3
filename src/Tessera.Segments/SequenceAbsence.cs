namespace Tessera.Segments;

/// <summary><c>and then did not do "Invite Sent" within 3 days</c>: what must not have followed, once the time for it has run out.</summary>
/// <param name="Event">The event.</param>
/// <param name="Within">How long after the last step <c>s</c>: <c>(s, s + D]</c> has none and <c>s + D &lt;= t</c>.</param>
public sealed record SequenceAbsence(EventSelector Event, Duration Within);
