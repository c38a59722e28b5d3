namespace Tessera.Engine.Statements;

/// <summary>
/// Splits UTF-8 SQL text into tokens by ClickHouse's rules for comments, quotes and heredocs. Only extents matter here:
/// the engine's own parser remains the judge of what a statement means.
/// </summary>
internal ref struct Lexer(ReadOnlySpan<byte> text)
{
    private readonly ReadOnlySpan<byte> _text = text;
    private int _position;

    /// <summary>The next token that is neither white space nor a comment. Linear in the bytes passed over.</summary>
    public Token Next()
    {
        if (!SkipInsignificant())
        {
            return new Token(TokenKind.Unclosed, _position, _text.Length);
        }

        int start = _position;
        if (start >= _text.Length)
        {
            return new Token(TokenKind.End, start, start);
        }

        byte first = _text[start];
        switch (first)
        {
            case (byte)'\'':
                return Quoted(TokenKind.Text, first);
            case (byte)'"' or (byte)'`':
                return Quoted(TokenKind.QuotedIdentifier, first);
            case (byte)'$' when HeredocEnd(start) is { } end:
                _position = end;
                return new Token(TokenKind.Text, start, end);
            case 0xE2 when TypographicQuote(start) is { } quoted:
                _position = quoted.End;
                return quoted;
        }

        if (IsWord(first) || first == (byte)'$')
        {
            // A word that starts with a digit does not extend over a dollar sign: 1$a$…$a$ is a number and a heredoc.
            bool dollar = !char.IsAsciiDigit((char)first);
            do
            {
                _position++;
            }
            while (_position < _text.Length && (IsWord(_text[_position]) || (dollar && _text[_position] == (byte)'$')));
            return new Token(TokenKind.Word, start, _position);
        }

        _position++;
        return new Token(TokenKind.Symbol, start, _position);
    }

    private static bool IsWord(byte character) => char.IsAsciiLetterOrDigit((char)character) || character == (byte)'_';

    private static bool IsSpace(byte character) => character is (byte)' ' or (>= (byte)'\t' and <= (byte)'\r');

    /// <summary>Passes over white space and comments; false when a comment is never closed.</summary>
    private bool SkipInsignificant()
    {
        while (_position < _text.Length)
        {
            ReadOnlySpan<byte> rest = _text[_position..];
            if (IsSpace(rest[0]))
            {
                _position++;
            }
            else if (rest.StartsWith("--"u8) || rest.StartsWith("//"u8) || rest.StartsWith("# "u8) || rest.StartsWith("#!"u8))
            {
                int lineEnd = rest.IndexOf((byte)'\n');
                _position = lineEnd < 0 ? _text.Length : _position + lineEnd;
            }
            else if (rest.StartsWith("/*"u8))
            {
                if (!SkipBlockComment())
                {
                    return false;
                }
            }
            else
            {
                break;
            }
        }

        return true;
    }

    private bool SkipBlockComment()
    {
        int depth = 0;
        int position = _position;
        while (position + 1 < _text.Length)
        {
            if (_text[position] == (byte)'/' && _text[position + 1] == (byte)'*')
            {
                depth++;
                position += 2;
            }
            else if (_text[position] == (byte)'*' && _text[position + 1] == (byte)'/')
            {
                depth--;
                position += 2;
                if (depth == 0)
                {
                    _position = position;
                    return true;
                }
            }
            else
            {
                position++;
            }
        }

        return false;
    }

    private Token Quoted(TokenKind kind, byte quote)
    {
        int start = _position;
        int position = start + 1;
        while (position < _text.Length)
        {
            byte character = _text[position];
            if (character == (byte)'\\')
            {
                position += 2;
            }
            else if (character != quote)
            {
                position++;
            }
            else if (position + 1 < _text.Length && _text[position + 1] == quote)
            {
                position += 2;
            }
            else
            {
                _position = position + 1;
                return new Token(kind, start, _position);
            }
        }

        _position = _text.Length;
        return new Token(TokenKind.Unclosed, start, _position);
    }

    private readonly int? HeredocEnd(int start)
    {
        int nameLength = _text[(start + 1)..].IndexOf((byte)'$');
        if (nameLength < 0)
        {
            return null;
        }

        ReadOnlySpan<byte> tag = _text.Slice(start, nameLength + 2);
        int close = _text[(start + tag.Length)..].IndexOf(tag);
        return close < 0 ? null : start + close + (2 * tag.Length);
    }

    /// <summary>‘text’ and “identifier”, as word processors write them.</summary>
    private readonly Token? TypographicQuote(int start)
    {
        ReadOnlySpan<byte> rest = _text[start..];
        (bool opens, TokenKind kind) = rest switch
        {
            _ when rest.StartsWith("‘"u8) => (true, TokenKind.Text),
            _ when rest.StartsWith("“"u8) => (true, TokenKind.QuotedIdentifier),
            _ => (false, TokenKind.Symbol),
        };
        if (!opens)
        {
            return null;
        }

        int close = rest.IndexOf(kind == TokenKind.Text ? "’"u8 : "”"u8);
        return close < 0
            ? new Token(TokenKind.Unclosed, start, _text.Length)
            : new Token(kind, start, start + close + 3);
    }
}
