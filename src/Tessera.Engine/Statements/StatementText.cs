using System.Text;

namespace Tessera.Engine.Statements;

/// <summary>The text of one statement, as tokens, with what the HTTP interface must know about it before it is run.</summary>
internal sealed class StatementText
{
    private readonly List<Token> _tokens = [];
    private readonly ReadOnlyMemory<byte> _bytes;

    public StatementText(ReadOnlyMemory<byte> bytes)
    {
        _bytes = bytes;
        Lexer lexer = new(bytes.Span);
        for (Token token = lexer.Next(); token.Kind != TokenKind.End; token = lexer.Next())
        {
            _tokens.Add(token);
            if (token.Kind == TokenKind.Unclosed)
            {
                break;
            }
        }

        // A trailing semicolon is allowed and means nothing.
        while (_tokens.Count > 0 && IsSymbol(_tokens.Count - 1, ';'))
        {
            _tokens.RemoveAt(_tokens.Count - 1);
        }
    }

    public bool IsEmpty => _tokens.Count == 0;

    /// <summary>From the first to the last token: without surrounding comments, white space and semicolons.</summary>
    public ReadOnlyMemory<byte> Bytes => IsEmpty ? ReadOnlyMemory<byte>.Empty : _bytes[_tokens[0].Start.._tokens[^1].End];

    /// <summary>The first word in upper case, "(" for a parenthesised query, or empty.</summary>
    public string FirstWord => IsEmpty ? "" : IsSymbol(0, '(') ? "(" : Word(0);

    /// <summary>Whether the statement is a query whose result can be streamed.</summary>
    public bool IsSelect => FirstWord is "SELECT" or "WITH" or "(" or "FROM";

    /// <summary>Whether any token is the bare word <paramref name="upperCaseWord"/>.</summary>
    public bool Mentions(string upperCaseWord)
    {
        for (int i = 0; i < _tokens.Count; i++)
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
        for (int i = 0; i + 1 < _tokens.Count; i++)
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
        for (int i = 0; i < upperCaseWords.Length; i++)
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
        int? clause = FormatClause();
        int cut = clause is { } index ? _tokens[index].Start : _tokens[^1].End;
        ReadOnlySpan<byte> tail = clause is { } at ? _bytes.Span[_tokens[at + 1].End.._tokens[^1].End] : [];
        return
        [
            .. _bytes.Span[_tokens[0].Start..cut],
            .. Encoding.UTF8.GetBytes($"\nINTO OUTFILE '{path}' TRUNCATE FORMAT {format}"),
            .. tail,
        ];
    }

    /// <summary>Whether the statement writes its result into a file by itself.</summary>
    public bool HasIntoOutfile
    {
        get
        {
            for (int i = 0; i + 1 < _tokens.Count; i++)
            {
                if (IsWord(i, "INTO") && IsWord(i + 1, "OUTFILE"))
                {
                    return true;
                }
            }

            return false;
        }
    }

    internal int Count => _tokens.Count;

    internal Token this[int index] => _tokens[index];

    internal bool IsWord(int index, string upperCaseWord) =>
        index < _tokens.Count && _tokens[index].Kind == TokenKind.Word
        && _tokens[index].End - _tokens[index].Start == upperCaseWord.Length
        && Ascii.EqualsIgnoreCase(Span(index), upperCaseWord);

    internal bool IsSymbol(int index, char symbol) =>
        index < _tokens.Count && _tokens[index].Kind == TokenKind.Symbol && _bytes.Span[_tokens[index].Start] == (byte)symbol;

    internal ReadOnlySpan<byte> Span(int index) => _bytes.Span[_tokens[index].Start.._tokens[index].End];

    internal ReadOnlySpan<byte> All => _bytes.Span;

    private string Word(int index) =>
        _tokens[index].Kind == TokenKind.Word ? Encoding.ASCII.GetString(Span(index)).ToUpperInvariant() : "";

    /// <summary>The index of the token FORMAT that opens the clause, or null.</summary>
    private int? FormatClause()
    {
        // FORMAT name stands at the end; only SETTINGS may follow. Elsewhere FORMAT is an ordinary name.
        for (int i = _tokens.Count - 2; i > 0; i--)
        {
            if (IsWord(i, "FORMAT") && _tokens[i + 1].Kind == TokenKind.Word && !IsSymbol(i - 1, '.'))
            {
                bool atEnd = i + 2 == _tokens.Count;
                bool beforeSettings = IsWord(i + 2, "SETTINGS") && IsSymbol(i + 4, '=');
                return (atEnd && !IsWord(i - 1, "AS")) || beforeSettings ? i : null;
            }
        }

        return null;
    }
}
