namespace Tessera.Server.Segments.Members;

/// <summary>Where a page of members ended: after a value and a profile, in one version of the scores.</summary>
/// <param name="Version">The version of the scores: a list goes on in the one it began with.</param>
/// <param name="Segment">The segment's key.</param>
/// <param name="Sort">The order of the list.</param>
/// <param name="Value">The last member's value of the sorted field, negated when descending.</param>
/// <param name="ProfileId">The last member.</param>
internal sealed record MemberCursor(long Version, string Segment, string Sort, decimal Value, Guid ProfileId);
