namespace Tessera.Segments;

/// <summary>
/// Where the parts of a parsed segment stand in its text. Kept beside the tree, so that trees written differently still
/// compare equal.
/// </summary>
public sealed class SourceMap
{
    private readonly Dictionary<object, (int Start, int End)> ranges = new(ReferenceEqualityComparer.Instance);
    private readonly string text;
    private int[]? lineStarts;

    internal SourceMap(string text) => this.text = text;

    /// <summary>The stretch of text that a part of the tree was read from; the whole text for a part that is not in it.</summary>
    /// <param name="part">An expression, value test, path, event name or segment key, the very object in the tree.</param>
    public TextSpan SpanOf(object part) => ranges.TryGetValue(part, out var range) ? Span(range.Start, range.End) : Span(0, text.Length);

    /// <summary>The innermost condition around a position of the text, or null.</summary>
    /// <param name="offset">The position, from 0.</param>
    public Expression? ConditionAt(int offset) => ranges
        .Where(entry => entry.Key is Expression && entry.Value.Start <= offset && offset <= entry.Value.End)
        .OrderBy(entry => entry.Value.End - entry.Value.Start)
        .Select(entry => (Expression)entry.Key)
        .FirstOrDefault();

    internal void Add(object part, int start, int end) => ranges.TryAdd(part, (start, end));

    internal TextSpan Span(int start, int end)
    {
        lineStarts ??= FindLineStarts(text);
        var found = Array.BinarySearch(lineStarts, start);
        var line = found >= 0 ? found : ~found - 1;
        return new TextSpan(start, Math.Max(0, end - start), line + 1, start - lineStarts[line] + 1);
    }

    private static int[] FindLineStarts(string text)
    {
        List<int> starts = [0];
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '\n' || (text[index] == '\r' && (index + 1 == text.Length || text[index + 1] != '\n')))
            {
                starts.Add(index + 1);
            }
        }

        return [.. starts];
    }
}
