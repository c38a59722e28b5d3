namespace Tessera.Server.Ingestion.Sources;

/// <summary>A segment that asks about what a source sends.</summary>
/// <param name="Key">The segment's key.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Events">The source's events that it names.</param>
/// <param name="About">All that it asks about: names of events, <c>any event</c>, <c>traits</c>, <c>companies</c>, <c>context</c>.</param>
internal sealed record SourceUse(string Key, string Name, IReadOnlyList<string> Events, IReadOnlyList<string> About);
