namespace Tessera.Segments.Text;

/// <summary>Collects problems; beyond a hundred it only counts, so that no input makes an endless list.</summary>
internal sealed class DiagnosticBag(SourceMap sources)
{
    internal const int Limit = 100;

    private readonly List<Diagnostic> diagnostics = [];
    private int errors;
    private int unlisted;

    internal bool HasErrors => errors > 0;

    internal bool IsFull => diagnostics.Count >= Limit;

    internal void Error(string code, string message, int start, int end, IEnumerable<string>? expected = null, string? suggestion = null) =>
        Add(DiagnosticSeverity.Error, code, message, sources.Span(start, end), expected, suggestion);

    internal void Add(
        DiagnosticSeverity severity, string code, string message, TextSpan span, IEnumerable<string>? expected = null, string? suggestion = null)
    {
        // What is read once more is reported once.
        if (!IsFull && diagnostics.Exists(other => other.Span == span && other.Code == code))
        {
            return;
        }

        errors += severity == DiagnosticSeverity.Error ? 1 : 0;
        if (!IsFull)
        {
            diagnostics.Add(new Diagnostic(severity, code, message, span, new ValueList<string>(expected ?? []), suggestion));
        }
        else
        {
            unlisted++;
        }
    }

    internal IReadOnlyList<Diagnostic> InOrder()
    {
        List<Diagnostic> ordered = [.. diagnostics.OrderBy(diagnostic => diagnostic.Span.Offset)];
        if (unlisted > 0)
        {
            var severity = HasErrors ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
            ordered.Add(new Diagnostic(severity, DiagnosticCodes.TooManyErrors, $"There are {unlisted} further problems.", ordered[^1].Span, []));
        }

        return ordered;
    }
}
