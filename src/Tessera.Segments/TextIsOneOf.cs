namespace Tessera.Segments;

/// <summary><c>is one of ("DE", "AT")</c>, <c>is not one of (…)</c>. A missing value is none of them.</summary>
/// <param name="Values">The texts, one or more.</param>
/// <param name="Negated">Whether the value must be none of them or missing.</param>
public sealed record TextIsOneOf(ValueList<string> Values, bool Negated = false) : ValueTest
{
    /// <summary>The texts, one or more.</summary>
    public ValueList<string> Values { get; } = Guard.NotEmpty(Values, nameof(Values));
}
