namespace Tessera.Segments;

/// <summary><c>format is "svg"</c> inside a <c>where</c>: a test of a property of one event.</summary>
public sealed record PropertyCondition : Expression
{
    /// <summary>Puts a test to a property.</summary>
    /// <param name="path">The property.</param>
    /// <param name="test">The test.</param>
    /// <exception cref="ArgumentException">The test is one only a trait can answer: a rank, or how long a value has been held.</exception>
    public PropertyCondition(ValuePath path, ValueTest test)
    {
        if (test is IsInExtremeShare or HasBeen)
        {
            throw new ArgumentException("A property of one event has neither a rank nor a history.", nameof(test));
        }

        (Path, Test) = (path, test);
    }

    /// <summary>The property.</summary>
    public ValuePath Path { get; }

    /// <summary>The test.</summary>
    public ValueTest Test { get; }
}
