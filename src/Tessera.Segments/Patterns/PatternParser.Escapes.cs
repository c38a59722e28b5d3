using System.Globalization;

namespace Tessera.Segments.Patterns;

/// <summary>What follows a backslash.</summary>
internal sealed partial class PatternParser
{
    private void ReadEscape(List<PatternNode> items, int start)
    {
        if (position + 1 >= pattern.Length)
        {
            throw new PatternException(start, "ends in a single backslash");
        }

        var letter = pattern[position + 1];
        PatternAssertion? assertion = letter switch
        {
            'A' => PatternAssertion.TextStart,
            'z' => PatternAssertion.TextEnd,
            'b' => PatternAssertion.WordBoundary,
            'B' => PatternAssertion.NoWordBoundary,
            _ => null,
        };
        if (assertion is { } place)
        {
            position += 2;
            items.Add(new AssertionNode(place));
        }
        else if (letter == 'Q')
        {
            ReadQuoted(items);
        }
        else if (PatternClasses.Perl(letter) is { } ranges)
        {
            position += 2;
            items.Add(new CharacterNode(new CharacterSet(ranges, [], IsNegated: false, Has(Flags.IgnoreCase))));
        }
        else if (letter is 'p' or 'P')
        {
            items.Add(new CharacterNode(new CharacterSet([], [ReadCategory()], IsNegated: false, Has(Flags.IgnoreCase))));
        }
        else
        {
            items.Add(Literal(ReadEscapedCodePoint()));
        }
    }

    private void ReadQuoted(List<PatternNode> items)
    {
        position += 2;
        var end = pattern.IndexOf("\\E", position, StringComparison.Ordinal);
        var last = end < 0 ? pattern.Length : end;
        while (position < last)
        {
            items.Add(Literal(ReadRune()));
        }

        position = end < 0 ? last : end + 2;
    }

    // \pL, \p{Lu}, \P{L}, \p{^L}
    private (string Name, bool IsNegated) ReadCategory()
    {
        var start = position;
        var isNegated = pattern[position + 1] == 'P';
        position += 2;
        if (AtEnd)
        {
            throw new PatternException(start, "names no Unicode category after \\p");
        }

        string name;
        if (Current == '{')
        {
            var end = pattern.IndexOf('}', position);
            name = end < 0 ? string.Empty : pattern[(position + 1)..end];
            position = end < 0 ? pattern.Length : end + 1;
        }
        else
        {
            name = pattern.Substring(position++, 1);
        }

        if (name.StartsWith('^'))
        {
            (name, isNegated) = (name[1..], !isNegated);
        }

        return CharacterSet.IsCategory(name)
            ? (name, isNegated)
            : throw new PatternException(start, "names a Unicode class that is no general category such as \\p{L} or \\p{Nd}");
    }

    private int ReadEscapedCodePoint()
    {
        var start = position;
        var letter = pattern[position + 1];
        position += 2;
        switch (letter)
        {
            case 'a':
                return 7;
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'v':
                return 11;
            case 'x':
                return ReadHexadecimal(start);
            case '0':
            case >= '1' and <= '7' when !AtEnd && Current is >= '0' and <= '7':
                return ReadOctal(letter - '0');
            case >= '1' and <= '9':
                throw new PatternException(start, $"refers back to a group (\\{letter}), which RE2 does not");
        }

        return letter < 0x80 && !PatternClasses.IsWordCharacter(letter)
            ? letter
            : throw new PatternException(start, $"has the escape \\{(char.IsSurrogate(letter) || char.IsControl(letter) ? string.Empty : letter.ToString())}, which RE2 does not know");
    }

    private int ReadOctal(int value)
    {
        for (var digits = 1; digits < 3 && !AtEnd && Current is >= '0' and <= '7'; digits++)
        {
            value = (value * 8) + (pattern[position++] - '0');
        }

        return value;
    }

    private int ReadHexadecimal(int start)
    {
        var inBraces = !AtEnd && Current == '{';
        var first = inBraces ? position + 1 : position;
        var end = inBraces ? pattern.IndexOf('}', first) : first + 2;
        if (end > first && end <= pattern.Length && end - first <= 8
            && int.TryParse(pattern.AsSpan(first, end - first), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            && value is >= 0 and <= PatternClasses.MaxCodePoint)
        {
            position = inBraces ? end + 1 : end;
            return value;
        }

        throw new PatternException(start, "has a \\x that is not followed by two hexadecimal digits or a code point in braces");
    }
}
