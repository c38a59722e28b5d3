using System.Globalization;
using System.Text;

namespace Tessera.Segments.Text;

/// <summary>
/// Cuts a text into tokens. What it does not understand it reports and then reads as what was probably meant, so that the
/// parser never trips over the same mistake.
/// </summary>
internal sealed class Lexer(string text, DiagnosticBag problems)
{
    private readonly List<Token> tokens = [];
    private int position;

    /// <summary>How many characters were looked at, each as often as it was; a measure of work that no clock disturbs.</summary>
    internal long Steps { get; private set; }

    internal List<Token> Read()
    {
        while (position < text.Length)
        {
            Steps++;
            ReadNext();
        }

        tokens.Add(new Token(TokenKind.End, text.Length, text.Length, string.Empty));
        return tokens;
    }

    private char At(int index) => index < text.Length ? text[index] : '\0';

    private Rune RuneAt(int index, out int length)
    {
        Steps++;
        Rune.DecodeFromUtf16(text.AsSpan(index), out var rune, out length);
        return rune;
    }

    private void ReadNext()
    {
        var current = text[position];
        switch (current)
        {
            case '#':
                SkipComment();
                return;
            case '(':
                Add(TokenKind.Open, 1);
                return;
            case ')':
                Add(TokenKind.Close, 1);
                return;
            case ',':
                Add(TokenKind.Comma, 1);
                return;
            case '%':
                Add(TokenKind.Percent, 1);
                return;
            case '"':
                ReadText('"');
                return;
            case '=' or '!' or '<' or '>' or '&' or '|':
                ReadOperator();
                return;
        }

        if (char.IsAsciiDigit(current) || (current is '-' or '.' && char.IsAsciiDigit(At(position + 1))) || IsMinusSign(current))
        {
            ReadNumberOrInstant();
            return;
        }

        var rune = RuneAt(position, out var length);
        if (Characters.IsNameStart(rune))
        {
            ReadName();
        }
        else if (Rune.IsWhiteSpace(rune) || rune.Value == 0xFEFF)
        {
            position += length;
        }
        else if (ClosingQuote(current) is { } closing)
        {
            ReadText(closing);
        }
        else
        {
            SkipUnknown();
        }
    }

    private void Add(TokenKind kind, int length, string? value = null)
    {
        tokens.Add(new Token(kind, position, position + length, value ?? text.Substring(position, length)));
        position += length;
    }

    private void SkipComment()
    {
        while (position < text.Length && text[position] is not ('\n' or '\r'))
        {
            position++;
            Steps++;
        }
    }

    private void SkipUnknown()
    {
        var start = position;
        while (position < text.Length)
        {
            var rune = RuneAt(position, out var length);
            if (Rune.IsWhiteSpace(rune) || Characters.IsNamePart(rune) || "#(),%\"=!<>&|".Contains(text[position], StringComparison.Ordinal)
                || ClosingQuote(text[position]) is not null)
            {
                break;
            }

            position += length;
        }

        position = Math.Max(position, start + 1);
        problems.Error(
            DiagnosticCodes.UnknownCharacter,
            $"{Shown(text[start..position])} means nothing here. Names with such characters are quoted: trait \"$name\"; days are written 2026-03-01.",
            start,
            position);
    }

    private void ReadOperator()
    {
        var two = text.AsSpan(position, Math.Min(2, text.Length - position));
        var (sign, length) = two switch
        {
            "!=" or "<=" or ">=" => (two.ToString(), 2),
            "==" => ("=", At(position + 2) == '=' ? 3 : 2),
            "=>" => (">=", 2),
            "=<" => ("<=", 2),
            "<>" => ("!=", 2),
            "&&" => ("and", 2),
            "||" => ("or", 2),
            ['!', ..] => ("not", 1),
            ['&', ..] => ("and", 1),
            ['|', ..] => ("or", 1),
            _ => (text[position].ToString(), 1),
        };
        var written = text.Substring(position, length);
        if (!string.Equals(written, sign, StringComparison.Ordinal))
        {
            problems.Error(DiagnosticCodes.ForeignOperator, $"Write {sign} instead of {written}.", position, position + length, [sign], sign);
        }

        Add(char.IsAsciiLetter(sign[0]) ? TokenKind.Word : TokenKind.Comparison, length, sign);
    }

    private static bool IsMinusSign(char value) => value is '\u2212';

    private void ReadNumberOrInstant()
    {
        var start = position;
        if (LooksLikeInstant())
        {
            while (position < text.Length && (char.IsAsciiLetterOrDigit(text[position]) || text[position] is '-' or ':' or '.' or '+'))
            {
                position++;
                Steps++;
            }

            tokens.Add(new Token(TokenKind.Instant, start, position, text[start..position]));
            return;
        }

        if (text[position] is '-' || IsMinusSign(text[position]))
        {
            position++;
        }

        SkipDigits();
        if (At(position) == '.' && char.IsAsciiDigit(At(position + 1)))
        {
            position++;
            SkipDigits();
        }

        var written = text[start..position];
        var value = written.Replace('\u2212', '-');
        value = value.StartsWith('.') ? "0" + value : value.StartsWith("-.", StringComparison.Ordinal) ? "-0" + value[1..] : value;
        if (value is "-" or "")
        {
            position = Math.Max(position, start + 1);
            problems.Error(DiagnosticCodes.UnknownCharacter, $"{Shown(text[start..position])} means nothing here.", start, position);
            return;
        }

        if (value.Length > NumberText.MaxLength)
        {
            problems.Error(DiagnosticCodes.BadNumber, $"A number has at most {NumberText.MaxLength} characters.", start, position);
            value = "1";
        }
        else if (!string.Equals(value, written, StringComparison.Ordinal))
        {
            problems.Error(DiagnosticCodes.BadNumber, $"Write this number {value}.", start, position, [value], value);
        }

        tokens.Add(new Token(TokenKind.Number, start, position, value));
    }

