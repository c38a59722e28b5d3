namespace Tessera.Segments.Patterns;

/// <summary>Groups, their names and their flags.</summary>
internal sealed partial class PatternParser
{
    private void ReadGroup(List<PatternNode> items)
    {
        var start = position;
        var outer = flags;
        position++;
        if (!AtEnd && Current == '?')
        {
            position++;
            if (!TryReadGroupName(start) && ReadFlags(start))
            {
                return; // (?i) lasts to the end of the group around it
            }
        }

        items.Add(ReadAlternation());
        if (AtEnd)
        {
            throw new PatternException(start, "opens a bracket that is never closed");
        }

        position++;
        flags = outer;
    }

    private bool TryReadGroupName(int start)
    {
        var rest = pattern.AsSpan(position);
        if (rest.StartsWith("=") || rest.StartsWith("!") || rest.StartsWith("<=") || rest.StartsWith("<!"))
        {
            throw new PatternException(start, "looks ahead or behind, which RE2 does not");
        }

        var prefix = rest.StartsWith("P<") ? 2 : rest.StartsWith("<") ? 1 : 0;
        if (prefix == 0)
        {
            return false;
        }

        var end = pattern.IndexOf('>', position);
        var name = end < 0 ? string.Empty : pattern[(position + prefix)..end];
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
        {
            throw new PatternException(start, "has a group whose name is not made of letters, digits and _");
        }

        if (!groupNames.Add(name))
        {
            throw new PatternException(start, $"has two groups named {name}");
        }

        position = end + 1;
        return true;
    }

    /// <summary>Reads flags; true when they stand alone, as in <c>(?i)</c>.</summary>
    private bool ReadFlags(int start)
    {
        var isNegative = false;
        var hasAny = false;
        while (!AtEnd)
        {
            var letter = pattern[position++];
            switch (letter)
            {
                case 'i':
                    Set(Flags.IgnoreCase);
                    break;
                case 'm':
                    Set(Flags.MultiLine);
                    break;
                case 's':
                    Set(Flags.DotMatchesNewLine);
                    break;
                case 'U':
                    Set(Flags.Ungreedy);
                    break;
                case '-' when !isNegative:
                    (isNegative, hasAny) = (true, false);
                    break;
                case ':' or ')' when hasAny || !isNegative:
                    return letter == ')';
                default:
                    throw new PatternException(start, "has a group (?…) that RE2 does not know; its flags are i, m, s and U");
            }
        }

        throw new PatternException(start, "opens a bracket that is never closed");

        void Set(Flags flag)
        {
            hasAny = true;
            flags = isNegative ? flags & ~flag : flags | flag;
        }
    }
}
