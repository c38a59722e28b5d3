namespace Tessera.Segments;

/// <summary><c>is within the next 3 days</c>: in <c>(t, t + D]</c>.</summary>
/// <param name="Length">How far ahead.</param>
public sealed record DateIsWithinNext(Duration Length) : DateTest;
