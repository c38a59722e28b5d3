namespace Tessera.Segments.Checking;

/// <summary>What checking a segment against a workspace gave.</summary>
/// <param name="Diagnostics">Every problem, in the order of the text.</param>
/// <param name="References">The keys of the segments it refers to directly, each once, in the order of the text.</param>
/// <param name="Cost">What evaluating it would read.</param>
public sealed record CheckResult(IReadOnlyList<Diagnostic> Diagnostics, IReadOnlyList<string> References, CostEstimate Cost)
{
    /// <summary>Whether the segment can be used: there are warnings at most.</summary>
    public bool IsAccepted => Diagnostics.All(diagnostic => diagnostic.Severity != DiagnosticSeverity.Error);
}
