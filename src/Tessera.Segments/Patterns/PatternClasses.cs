namespace Tessera.Segments.Patterns;

/// <summary>The named classes of RE2; all are of ASCII characters.</summary>
internal static class PatternClasses
{
    internal const int MaxCodePoint = 0x10FFFF;

    private static readonly (int, int)[] Digits = [('0', '9')];
    private static readonly (int, int)[] Spaces = [('\t', '\n'), ('\f', '\r'), (' ', ' ')];
    private static readonly (int, int)[] WordCharacters = [('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')];

    private static readonly Dictionary<string, (int, int)[]> Posix = new(StringComparer.Ordinal)
    {
        ["alnum"] = [('0', '9'), ('A', 'Z'), ('a', 'z')],
        ["alpha"] = [('A', 'Z'), ('a', 'z')],
        ["ascii"] = [(0, 0x7F)],
        ["blank"] = [('\t', '\t'), (' ', ' ')],
        ["cntrl"] = [(0, 0x1F), (0x7F, 0x7F)],
        ["digit"] = Digits,
        ["graph"] = [('!', '~')],
        ["lower"] = [('a', 'z')],
        ["print"] = [(' ', '~')],
        ["punct"] = [('!', '/'), (':', '@'), ('[', '`'), ('{', '~')],
        ["space"] = [('\t', '\r'), (' ', ' ')],
        ["upper"] = [('A', 'Z')],
        ["word"] = WordCharacters,
        ["xdigit"] = [('0', '9'), ('A', 'F'), ('a', 'f')],
    };

    /// <summary>The ranges of <c>\d \s \w</c>, or of everything else for the capital letter; null for other letters.</summary>
    internal static IReadOnlyList<(int Low, int High)>? Perl(char letter) => letter switch
    {
        'd' => Digits,
        'D' => Opposite(Digits),
        's' => Spaces,
        'S' => Opposite(Spaces),
        'w' => WordCharacters,
        'W' => Opposite(WordCharacters),
        _ => null,
    };

    /// <summary>The ranges of <c>[:name:]</c> or <c>[:^name:]</c>; null for unknown names.</summary>
    internal static IReadOnlyList<(int Low, int High)>? PosixClass(string name)
    {
        var isNegated = name.StartsWith('^');
        return Posix.TryGetValue(isNegated ? name[1..] : name, out var ranges) ? (isNegated ? Opposite(ranges) : ranges) : null;
    }

    internal static bool IsWordCharacter(int codePoint) => WordCharacters.Any(range => codePoint >= range.Item1 && codePoint <= range.Item2);

    private static List<(int Low, int High)> Opposite((int Low, int High)[] ranges)
    {
        List<(int Low, int High)> opposite = [];
        var next = 0;
        foreach (var (low, high) in ranges)
        {
            if (next < low)
            {
                opposite.Add((next, low - 1));
            }

            next = high + 1;
        }

        opposite.Add((next, MaxCodePoint));
        return opposite;
    }
}
