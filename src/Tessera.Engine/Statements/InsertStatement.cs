using System.Text;

namespace Tessera.Engine.Statements;

/// <summary>
/// An INSERT that takes data: where its head ends, in which format the data is, and where data begins in the same text.
/// Data is never part of what the engine parses as SQL.
/// </summary>
/// <param name="Head">The statement up to, not including, FORMAT or VALUES.</param>
/// <param name="Format">The format's name; null when the statement leaves it to the request.</param>
/// <param name="DataStart">Offset of the first byte of data in the text.</param>
internal sealed record InsertStatement(ReadOnlyMemory<byte> Head, string? Format, int DataStart)
{
    /// <summary>
    /// Reads the head of an INSERT. Null when the statement is not an INSERT, or takes its rows from a query or a file.
    /// </summary>
    public static InsertStatement? TryRead(ReadOnlyMemory<byte> text)
    {
        var reader = new HeadReader(text.Span);
        if (!reader.SkipTarget())
        {
            return null;
        }

        while (true)
        {
            var token = reader.Current;
            switch (token.Kind)
            {
                case TokenKind.End:
                case TokenKind.Symbol when reader.IsSymbol(';'):
                    return new InsertStatement(text[..reader.PreviousEnd], null, token.End);
                case TokenKind.Unclosed:
                    return null;
                case TokenKind.Word when reader.IsWord("VALUES"):
                    return new InsertStatement(text[..reader.PreviousEnd], "Values", token.End);
                case TokenKind.Word when reader.IsWord("FORMAT"):
                    var headEnd = reader.PreviousEnd;
                    reader.Advance();
                    return reader.Current.Kind == TokenKind.Word
                        ? new InsertStatement(text[..headEnd], reader.Text, SkipToData(text.Span, reader.Current.End))
                        : null;
                case TokenKind.Word when reader.IsWord("SELECT") || reader.IsWord("WITH") || reader.IsWord("FROM") || reader.IsWord("WATCH"):
                    return null;
                case TokenKind.Symbol when reader.IsSymbol('('):
                    if (!reader.SkipParenthesesUnlessQuery())
                    {
                        return null;
                    }

                    break;
                default:
                    reader.Advance();
                    break;
            }
        }
    }

    /// <summary>Data starts after the rest of the line when that is blank, otherwise after the blanks.</summary>
    private static int SkipToData(ReadOnlySpan<byte> text, int position)
    {
        while (position < text.Length && text[position] is (byte)' ' or (byte)'\t' or (byte)'\f')
        {
            position++;
        }

        if (position < text.Length && text[position] == (byte)';')
        {
            position++;
        }

        if (position < text.Length && text[position] == (byte)'\r')
        {
            position++;
        }

        return position < text.Length && text[position] == (byte)'\n' ? position + 1 : position;
    }

    private ref struct HeadReader
    {
        private readonly ReadOnlySpan<byte> text;
        private Lexer lexer;

        public HeadReader(ReadOnlySpan<byte> text)
        {
            this.text = text;
            lexer = new Lexer(text);
            Current = lexer.Next();
        }

        public Token Current { get; private set; }

        public int PreviousEnd { get; private set; }

        public readonly string Text => Encoding.UTF8.GetString(text[Current.Start..Current.End]);

        public void Advance()
        {
            // There is no going on behind a quote that is never closed.
            if (Current.Kind == TokenKind.Unclosed)
            {
                return;
            }

            PreviousEnd = Current.End;
            Current = lexer.Next();
        }

        public readonly bool IsWord(string upperCaseWord) =>
            Current.Kind == TokenKind.Word && Current.End - Current.Start == upperCaseWord.Length
            && Ascii.EqualsIgnoreCase(text[Current.Start..Current.End], upperCaseWord);

        public readonly bool IsSymbol(char symbol) => Current.Kind == TokenKind.Symbol && text[Current.Start] == (byte)symbol;

        /// <summary>Passes INSERT INTO and the table or table function; false when this is no INSERT.</summary>
        public bool SkipTarget()
        {
            if (!Take("INSERT"))
            {
                return false;
            }

            Take("INTO");
            Take("TABLE");
            if (Take("FUNCTION"))
            {
                Advance();
                return SkipParenthesesUnlessQuery();
            }

            // A name's parts: words, quoted identifiers or {parameter:Identifier}; a table may be called "values" or "format".
            SkipNamePart();
            while (IsSymbol('.'))
            {
                Advance();
                SkipNamePart();
            }

            return true;
        }

        /// <summary>Passes a list in parentheses; false, in front of it, when it holds a query.</summary>
        public bool SkipParenthesesUnlessQuery()
        {
            var depth = 0;
            var first = true;
            do
            {
                if (IsSymbol('('))
                {
                    depth++;
                }
                else if (IsSymbol(')'))
                {
                    depth--;
                }
                else if (Current.Kind is TokenKind.End or TokenKind.Unclosed || (first && (IsWord("SELECT") || IsWord("WITH"))))
                {
                    return false;
                }
                else
                {
                    first = false;
                }

                Advance();
            }
            while (depth > 0);
            return true;
        }

        private bool Take(string upperCaseWord)
        {
            if (!IsWord(upperCaseWord))
            {
                return false;
            }

            Advance();
            return true;
        }

        private void SkipNamePart()
        {
            if (IsSymbol('{'))
            {
                while (!IsSymbol('}') && Current.Kind is not (TokenKind.End or TokenKind.Unclosed))
                {
                    Advance();
                }
            }

            Advance();
        }
    }
}
