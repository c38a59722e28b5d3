using System.Text;

namespace Tessera.Engine.Statements;

/// <summary>The text of one statement, as tokens, with what the HTTP interface must know about it before it is run.</summary>
internal sealed class StatementText
{
    private readonly List<Token> tokens = [];
    private readonly ReadOnlyMemory<byte> bytes;

    public StatementText(ReadOnlyMemory<byte> bytes)
    {
        this.bytes = bytes;
        var lexer = new Lexer(bytes.Span);
        for (var token = lexer.Next(); token.Kind != TokenKind.End; token = lexer.Next())
        {
            tokens.Add(token);
            if (token.Kind == TokenKind.Unclosed)
            {
                break;
            }
        }

        // A trailing semicolon is allowed and means nothing.
        while (tokens.Count > 0 && IsSymbol(tokens.Count - 1, ';'))
        {
            tokens.RemoveAt(tokens.Count - 1);
        }
    }

    public bool IsEmpty => tokens.Count == 0;

    /// <summary>From the first to the last token: without surrounding comments, white space and semicolons.</summary>
    public ReadOnlyMemory<byte> Bytes => IsEmpty ? ReadOnlyMemory<byte>.Empty : bytes[tokens[0].Start..tokens[^1].End];

    /// <summary>The first word in upper case, "(" for a parenthesised query, or empty.</summary>
    public string FirstWord => IsEmpty ? "" : IsSymbol(0, '(') ? "(" : Word(0);

    /// <summary>Whether the statement is a query whose result can be streamed.</summary>
    public bool IsSelect => FirstWord is "SELECT" or "WITH" or "(" or "FROM";

    /// <summary>Whether any token is the bare word <paramref name="upperCaseWord"/>.</summary>
    public bool Mentions(string upperCaseWord)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (IsWord(i, upperCaseWord))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether some token is the bare word <paramref name="upperCaseWord"/> with an opening parenthesis behind it.</summary>
    public bool Calls(string upperCaseWord)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (IsWord(i, upperCaseWord) && IsSymbol(i + 1, '('))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the statement starts with these words.</summary>
    public bool StartsWith(params ReadOnlySpan<string> upperCaseWords)
    {
        for (var i = 0; i < upperCaseWords.Length; i++)
        {
            if (!IsWord(i, upperCaseWords[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The name in the statement's own FORMAT clause; null when it has none.</summary>
    public string? Format => FormatClause() is { } index ? Encoding.UTF8.GetString(Span(index + 1)) : null;

    /// <summary>The statement with its result sent to a file in <paramref name="format"/>, as one document.</summary>
    public byte[] IntoFile(string path, string format)
    {
        var clause = FormatClause();
        var cut = clause is { } index ? tokens[index].Start : tokens[^1].End;
        var tail = clause is { } at ? bytes.Span[tokens[at + 1].End..tokens[^1].End] : [];
        return
        [
            .. bytes.Span[tokens[0].Start..cut],
            .. Encoding.UTF8.GetBytes($"\nINTO OUTFILE '{path}' TRUNCATE FORMAT {format}"),
            .. tail,
        ];
    }

    /// <summary>Whether the statement writes its result into a file by itself.</summary>
    public bool HasIntoOutfile
    {
        get
        {
            for (var i = 0; i + 1 < tokens.Count; i++)
            {
                if (IsWord(i, "INTO") && IsWord(i + 1, "OUTFILE"))
                {
                    return true;
                }
            }

            return false;
        }
    }

    internal int Count => tokens.Count;

    internal Token this[int index] => tokens[index];

    internal bool IsWord(int index, string upperCaseWord) =>
        index < tokens.Count && tokens[index].Kind == TokenKind.Word
        && tokens[index].End - tokens[index].Start == upperCaseWord.Length
        && Ascii.EqualsIgnoreCase(Span(index), upperCaseWord);

    internal bool IsSymbol(int index, char symbol) =>
        index < tokens.Count && tokens[index].Kind == TokenKind.Symbol && bytes.Span[tokens[index].Start] == (byte)symbol;

    internal ReadOnlySpan<byte> Span(int index) => bytes.Span[tokens[index].Start..tokens[index].End];

    internal ReadOnlySpan<byte> All => bytes.Span;

    private string Word(int index) =>
        tokens[index].Kind == TokenKind.Word ? Encoding.ASCII.GetString(Span(index)).ToUpperInvariant() : "";

    /// <summary>The index of the token FORMAT that opens the clause, or null.</summary>
    private int? FormatClause()
    {
        // FORMAT name stands at the end; only SETTINGS may follow. Elsewhere FORMAT is an ordinary name.
        for (var i = tokens.Count - 2; i > 0; i--)
        {
            if (IsWord(i, "FORMAT") && tokens[i + 1].Kind == TokenKind.Word && !IsSymbol(i - 1, '.'))
            {
                var atEnd = i + 2 == tokens.Count;
                var beforeSettings = IsWord(i + 2, "SETTINGS") && IsSymbol(i + 4, '=');
                return (atEnd && !IsWord(i - 1, "AS")) || beforeSettings ? i : null;
            }
        }

        return null;
    }
}
