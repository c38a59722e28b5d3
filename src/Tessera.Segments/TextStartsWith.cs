namespace Tessera.Segments;

/// <summary><c>starts with "Lead"</c>.</summary>
/// <param name="Value">The beginning.</param>
public sealed record TextStartsWith(string Value) : ValueTest;
