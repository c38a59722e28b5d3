using System.Diagnostics.CodeAnalysis;

namespace Tessera.Segments;

/// <summary>What reading a text gave: a segment and where its parts stand, or every reason why not.</summary>
public sealed class ParseResult
{
    internal ParseResult(Segment? segment, IReadOnlyList<Diagnostic> diagnostics, SourceMap sources, Segment? recovered = null) =>
        (Segment, Diagnostics, Sources, Recovered) = (segment, diagnostics, sources, segment ?? recovered);

    /// <summary>The segment, or null when there is any error.</summary>
    public Segment? Segment { get; }

    /// <summary>Every problem found, in the order of the text.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>Where the parts of the segment stand in the text.</summary>
    public SourceMap Sources { get; }

    /// <summary>What was understood of the text, with stand-ins for what was not: to be checked, never evaluated. Null when that is nothing.</summary>
    internal Segment? Recovered { get; }

    /// <summary>Whether there is a segment.</summary>
    /// <param name="segment">The segment, when there is one.</param>
    public bool TryGetSegment([NotNullWhen(true)] out Segment? segment) => (segment = Segment) is not null;
}
