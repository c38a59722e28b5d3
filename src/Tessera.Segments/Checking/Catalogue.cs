namespace Tessera.Segments.Checking;

/// <summary>A catalogue held in memory.</summary>
public sealed class Catalogue : ICatalogue
{
    private readonly Dictionary<string, EventFacts> events;
    private readonly Dictionary<string, ValueFacts> traits;

    /// <summary>Creates a catalogue.</summary>
    /// <param name="customers">How many customers there are.</param>
    /// <param name="events">What is known of events; each name once.</param>
    /// <param name="traits">What is known of traits; each path once.</param>
    public Catalogue(long customers, IEnumerable<EventFacts> events, IEnumerable<ValueFacts> traits)
    {
        Customers = customers;
        this.events = events.ToDictionary(facts => facts.Name, StringComparer.Ordinal);
        this.traits = traits.ToDictionary(facts => facts.Path, StringComparer.Ordinal);
        Events = this.events.Values.Sum(facts => facts.Occurrences);
    }

    /// <inheritdoc/>
    public long Customers { get; }

    /// <inheritdoc/>
    public long Events { get; }

    /// <inheritdoc/>
    public IEnumerable<string> EventNames => events.Keys;

    /// <inheritdoc/>
    public IEnumerable<string> TraitPaths => traits.Keys;

    /// <inheritdoc/>
    public IReadOnlyList<string>? ConsentPurposes { get; init; }

    /// <inheritdoc/>
    public EventFacts? FindEvent(string name) => events.GetValueOrDefault(name);

    /// <inheritdoc/>
    public ValueFacts? FindTrait(string path) => traits.GetValueOrDefault(path);
}
