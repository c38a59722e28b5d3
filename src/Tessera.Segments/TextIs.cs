namespace Tessera.Segments;

/// <summary><c>is "free"</c>, <c>is not "free"</c>: exact, case-sensitive comparison of text. A missing value is not anything.</summary>
/// <param name="Value">The text compared with.</param>
/// <param name="Negated">Whether the value must differ or be missing.</param>
public sealed record TextIs(string Value, bool Negated = false) : ValueTest;
