namespace Tessera.Segments;

/// <summary><c>matches "^[^@]+@example\\.com$"</c>: a regular expression in RE2 syntax is found somewhere in the text.</summary>
public sealed record TextMatches : ValueTest
{
    /// <summary>Creates the test.</summary>
    /// <param name="pattern">The expression.</param>
    /// <exception cref="ArgumentException">The pattern is not one; the message says where and why.</exception>
    public TextMatches(string pattern)
    {
        if (Patterns.PatternParser.Parse(pattern).Problem is { } problem)
        {
            throw new ArgumentException($"The pattern {problem.Message} (at character {problem.Start + 1}).", nameof(pattern));
        }

        Pattern = pattern;
    }

    /// <summary>The expression, always a valid one.</summary>
    public string Pattern { get; }
}
