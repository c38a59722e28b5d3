namespace Tessera.Server.Imports.Publishing;

/// <summary>The lines of one year.</summary>
/// <param name="Year">The year, which is the partition.</param>
/// <param name="Staged">How many are staged.</param>
/// <param name="Published">How many of them are published.</param>
internal sealed record StagedPartition(ushort Year, long Staged, long Published);
