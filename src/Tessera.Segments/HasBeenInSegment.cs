namespace Tessera.Segments;

/// <summary><c>has been in segment "vip" for at least 30 days</c>: a member since <c>t - D</c> or longer, without a break.</summary>
/// <param name="Key">The other segment.</param>
/// <param name="Length">How long, at least.</param>
public sealed record HasBeenInSegment(SegmentKey Key, Duration Length) : Expression;
