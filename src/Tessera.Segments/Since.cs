namespace Tessera.Segments;

/// <summary><c>since 2026-01-01</c>: from that instant, included, to <c>t</c>.</summary>
/// <param name="From">The first instant.</param>
public sealed record Since(Instant From) : Period;
