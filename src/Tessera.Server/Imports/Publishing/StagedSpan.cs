namespace Tessera.Server.Imports.Publishing;

/// <summary>How many rows are staged and from when to when they are.</summary>
internal sealed record StagedSpan(long Rows, DateTimeOffset First, DateTimeOffset Last);
