namespace Tessera.Segments;

/// <summary><c>&gt;= 10</c>: the value is a number, or text that is one, and compares so. Anything else does not match, not even <c>!=</c>.</summary>
/// <param name="Comparison">The comparison.</param>
/// <param name="Value">The number on its right: finite.</param>
public sealed record NumberCompares(Comparison Comparison, double Value) : ValueTest
{
    /// <summary>The number on the right of the comparison: finite.</summary>
    public double Value { get; } = Guard.Finite(Value, nameof(Value));
}
