namespace Tessera.Segments;

/// <summary><c>is set</c>, <c>is not set</c>: the value is there and not null.</summary>
/// <param name="Negated">Whether the value must be missing.</param>
public sealed record IsSet(bool Negated = false) : ValueTest;
