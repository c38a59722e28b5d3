using Tessera.Segments.Text;

namespace Tessera.Segments.Completion;

/// <summary>The place in a text where something is being written, and what is begun there.</summary>
internal sealed class Cursor
{
    private Cursor(string text, int from, int to, int position)
    {
        (From, To) = (from, to);
        Typed = text[from..position];
        NeedsSpace = from > 0 && from == position && !char.IsWhiteSpace(text[from - 1]) && text[from - 1] is not '(';
        Sought = Typed.StartsWith('"') ? Typed[1..].Replace("\\\"", "\"", StringComparison.Ordinal) : Typed;
    }

    internal int From { get; }

    internal int To { get; }

    /// <summary>What is begun, as written.</summary>
    internal string Typed { get; }

    /// <summary>Whether a space must come first.</summary>
    internal bool NeedsSpace { get; }

    internal bool IsInComment { get; private init; }

    private string Sought { get; }

    internal static Cursor At(string text, int position)
    {
        var before = text[..position];
        var probe = Tokens(before + "x");
        var isInComment = probe.Count < 2 || probe[^2].End != position + 1;
        if (isInComment)
        {
            return new Cursor(text, position, position, position) { IsInComment = true };
        }

        var tokens = Tokens(before);
        var last = tokens.Count < 2 ? default : tokens[^2];
        if (before.EndsWith('.') && tokens.Count >= 2 && last.End == position - 1 && last.Kind is TokenKind.Word or TokenKind.Path)
        {
            return new Cursor(text, last.Start, EndOfName(text, position), position);
        }

        if (tokens.Count < 2 || last.End != position)
        {
            return new Cursor(text, position, EndOfName(text, position), position);
        }

        // A quoted text goes on behind the place exactly when another letter there would still be in it.
        var isOpenText = last.Kind is TokenKind.Text or TokenKind.QuotedPath && probe[^2].Start == last.Start && probe[^2].Kind == last.Kind && probe.Count == tokens.Count;
        return last.Kind switch
        {
            TokenKind.Text when isOpenText => new Cursor(text, last.Start, EndOfText(text, position), position),
            TokenKind.Word or TokenKind.Path or TokenKind.Number or TokenKind.Instant => new Cursor(text, last.Start, EndOfName(text, position), position),
            _ => new Cursor(text, position, EndOfName(text, position), position),
        };
    }

    /// <summary>How well an item goes with what is begun, 0 the best; null when it does not.</summary>
    internal int? Match(CompletionItem item)
    {
        if (Typed.Length == 0)
        {
            return 0;
        }

        if (Typed.StartsWith('"') && item.Text[0] != '"')
        {
            return null;
        }

        return item.Label.StartsWith(Sought, StringComparison.Ordinal) ? 0
            : item.Label.StartsWith(Sought, StringComparison.OrdinalIgnoreCase) ? 1
            : item.Kind != CompletionKind.Keyword && item.Label.Contains(Sought, StringComparison.OrdinalIgnoreCase) ? 2
            : null;
    }

    private static List<Token> Tokens(string text) => new Lexer(text, new DiagnosticBag(new SourceMap(text))).Read();

    private static int EndOfName(string text, int position)
    {
        while (position < text.Length && (char.IsLetterOrDigit(text[position]) || text[position] is '_' or '-' or '.'))
        {
            position++;
        }

        return position;
    }

    // The quote that closes it is the next one, unless those that follow on the line are pairs of their own.
    private static int EndOfText(string text, int position)
    {
        var end = text.AsSpan(position).IndexOfAny('\n', '\r') is var line && line >= 0 ? position + line : text.Length;
        var (first, quotes) = (-1, 0);
        for (var index = position; index < end; index++)
        {
            if (text[index] == '\\')
            {
                index++;
            }
            else if (text[index] == '"')
            {
                first = first < 0 ? index : first;
                quotes++;
            }
        }

        return quotes % 2 == 1 ? first + 1 : position;
    }
}
