namespace Tessera.Engine.Statements;

/// <summary>
/// Splits UTF-8 SQL text into tokens by ClickHouse's rules for comments, quotes and heredocs. Only extents matter here:
/// the engine's own parser remains the judge of what a statement means.
/// </summary>
internal ref struct Lexer(ReadOnlySpan<byte> text)
{
    private readonly ReadOnlySpan<byte> text = text;
    private int next;

    /// <summary>The next token that is neither white space nor a comment. Linear in the bytes passed over.</summary>
    public Token Next()
    {
        if (!SkipInsignificant())
        {
            return new Token(TokenKind.Unclosed, next, text.Length);
        }

        var start = next;
        if (start >= text.Length)
        {
            return new Token(TokenKind.End, start, start);
        }

        var first = text[start];
        switch (first)
        {
            case (byte)'\'':
                return Quoted(TokenKind.Text, first);
            case (byte)'"' or (byte)'`':
                return Quoted(TokenKind.QuotedIdentifier, first);
            case (byte)'$' when HeredocEnd(start) is { } end:
                next = end;
                return new Token(TokenKind.Text, start, end);
            case 0xE2 when TypographicQuote(start) is { } quoted:
                next = quoted.End;
                return quoted;
        }

        if (IsWord(first) || first == (byte)'$')
        {
            // A word that starts with a digit does not extend over a dollar sign: 1$a$…$a$ is a number and a heredoc.
            var dollar = !char.IsAsciiDigit((char)first);
            do
            {
                next++;
            }
            while (next < text.Length && (IsWord(text[next]) || (dollar && text[next] == (byte)'$')));
            return new Token(TokenKind.Word, start, next);
        }

        next++;
        return new Token(TokenKind.Symbol, start, next);
    }

    private static bool IsWord(byte character) => char.IsAsciiLetterOrDigit((char)character) || character == (byte)'_';

    private static bool IsSpace(byte character) => character is (byte)' ' or (>= (byte)'\t' and <= (byte)'\r');

    /// <summary>Passes over white space and comments; false when a comment is never closed.</summary>
    private bool SkipInsignificant()
    {
        while (next < text.Length)
        {
            var rest = text[next..];
            if (IsSpace(rest[0]))
            {
                next++;
            }
            else if (rest.StartsWith("--"u8) || rest.StartsWith("//"u8) || rest.StartsWith("# "u8) || rest.StartsWith("#!"u8))
            {
                var lineEnd = rest.IndexOf((byte)'\n');
                next = lineEnd < 0 ? text.Length : next + lineEnd;
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
        var depth = 0;
        var position = next;
        while (position + 1 < text.Length)
        {
            if (text[position] == (byte)'/' && text[position + 1] == (byte)'*')
            {
                depth++;
                position += 2;
            }
            else if (text[position] == (byte)'*' && text[position + 1] == (byte)'/')
            {
                depth--;
                position += 2;
                if (depth == 0)
                {
                    next = position;
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
        var start = next;
        var position = start + 1;
        while (position < text.Length)
        {
            var character = text[position];
            if (character == (byte)'\\')
            {
                position += 2;
            }
            else if (character != quote)
            {
                position++;
            }
            else if (position + 1 < text.Length && text[position + 1] == quote)
            {
                position += 2;
            }
            else
            {
                next = position + 1;
                return new Token(kind, start, next);
            }
        }

        next = text.Length;
        return new Token(TokenKind.Unclosed, start, next);
    }

    private readonly int? HeredocEnd(int start)
    {
        var nameLength = text[(start + 1)..].IndexOf((byte)'$');
        if (nameLength < 0)
        {
            return null;
        }

        var tag = text.Slice(start, nameLength + 2);
        var close = text[(start + tag.Length)..].IndexOf(tag);
        return close < 0 ? null : start + close + (2 * tag.Length);
    }

    /// <summary>‘text’ and “identifier”, as word processors write them.</summary>
    private readonly Token? TypographicQuote(int start)
    {
        var rest = text[start..];
        var (opens, kind) = rest switch
        {
            _ when rest.StartsWith("‘"u8) => (true, TokenKind.Text),
            _ when rest.StartsWith("“"u8) => (true, TokenKind.QuotedIdentifier),
            _ => (false, TokenKind.Symbol),
        };
        if (!opens)
        {
            return null;
        }

        var close = rest.IndexOf(kind == TokenKind.Text ? "’"u8 : "”"u8);
        return close < 0
            ? new Token(TokenKind.Unclosed, start, text.Length)
            : new Token(kind, start, start + close + 3);
    }
}
