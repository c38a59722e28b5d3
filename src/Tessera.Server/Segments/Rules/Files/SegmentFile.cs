using Tessera.Segments;

namespace Tessera.Server.Segments.Rules.Files;

/// <summary>A segment as a file, <c>KEY.segment</c>: its name and description as comments at the top, then its definition.</summary>
/// <param name="Key">The segment's key: the file's name.</param>
/// <param name="Text">What the file says.</param>
internal sealed record SegmentFile(string Key, RuleText Text)
{
    /// <summary>What the names of such files end with.</summary>
    public const string Extension = ".segment";

    private const string NameMark = "name:";
    private const string DescriptionMark = "description:";

    /// <summary>Reads a file. The definition keeps its comments, so that places in it are those of the file.</summary>
    public static SegmentFile Read(string path, string text)
    {
        var key = Path.GetFileName(path.Replace('\\', '/'));
        key = key.EndsWith(Extension, StringComparison.Ordinal) ? key[..^Extension.Length] : key;
        var (name, description) = (key, string.Empty);
        foreach (var comment in text.Split('\n').Select(line => line.Trim()).TakeWhile(line => line.Length == 0 || line[0] == '#').Where(line => line.Length > 0).Select(line => line[1..].Trim()))
        {
            if (comment.StartsWith(NameMark, StringComparison.OrdinalIgnoreCase))
            {
                name = comment[NameMark.Length..].Trim();
            }
            else if (comment.StartsWith(DescriptionMark, StringComparison.OrdinalIgnoreCase))
            {
                description = comment[DescriptionMark.Length..].Trim();
            }
        }

        return new SegmentFile(key, new RuleText(name, description, text));
    }

    /// <summary>The text of the file of a segment.</summary>
    public static string Write(RuleText text)
    {
        var lines = new List<string> { $"# {NameMark} {OneLine(text.Name)}" };
        if (text.Description.Length > 0)
        {
            lines.Add($"# {DescriptionMark} {OneLine(text.Description)}");
        }

        lines.AddRange(Segment.Parse(text.Definition).Segment is { } segment ? Versions.DefinitionLayout.Lines(segment) : [text.Definition]);
        return string.Join('\n', lines) + "\n";
    }

    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n', ' '], StringSplitOptions.RemoveEmptyEntries));
}
