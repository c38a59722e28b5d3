namespace Tessera.Engine.Statements;

internal enum TokenKind
{
    /// <summary>A keyword, a bare identifier or a number.</summary>
    Word,

    /// <summary>An identifier in double quotes or backquotes.</summary>
    QuotedIdentifier,

    /// <summary>A string in single quotes, or between dollar tags.</summary>
    Text,

    /// <summary>One character of punctuation.</summary>
    Symbol,

    /// <summary>A quote or comment that is never closed; extends to the end.</summary>
    Unclosed,

    End,
}
