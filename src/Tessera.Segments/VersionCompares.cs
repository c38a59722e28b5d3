namespace Tessera.Segments;

/// <summary><c>&gt;= version "2.4.0"</c>: comparison in the order of semantic versioning; text that is no version does not match.</summary>
/// <param name="Comparison">The comparison.</param>
/// <param name="Version">The version on its right.</param>
public sealed record VersionCompares(Comparison Comparison, SemanticVersion Version) : ValueTest;
