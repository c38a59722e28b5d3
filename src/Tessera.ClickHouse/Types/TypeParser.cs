using System.Globalization;
using System.Text;

namespace Tessera.ClickHouse.Types;

/// <summary>Reads ClickHouse's type notation.</summary>
/// <remarks>Linear in the text; nesting is limited so that a hostile text cannot exhaust the stack.</remarks>
internal sealed class TypeParser
{
    private const int DeepestNesting = 64;
    private readonly string text;
    private int position;
    private int depth;

    private TypeParser(string text) => this.text = text;

    /// <summary>Reads one type.</summary>
    /// <exception cref="FormatException">The text is not a type.</exception>
    public static ClickHouseType Parse(string text)
    {
        var parser = new TypeParser(text);
        var type = parser.ReadType();
        parser.SkipSpace();
        return parser.position == text.Length ? type : throw parser.Unexpected();
    }

    private ClickHouseType ReadType()
    {
        if (++depth > DeepestNesting)
        {
            throw new FormatException($"'{text}' is nested more than {DeepestNesting} deep.");
        }

        SkipSpace();
        var start = position;
        var name = ReadName();
        List<TypeArgument> arguments = [];
        SkipSpace();
        if (name == "JSON" && Peek == '(')
        {
            SkipBrackets();
        }
        else if (TryTake('('))
        {
            SkipSpace();
            if (!TryTake(')'))
            {
                do
                {
                    arguments.Add(ReadArgument());
                    SkipSpace();
                }
                while (TryTake(','));
                Require(')');
            }
        }

        depth--;
        return new ClickHouseType(name, arguments, text[start..position].Trim());
    }

    private TypeArgument ReadArgument()
    {
        SkipSpace();
        if (Peek is '\'')
        {
            var label = ReadQuoted('\'');
            SkipSpace();
            return new TypeArgument(null, label, TryTake('=') ? ReadNumber() : null);
        }

        if (Peek is '-' or (>= '0' and <= '9'))
        {
            return new TypeArgument(null, null, ReadNumber());
        }

        var start = position;
        var name = ReadName();
        SkipSpace();
        if (Peek is ',' or ')' or '(')
        {
            position = start;
            return new TypeArgument(ReadType(), null, null);
        }

        return TryTake('=') ? new TypeArgument(null, name, ReadNumber()) : new TypeArgument(ReadType(), name, null);
    }

    // JSON's options have a notation of their own (SKIP REGEXP '…'); they say nothing about how a value is written.
    private void SkipBrackets()
    {
        var open = 0;
        do
        {
            if (Peek is '\'' or '`' or '"')
            {
                ReadQuoted(Peek);
                continue;
            }

            open += Peek switch { '(' => 1, ')' => -1, '\0' => throw Unexpected(), _ => 0 };
            position++;
        }
        while (open > 0);
    }

    private string ReadName()
    {
        if (Peek is '`' or '"')
        {
            return ReadQuoted(Peek);
        }

        var start = position;
        while (position < text.Length && (char.IsLetterOrDigit(text[position]) || text[position] is '_' or '.'))
        {
            position++;
        }

        return position > start ? text[start..position] : throw Unexpected();
    }

    private string ReadQuoted(char quote)
    {
        Require(quote);
        var value = new StringBuilder();
        while (position < text.Length)
        {
            var character = text[position++];
            if (character == quote && Peek != quote)
            {
                return value.ToString();
            }

            if (character == quote)
            {
                position++;
            }
            else if (character == '\\' && position < text.Length)
            {
                character = Unescape(text[position++]);
            }

            value.Append(character);
        }

        throw Unexpected();
    }

    private static char Unescape(char escaped) => escaped switch
    {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        'b' => '\b',
        'f' => '\f',
        '0' => '\0',
        _ => escaped,
    };

    private long ReadNumber()
    {
        SkipSpace();
        var start = position;
        while (position < text.Length && (char.IsAsciiDigit(text[position]) || text[position] == '-'))
        {
            position++;
        }

        return long.TryParse(text.AsSpan(start, position - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Unexpected();
    }

    private char Peek => position < text.Length ? text[position] : '\0';

    private bool TryTake(char expected)
    {
        if (Peek != expected || position >= text.Length)
        {
            return false;
        }

        position++;
        return true;
    }

    private void Require(char expected)
    {
        if (!TryTake(expected))
        {
            throw Unexpected();
        }
    }

    private void SkipSpace()
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
        {
            position++;
        }
    }

    private FormatException Unexpected() => new($"'{text}' is not a ClickHouse type: character {position + 1} is not expected.");
}
