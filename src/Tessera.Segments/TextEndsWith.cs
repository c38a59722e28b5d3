namespace Tessera.Segments;

/// <summary><c>ends with "er"</c>.</summary>
/// <param name="Value">The end.</param>
public sealed record TextEndsWith(string Value) : ValueTest;
