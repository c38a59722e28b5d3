using Tessera.Segments.Text;

namespace Tessera.Segments;

/// <summary>A definition of who belongs: one question about one customer at one instant.</summary>
/// <param name="Definition">The question.</param>
/// <example>
/// <code>
/// var result = Segment.Parse("plan is \"free\" and did \"Export File\" at least 3 times in the last 14 days");
/// Console.WriteLine(result.Segment?.Describe());
/// </code>
/// </example>
public sealed record Segment(Expression Definition)
{
    /// <summary>The longest text read, in UTF-16 code units.</summary>
    public const int MaxTextLength = 200_000;

    /// <summary>The deepest that brackets, <c>not</c>s and <c>at least N of</c> may nest.</summary>
    public const int MaxDepth = 100;

    /// <summary>The most conditions that are evaluated together: steps of sequences and those of referenced segments counted. No engine reads more at once.</summary>
    public const int MaxConditions = 1_000;

    /// <summary>Reads a definition, reporting every problem found. Never throws on any text; takes time linear in its length.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The segment, or why there is none.</returns>
    public static ParseResult Parse(string text) => Parser.Parse(text);

    /// <summary>The definition in plain English: <c>customers whose plan is “free” and who …</c>.</summary>
    public string Describe() => Reading.Of(this);

    /// <summary>The canonical text: parsing it gives an equal segment.</summary>
    public override string ToString() => Definition.ToString();
}