    private bool LooksLikeInstant() =>
        char.IsAsciiDigit(At(position + 1)) && char.IsAsciiDigit(At(position)) && char.IsAsciiDigit(At(position + 2))
        && char.IsAsciiDigit(At(position + 3)) && At(position + 4) == '-' && char.IsAsciiDigit(At(position + 5));

    private void SkipDigits()
    {
        while (char.IsAsciiDigit(At(position)))
        {
            position++;
            Steps++;
        }
    }

    private void ReadName()
    {
        var start = position;
        List<string> segments = [];
        SkipName();
        segments.Add(text[start..position]);
        ReadFurtherSegments(segments);
        var kind = segments.Count == 1 ? TokenKind.Word : TokenKind.Path;
        tokens.Add(new Token(kind, start, position, text[start..position], segments));
    }

    private void ReadFurtherSegments(List<string> segments)
    {
        while (At(position) == '.')
        {
            if (At(position + 1) == '"')
            {
                position++;
                segments.Add(ReadQuoted('"'));
                continue;
            }

            var start = position + 1;
            if (start >= text.Length || !Characters.IsNamePart(RuneAt(start, out _)))
            {
                return;
            }

            position = start;
            SkipName();
            segments.Add(text[start..position]);
        }
    }

    private void SkipName()
    {
        while (position < text.Length && Characters.IsNamePart(RuneAt(position, out var length)))
        {
            position += length;
        }
    }

    private void ReadText(char closing)
    {
        var start = position;
        if (closing != '"' || text[position] != '"')
        {
            problems.Error(DiagnosticCodes.BadQuotes, "Text is written in straight double quotes: \"…\".", start, start + 1, ["\""], "\"");
        }

        List<string> segments = [ReadQuoted(closing)];
        ReadFurtherSegments(segments);
        var kind = segments.Count == 1 ? TokenKind.Text : TokenKind.QuotedPath;
        tokens.Add(new Token(kind, start, position, segments[0], segments));
    }

    private string ReadQuoted(char closing)
    {
        var start = position;
        var value = new StringBuilder();
        position++;
        while (position < text.Length && text[position] is not ('\n' or '\r'))
        {
            Steps++;
            var current = text[position];
            if (current == closing)
            {
                position++;
                return Checked(value.ToString(), start);
            }

            if (current == '\\')
            {
                ReadEscape(value);
            }
            else
            {
                value.Append(current);
                position++;
            }
        }

        problems.Error(DiagnosticCodes.UnterminatedText, "This text has no closing double quote on its line.", start, position, ["\""]);
        return Checked(value.ToString(), start);
    }

    private string Checked(string value, int start)
    {
        if (!Characters.HasLoneSurrogate(value))
        {
            return value;
        }

        problems.Error(DiagnosticCodes.UnknownCharacter, "This text holds half a character (an unpaired surrogate).", start, position);
        return string.Empty;
    }

    // \" and \\ are the language's own; \n, \r, \t and \u{…} let any text be written on one line.
    private void ReadEscape(StringBuilder value)
    {
        var start = position;
        var escaped = At(position + 1);
        position += 2;
        switch (escaped)
        {
            case '"' or '\\':
                value.Append(escaped);
                return;
            case 'n':
                value.Append('\n');
                return;
            case 'r':
                value.Append('\r');
                return;
            case 't':
                value.Append('\t');
                return;
            case 'u' when TryReadCodePoint(out var rune):
                value.Append(rune.ToString());
                return;
        }

        position = Math.Min(start + 1, text.Length);
        var next = escaped is '\0' or '\n' or '\r' ? string.Empty : escaped.ToString();
        problems.Error(
            DiagnosticCodes.BadEscape,
            $"\\{next} means nothing in quotes. A backslash itself is written \\\\, a double quote \\\".",
            start,
            Math.Min(start + 1 + next.Length, text.Length),
            suggestion: $"\\\\{next}");
        value.Append('\\');
    }

    private bool TryReadCodePoint(out Rune rune)
    {
        rune = default;
        if (At(position) != '{')
        {
            return false;
        }

        var end = position + 1;
        while (end < position + 8 && char.IsAsciiHexDigit(At(end)))
        {
            end++;
        }

        Steps += end - position;
        if (At(end) != '}' || !int.TryParse(text.AsSpan(position + 1, end - position - 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code)
            || !Rune.TryCreate(code, out rune))
        {
            return false;
        }

        position = end + 1;
        return true;
    }

    private static char? ClosingQuote(char opening) => opening switch
    {
        '\'' or '`' => opening,
        '\u2018' or '\u201A' or '\u2019' => '\u2019',
        '\u201C' or '\u201D' => '\u201D',
        '\u201E' => '\u201C',
        '\u00AB' => '\u00BB',
        _ => null,
    };

    private static string Shown(string characters) =>
        characters.Length > 20 || characters.Any(char.IsControl) || Characters.HasLoneSurrogate(characters) ? "This" : characters;
}
