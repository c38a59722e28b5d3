namespace Tessera.Server.Destinations.Webhooks;

/// <summary>An address to which a workspace's membership changes are sent.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Workspace">The workspace.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Url">The address.</param>
/// <param name="Secret">What deliveries are signed with.</param>
/// <param name="FormerSecret">What they were signed with before the last rotation.</param>
/// <param name="FormerUntil">Until when they are signed with that too.</param>
/// <param name="Segments">JSON list of the segments whose changes are sent; empty: all.</param>
/// <param name="Types">JSON list of the types of changes that are sent.</param>
/// <param name="Backfills">Whether changes are sent too that only a new or changed definition caused.</param>
/// <param name="Enabled">Whether anything is sent.</param>
/// <param name="DisabledWhy">Why it was switched off by itself; empty when it was not.</param>
/// <param name="Position">How far the changes were made into deliveries.</param>
/// <param name="Failures">How many deliveries failed one after the other.</param>
/// <param name="RetryAt">When the next may be tried after failures.</param>
/// <param name="CreatedAt">When it was made.</param>
internal sealed record Webhook(
    string Id,
    string Workspace,
    string Name,
    string Url,
    string Secret,
    string? FormerSecret,
    DateTimeOffset? FormerUntil,
    string Segments,
    string Types,
    bool Backfills,
    bool Enabled,
    string DisabledWhy,
    string Position,
    long Failures,
    DateTimeOffset? RetryAt,
    DateTimeOffset CreatedAt);
