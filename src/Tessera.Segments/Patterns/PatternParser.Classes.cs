namespace Tessera.Segments.Patterns;

/// <summary>Sets of characters in square brackets.</summary>
internal sealed partial class PatternParser
{
    private CharacterSet ReadClass()
    {
        var start = position++;
        List<(int Low, int High)> ranges = [];
        List<(string Name, bool IsNegated)> categories = [];
        var isNegated = !AtEnd && Current == '^';
        position += isNegated ? 1 : 0;
        var isFirst = true;
        while (AtEnd || Current != ']' || isFirst)
        {
            if (AtEnd)
            {
                throw new PatternException(start, "opens a square bracket that is never closed");
            }

            isFirst = false;
            if (!TryReadNamedClass(ranges, categories))
            {
                ReadRange(ranges, start);
            }
        }

        position++;
        return new CharacterSet(ranges, categories, isNegated, Has(Flags.IgnoreCase));
    }

    private bool TryReadNamedClass(List<(int Low, int High)> ranges, List<(string Name, bool IsNegated)> categories)
    {
        var rest = pattern.AsSpan(position);
        if (rest.StartsWith("[:"))
        {
            var end = pattern.IndexOf(":]", position + 2, StringComparison.Ordinal);
            if (end < 0)
            {
                return false; // literal characters, as in RE2
            }

            ranges.AddRange(PatternClasses.PosixClass(pattern[(position + 2)..end])
                ?? throw new PatternException(position, "names a class [:…:] that RE2 does not know"));
            position = end + 2;
            return true;
        }

        if (rest.Length > 1 && rest[0] == '\\')
        {
            if (PatternClasses.Perl(rest[1]) is { } perl)
            {
                ranges.AddRange(perl);
                position += 2;
                return true;
            }

            if (rest[1] is 'p' or 'P')
            {
                categories.Add(ReadCategory());
                return true;
            }
        }

        return false;
    }

    private void ReadRange(List<(int Low, int High)> ranges, int classStart)
    {
        var start = position;
        var low = ReadClassCharacter(classStart);
        var high = low;
        if (position + 1 < pattern.Length && Current == '-' && pattern[position + 1] != ']')
        {
            position++;
            high = ReadClassCharacter(classStart);
        }

        ranges.Add(high >= low ? (low, high) : throw new PatternException(start, "has a range of characters that ends before it starts"));
    }

    private int ReadClassCharacter(int classStart)
    {
        if (AtEnd)
        {
            throw new PatternException(classStart, "opens a square bracket that is never closed");
        }

        if (Current != '\\')
        {
            return ReadRune();
        }

        return position + 1 < pattern.Length
            ? ReadEscapedCodePoint()
            : throw new PatternException(position, "ends in a single backslash");
    }
}
