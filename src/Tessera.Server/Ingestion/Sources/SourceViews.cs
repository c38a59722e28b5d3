namespace Tessera.Server.Ingestion.Sources;

/// <summary>Something that sends tracking calls, with a write key of its own.</summary>
/// <param name="Key">Its name in the calls it sends; never changes.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Kind">What sends.</param>
/// <param name="Enabled">Whether its calls are accepted.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="RotatedAt">When it got its present write key, if not at the beginning.</param>
/// <param name="FormerKeyUntil">Until when the write key before is good, if it still is.</param>
/// <param name="Calls">How many of its calls are stored.</param>
/// <param name="LastReceivedAt">When the last of them was received; null when there is none.</param>
internal sealed record SourceView(
    string Key,
    string Name,
    SourceKind Kind,
    bool Enabled,
    DateTimeOffset CreatedAt,
    DateTimeOffset? RotatedAt,
    DateTimeOffset? FormerKeyUntil,
    long Calls,
    DateTimeOffset? LastReceivedAt);

/// <summary>The sources of a workspace.</summary>
/// <param name="Items">All of them, oldest first.</param>
/// <param name="Next">Always null: the list is short and never paged.</param>
internal sealed record SourceList(IReadOnlyList<SourceView> Items, string? Next = null);

/// <summary>A source with its new write key, which is shown this once.</summary>
/// <param name="Source">The source.</param>
/// <param name="WriteKey">The key to send with.</param>
/// <param name="Snippets">What to paste.</param>
internal sealed record SourceWithKey(SourceView Source, string WriteKey, SourceSnippets Snippets);
