namespace Tessera.Segments.Checking;

/// <summary>A value and how often it occurs.</summary>
/// <param name="Value">The value as text.</param>
/// <param name="Occurrences">How often.</param>
public sealed record ValueFrequency(string Value, long Occurrences);
