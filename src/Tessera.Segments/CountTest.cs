namespace Tessera.Segments;

/// <summary><c>at least 3</c>, <c>between 2 and 5</c>: what is asked of a count.</summary>
public sealed record CountTest
{
    /// <summary>Creates a test with one bound.</summary>
    /// <param name="kind">The kind of test, not <see cref="CountTestKind.Between"/>.</param>
    /// <param name="count">The bound: 0 or more.</param>
    public CountTest(CountTestKind kind, int count)
        : this(kind, count, count)
    {
        if (kind == CountTestKind.Between)
        {
            throw new ArgumentException("A range has two bounds.", nameof(kind));
        }
    }

    private CountTest(CountTestKind kind, int low, int high) =>
        (Kind, Low, High) = (kind, Guard.Count(low, nameof(low)), Guard.Count(high, nameof(high)));

    /// <summary><c>at least 1</c>, the default.</summary>
    public static CountTest AtLeastOne { get; } = new(CountTestKind.AtLeast, 1);

    /// <summary>The kind of test.</summary>
    public CountTestKind Kind { get; }

    /// <summary>The bound, or the lower one of a range.</summary>
    public int Low { get; }

    /// <summary>The upper bound of a range; otherwise the same as <see cref="Low"/>.</summary>
    public int High { get; }

    /// <summary>The least count that passes.</summary>
    public int Least => Kind switch
    {
        CountTestKind.AtLeast or CountTestKind.Exactly or CountTestKind.Between => Low,
        CountTestKind.MoreThan => Low + 1,
        _ => 0,
    };

    /// <summary>The greatest count that passes, or null when there is none; -1 when none passes.</summary>
    public int? Most => Kind switch
    {
        CountTestKind.AtMost or CountTestKind.Exactly or CountTestKind.Between => High,
        CountTestKind.FewerThan => High - 1,
        _ => null,
    };

    /// <summary><c>between LOW and HIGH</c>, both included.</summary>
    /// <param name="low">The least count that passes: 0 or more.</param>
    /// <param name="high">The greatest: not below <paramref name="low"/>.</param>
    public static CountTest Between(int low, int high) => low <= high
        ? new(CountTestKind.Between, low, high)
        : throw new ArgumentOutOfRangeException(nameof(high), high, "The range ends before it starts.");

    /// <summary>Whether a count passes.</summary>
    /// <param name="count">The count.</param>
    public bool Passes(long count) => count >= Least && (Most is not { } most || count <= most);

    /// <summary>The test as the language writes it.</summary>
    public override string ToString() => Text.Printer.Print(this);
}
