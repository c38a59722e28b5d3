namespace Tessera.Segments;

/// <summary>How grave a <see cref="Diagnostic"/> is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>The definition is refused.</summary>
    Error,

    /// <summary>The definition is accepted, and probably not what was meant, or not yet.</summary>
    Warning,
}
