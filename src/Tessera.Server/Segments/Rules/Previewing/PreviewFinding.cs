namespace Tessera.Server.Segments.Rules.Previewing;

/// <summary>What the engine found of a definition among some customers.</summary>
/// <param name="Total">How many customers there were.</param>
/// <param name="Members">How many of them belong.</param>
/// <param name="Sample">The first of these in the order of profile ids.</param>
/// <param name="Others">The kept segments that any of these are in.</param>
/// <param name="Shared">How many of these are in each.</param>
internal sealed record PreviewFinding(long Total, long Members, Guid[] Sample, string[] Others, long[] Shared);
