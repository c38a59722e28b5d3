namespace Tessera.Segments;

/// <summary><c>in segment "vip"</c>: belongs to another segment at <c>t</c>.</summary>
/// <param name="Key">The other segment.</param>
public sealed record InSegment(SegmentKey Key) : Expression;
