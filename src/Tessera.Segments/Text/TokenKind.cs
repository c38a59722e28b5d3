namespace Tessera.Segments.Text;

internal enum TokenKind
{
    /// <summary>A bare name without dots: a keyword or a path.</summary>
    Word,

    /// <summary>A bare name with dots.</summary>
    Path,

    /// <summary>Text in double quotes.</summary>
    Text,

    /// <summary>Text in double quotes followed by a dot and more names.</summary>
    QuotedPath,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>A day or an exact instant.</summary>
    Instant,

    /// <summary><c>= != &lt; &lt;= &gt; &gt;=</c></summary>
    Comparison,

    /// <summary><c>%</c></summary>
    Percent,

    /// <summary><c>(</c></summary>
    Open,

    /// <summary><c>)</c></summary>
    Close,

    /// <summary><c>,</c></summary>
    Comma,

    /// <summary>The end of the text.</summary>
    End,
}
