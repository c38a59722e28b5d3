namespace Tessera.Segments;

/// <summary><c>is before 2026-01-01</c>.</summary>
/// <param name="Instant">The first instant that does not match.</param>
public sealed record DateIsBefore(Instant Instant) : DateTest;
