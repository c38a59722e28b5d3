namespace Tessera.Segments;

/// <summary><c>is between 5 and 20</c>, both ends included.</summary>
/// <param name="Low">The least number that matches.</param>
/// <param name="High">The greatest: not below <paramref name="Low"/>.</param>
public sealed record NumberIsBetween(double Low, double High) : ValueTest
{
    /// <summary>The least number that matches.</summary>
    public double Low { get; } = Guard.Finite(Low, nameof(Low));

    /// <summary>The greatest number that matches.</summary>
    public double High { get; } = Guard.Finite(High, nameof(High)) >= Low
        ? Guard.Finite(High, nameof(High))
        : throw new ArgumentOutOfRangeException(nameof(High), High, "The range ends before it starts.");
}
