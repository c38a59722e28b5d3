namespace Tessera.Segments.Text;

/// <summary>A word of a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where the next character after it stands.</param>
/// <param name="Value">What it says: text without quotes and escapes, otherwise as written.</param>
/// <param name="Segments">The names of a path; null for other kinds.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End, string Value, IReadOnlyList<string>? Segments = null)
{
    internal bool Is(ReadOnlySpan<char> word) => Kind == TokenKind.Word && word.Equals(Value, StringComparison.OrdinalIgnoreCase);
}
