namespace Tessera.Segments.Checking;

/// <summary>What a workspace's data has been seen to hold: its events, their properties, and its customers' traits.</summary>
public interface ICatalogue
{
    /// <summary>How many customers there are.</summary>
    long Customers { get; }

    /// <summary>How many events there are, of all names.</summary>
    long Events { get; }

    /// <summary>The names of all events seen.</summary>
    IEnumerable<string> EventNames { get; }

    /// <summary>The paths of all traits seen, dotted, those of <see cref="Namespaces"/> included.</summary>
    IEnumerable<string> TraitPaths { get; }

    /// <summary>The purposes that customers gave or withheld consent to; null when that is not known.</summary>
    IReadOnlyList<string>? ConsentPurposes => null;

    /// <summary>What is known of an event, or null when it was never seen.</summary>
    /// <param name="name">The event's name.</param>
    EventFacts? FindEvent(string name);

    /// <summary>What is known of a trait, or null when it was never seen.</summary>
    /// <param name="path">The trait's path, dotted.</param>
    ValueFacts? FindTrait(string path);
}
