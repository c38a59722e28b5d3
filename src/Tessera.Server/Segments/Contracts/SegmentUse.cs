namespace Tessera.Server.Segments.Contracts;

/// <summary>What one segment depends on, by itself or through the segments it refers to.</summary>
/// <param name="Key">The segment's key.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Events">The names of the events it asks about, as the segment language names them.</param>
/// <param name="AnyEvent">Whether it asks about events of every name.</param>
/// <param name="Traits">Whether it asks about traits, which identify calls set.</param>
/// <param name="Company">Whether it asks about companies, which group calls name.</param>
/// <param name="Context">Whether it asks about contexts, which calls of every kind have.</param>
internal sealed record SegmentUse(string Key, string Name, IReadOnlyList<string> Events, bool AnyEvent, bool Traits, bool Company, bool Context);
