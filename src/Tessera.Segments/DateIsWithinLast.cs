namespace Tessera.Segments;

/// <summary><c>is within the last 3 days</c>: in <c>(t - D, t]</c>.</summary>
/// <param name="Length">How far back.</param>
public sealed record DateIsWithinLast(Duration Length) : DateTest;
