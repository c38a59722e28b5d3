using Tessera.Segments;

namespace Tessera.Server.Segments.Rules.Versions;

/// <summary>What changed between two versions of a segment.</summary>
/// <param name="Lines">The lines of both definitions, those of the files segments are kept in.</param>
/// <param name="Summary">What changed, in a sentence.</param>
internal sealed record RuleDiff(IReadOnlyList<DiffLine> Lines, string Summary)
{
    /// <summary>Compares two texts.</summary>
    public static RuleDiff Of(RuleText before, RuleText after)
    {
        var lines = LineDiff.Of(DefinitionOf(before), DefinitionOf(after));
        var added = lines.Count(line => line.Kind == DiffLine.Added);
        var removed = lines.Count(line => line.Kind == DiffLine.Removed);
        string?[] changes =
        [
            before.Name == after.Name ? null : $"renamed from “{before.Name}” to “{after.Name}”",
            before.Description == after.Description ? null : "described anew",
            added + removed == 0 ? null : $"{Lined(added)} added and {Lined(removed)} removed in the definition",
        ];
        var sentence = string.Join("; ", changes.OfType<string>());
        return new RuleDiff(lines, sentence.Length == 0 ? "Nothing changed." : $"{char.ToUpperInvariant(sentence[0])}{sentence[1..]}.");
    }

    private static IReadOnlyList<string> DefinitionOf(RuleText text) =>
        Segment.Parse(text.Definition).Segment is { } segment ? DefinitionLayout.Lines(segment) : text.Definition.Length == 0 ? [] : [text.Definition];

    private static string Lined(int count) => count == 1 ? "1 line" : $"{count} lines";
}
