namespace Tessera.Segments;

/// <summary><c>in the first 7 days</c> of this customer's life: <c>[first seen, first seen + D)</c>.</summary>
/// <param name="Length">How long.</param>
public sealed record InFirst(Duration Length) : Period;
