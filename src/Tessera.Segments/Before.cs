namespace Tessera.Segments;

/// <summary><c>before 2026-01-01</c>: up to that instant, not included.</summary>
/// <param name="To">The first instant that does not count.</param>
public sealed record Before(Instant To) : Period;
