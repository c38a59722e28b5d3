using Tessera.Segments;

namespace Tessera.Server.Segments.Rules.Versions;

/// <summary>A definition in lines, a condition each, as people compare them and keep them in files. Read together they are the definition.</summary>
internal static class DefinitionLayout
{
    private const string Indent = "  ";

    /// <summary>The lines of a definition.</summary>
    public static IReadOnlyList<string> Lines(Segment segment)
    {
        IReadOnlyList<string> lines = [.. Lines(segment.Definition)];

        // A condition may mean something else before its neighbour than by itself; then it stays on one line with it.
        return Segment.Parse(string.Join('\n', lines)).Segment == segment ? lines : [segment.ToString()];
    }

    private static IEnumerable<string> Lines(Expression expression) => expression switch
    {
        All all => Joined(all.Items, "and ", item => item is Any),
        Any any => Joined(any.Items, "or ", item => item is All),
        Not { Operand: All or Any } not => Bracketed("not ", Lines(not.Operand)),
        AtLeastOf group => Listed($"at least {group.Minimum} of (", group.Items),
        _ => [expression.ToString()],
    };

    private static IEnumerable<string> Joined(ValueList<Expression> items, string word, Func<Expression, bool> needsBrackets)
    {
        var first = true;
        foreach (var item in items)
        {
            var lead = first ? string.Empty : word;
            first = false;
            if (needsBrackets(item))
            {
                foreach (var line in Bracketed(lead, Lines(item)))
                {
                    yield return line;
                }

                continue;
            }

            foreach (var line in Lines(item))
            {
                yield return lead + line;
                lead = string.Empty;
            }
        }
    }

    private static IEnumerable<string> Bracketed(string lead, IEnumerable<string> lines) =>
        [$"{lead}(", .. lines.Select(line => Indent + line), ")"];

    private static IEnumerable<string> Listed(string lead, ValueList<Expression> items)
    {
        yield return lead;
        for (var index = 0; index < items.Count; index++)
        {
            var lines = Lines(items[index]).ToList();
            for (var line = 0; line < lines.Count; line++)
            {
                yield return Indent + lines[line] + (line == lines.Count - 1 && index < items.Count - 1 ? "," : string.Empty);
            }
        }

        yield return ")";
    }
}
