namespace Tessera.Server.Segments.Library;

/// <summary>All ready segments, by strategy.</summary>
internal static class LibraryCatalogue
{
    public static IReadOnlyList<LibraryEntry> Entries { get; } =
    [
        .. BehaviouralEntries.All, .. DemographicEntries.All, .. PsychographicEntries.All, .. TechnographicEntries.All,
        .. NeedsBasedEntries.All, .. ValueBasedEntries.All, .. EngagementEntries.All,
    ];

    /// <summary>The ready segment of a key; null when there is none.</summary>
    public static LibraryEntry? Find(string key) => Entries.FirstOrDefault(entry => entry.Key == key);
}
