namespace Tessera.Segments;

/// <summary><c>is true</c>, <c>is false</c>, and their denials <c>is not true</c>, <c>is not false</c>, which a missing value meets.</summary>
/// <param name="Value">The truth value compared with.</param>
/// <param name="Negated">Whether the value must differ or be missing.</param>
public sealed record BooleanIs(bool Value, bool Negated = false) : ValueTest;
