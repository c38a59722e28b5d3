namespace Tessera.Server.Segments.Names;

/// <summary>What a segment is called.</summary>
/// <param name="Key">Its name in URLs and in definitions.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Kind">How it is made: <c>rfm</c> or <c>rule</c>.</param>
internal sealed record SegmentName(string Key, string Name, string Kind);
