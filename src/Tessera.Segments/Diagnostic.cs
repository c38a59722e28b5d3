namespace Tessera.Segments;

/// <summary>A problem with a definition: what, where, and what to do about it.</summary>
/// <param name="Severity">Whether the definition is refused.</param>
/// <param name="Code">One of <see cref="DiagnosticCodes"/>, for programs.</param>
/// <param name="Message">One or two sentences for people.</param>
/// <param name="Span">Where in the text.</param>
/// <param name="Expected">What could stand there instead, as it would be written; may be empty.</param>
/// <param name="Suggestion">What was probably meant, to replace the text of <paramref name="Span"/>; or null.</param>
public sealed record Diagnostic(
    DiagnosticSeverity Severity,
    string Code,
    string Message,
    TextSpan Span,
    ValueList<string> Expected,
    string? Suggestion = null)
{
    /// <summary>The problem on one line: <c>1:9: error: …</c>.</summary>
    public override string ToString() =>
        $"{Span.Line}:{Span.Column}: {(Severity == DiagnosticSeverity.Error ? "error" : "warning")}: {Message}";
}
