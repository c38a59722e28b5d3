namespace Tessera.Server.Segments.Members;

/// <summary>Where a customer was at a month's end.</summary>
/// <param name="ProfileId">Who.</param>
/// <param name="Segment">The segment's key.</param>
/// <param name="Since">The first month's end from which on they were in it without a break.</param>
internal sealed record SnapshotRow(Guid ProfileId, string Segment, DateOnly Since);
