namespace Tessera.Server.Segments.Contracts;

/// <summary>Changes of membership, in order.</summary>
/// <param name="Items">The changes; none when there are none yet.</param>
/// <param name="Cursor">Where to read on.</param>
internal sealed record MembershipChanges(IReadOnlyList<MembershipChange> Items, string Cursor);

/// <summary>A customer became a member of a segment, or ceased to be one.</summary>
/// <param name="Segment">The segment's key.</param>
/// <param name="ProfileId">Who.</param>
/// <param name="Entered">Whether membership began.</param>
/// <param name="At">When.</param>
/// <param name="Cause">Why: <c>event</c>, <c>time</c>, <c>definition</c> or <c>merge</c>; null when it is not known.</param>
/// <param name="MessageId">The call that caused it, if one did.</param>
internal sealed record MembershipChange(string Segment, Guid ProfileId, bool Entered, DateTimeOffset At, string? Cause, string? MessageId);
