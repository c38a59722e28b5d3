namespace Tessera.Segments;

/// <summary><c>is after 2026-01-01</c>: later than that instant.</summary>
/// <param name="Instant">The last instant that does not match.</param>
public sealed record DateIsAfter(Instant Instant) : DateTest;
