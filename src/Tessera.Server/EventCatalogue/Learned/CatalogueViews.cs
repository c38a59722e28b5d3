namespace Tessera.Server.EventCatalogue.Learned;

/// <summary>An event that the workspace has received.</summary>
/// <param name="Name">Its name as the segment language writes it; pages and screens are <c>Page Viewed</c> and <c>Screen Viewed</c>.</param>
/// <param name="Calls">How often it happened.</param>
/// <param name="CallsOfLastDay">How often in the last 24 hours.</param>
/// <param name="CallsByDay">How often on each of the last 30 days (UTC), today last.</param>
/// <param name="FirstSeen">When it happened first.</param>
/// <param name="LastSeen">When it happened last.</param>
/// <param name="Sources">The keys of the sources that sent it; empty for what was imported.</param>
/// <param name="Planned">Whether the tracking plan lists it; null when there is no plan.</param>
internal sealed record CatalogueEvent(
    string Name,
    long Calls,
    long CallsOfLastDay,
    IReadOnlyList<long> CallsByDay,
    DateTimeOffset FirstSeen,
    DateTimeOffset LastSeen,
    IReadOnlyList<string> Sources,
    bool? Planned);

/// <summary>The events of a workspace.</summary>
/// <param name="Items">The most frequent first.</param>
/// <param name="Next">Always null: the list is never paged.</param>
internal sealed record CatalogueEventList(IReadOnlyList<CatalogueEvent> Items, string? Next = null);

/// <summary>One event in full.</summary>
/// <param name="Event">What the list says of it.</param>
/// <param name="Properties">What its calls carry, the most frequent first.</param>
/// <param name="Days">How often it happened on each of the last 30 days on which it did.</param>
/// <param name="Versions">Which source sent it from which version of an app in those days.</param>
internal sealed record CatalogueEventDetails(
    CatalogueEvent Event, IReadOnlyList<CatalogueValue> Properties, IReadOnlyList<EventDay> Days, IReadOnlyList<EventVersion> Versions);

/// <summary>A property of an event, or a trait of customers.</summary>
/// <param name="Path">Its path, dotted.</param>
/// <param name="Types">The types its values were seen with: text, number, numeric-text, boolean, date-text, list, object.</param>
/// <param name="Count">About how many values there are: some customers' calls stand for all when there are many.</param>
/// <param name="Share">In which share of the event's calls it is; null for traits.</param>
/// <param name="Values">The most frequent values.</param>
/// <param name="Complete">Whether these are all the values there are.</param>
internal sealed record CatalogueValue(
    string Path, IReadOnlyList<string> Types, long Count, double? Share, IReadOnlyList<CatalogueValueCount> Values, bool Complete);

/// <summary>A frequent value.</summary>
/// <param name="Value">The value as text.</param>
/// <param name="Count">About how often it was seen.</param>
/// <param name="Share">In which share of the values.</param>
internal sealed record CatalogueValueCount(string Value, long Count, double Share);

/// <summary>The traits of customers, and those of companies under <c>company.</c>.</summary>
/// <param name="Items">The most frequent first.</param>
/// <param name="Next">Always null: the list is never paged.</param>
internal sealed record CatalogueTraitList(IReadOnlyList<CatalogueValue> Items, string? Next = null);

/// <summary>How often an event happened on a day.</summary>
/// <param name="Day">The day, UTC.</param>
/// <param name="Calls">How often.</param>
internal sealed record EventDay(DateOnly Day, long Calls);

/// <summary>How often a source sent an event from a version of an app.</summary>
/// <param name="Source">The source's key; empty for what was imported.</param>
/// <param name="AppVersion">What <c>context.app.version</c> says; empty when it says nothing.</param>
/// <param name="Calls">How often.</param>
/// <param name="LastSeen">When last.</param>
internal sealed record EventVersion(string Source, string AppVersion, long Calls, DateTimeOffset LastSeen);
