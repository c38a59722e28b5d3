namespace Tessera.Segments;

/// <summary><c>in the last 14 days</c>: <c>(t - D, t]</c>.</summary>
/// <param name="Length">How far back.</param>
public sealed record InLast(Duration Length) : Period;
