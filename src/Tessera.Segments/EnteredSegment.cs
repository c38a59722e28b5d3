namespace Tessera.Segments;

/// <summary><c>entered segment "vip" in the last 7 days</c>: became a member at some instant of the period.</summary>
/// <param name="Key">The other segment.</param>
/// <param name="Period">When.</param>
public sealed record EnteredSegment(SegmentKey Key, Period Period) : Expression;
