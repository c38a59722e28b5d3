namespace Tessera.Server.Segments.Contracts;

/// <summary>That a customer is in a segment, as it is recorded.</summary>
/// <param name="Segment">The segment's key.</param>
/// <param name="CreatedAt">When the segment was made: another one of its key is another segment.</param>
/// <param name="Since">When the customer entered it last.</param>
internal sealed record RecordedMembership(string Segment, DateTimeOffset CreatedAt, DateTimeOffset Since);
