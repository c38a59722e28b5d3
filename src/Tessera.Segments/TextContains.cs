namespace Tessera.Segments;

/// <summary><c>contains "@studio."</c>, <c>does not contain "@studio."</c>. A missing value contains nothing.</summary>
/// <param name="Value">The text looked for.</param>
/// <param name="Negated">Whether the text must be absent or the value missing.</param>
public sealed record TextContains(string Value, bool Negated = false) : ValueTest;
