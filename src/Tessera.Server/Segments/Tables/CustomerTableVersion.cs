namespace Tessera.Server.Segments.Tables;

/// <summary>One version of one table, for one workspace.</summary>
/// <param name="Version">Its number, unique across tables and workspaces; the engine's partition.</param>
/// <param name="StartedAt">When it began to be computed.</param>
/// <param name="Details">JSON of what is known of the whole, or null.</param>
internal sealed record CustomerTableVersion(long Version, DateTimeOffset StartedAt, string? Details);
