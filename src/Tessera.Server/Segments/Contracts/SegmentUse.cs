namespace Tessera.Server.Segments.Contracts;

/// <summary>What one segment's definition depends on.</summary>
/// <param name="Key">The segment's key.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Events">The names of the events that its definition asks about, as the segment language names them.</param>
internal sealed record SegmentUse(string Key, string Name, IReadOnlyList<string> Events);
