namespace Tessera.Segments.Live.Tracks;

/// <summary>
/// What a track must go on keeping at an instant so that every later question is still answered exactly, whatever calls are yet to come: the rest
/// is dropped or folded together. A closed family.
/// </summary>
internal abstract class Retention
{
    /// <summary>Tells retentions apart; what two tracks of one name keep is alike.</summary>
    internal abstract string Name { get; }

    /// <summary>Drops what is not needed any more.</summary>
    internal abstract void Prune(Track track, long now);

    /// <summary>Whether an entry would be dropped at once, whatever else is yet to come.</summary>
    internal virtual bool Ignores(Track track, long time, string? text) => false;

    /// <summary>Whether what another of these kept is enough to go on from.</summary>
    internal virtual bool IsCoveredBy(string other) => other == Name;
}
