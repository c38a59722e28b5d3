namespace Tessera.Segments;

/// <summary><c>left segment "vip" in the last 7 days</c>: ceased to be a member at some instant of the period.</summary>
/// <param name="Key">The other segment.</param>
/// <param name="Period">When.</param>
public sealed record LeftSegment(SegmentKey Key, Period Period) : Expression;
