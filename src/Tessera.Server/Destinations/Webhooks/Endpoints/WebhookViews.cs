using System.Text.Json;

namespace Tessera.Server.Destinations.Webhooks.Endpoints;

/// <summary>A webhook to create.</summary>
/// <param name="Url">Where deliveries go.</param>
/// <param name="Name">1 to 100 characters, for people. Default: the address's host.</param>
/// <param name="Segments">The keys of the segments whose changes are sent. Default: all, also those made later.</param>
/// <param name="Types">What is sent: <c>segment.entered</c>, <c>segment.left</c>. Default: both.</param>
/// <param name="Backfills">Whether changes are sent too that only a new or changed definition caused. Default: false.</param>
/// <param name="Enabled">Whether anything is sent. Default: true.</param>
internal sealed record WebhookRequest(
    string Url, string? Name = null, IReadOnlyList<string>? Segments = null, IReadOnlyList<string>? Types = null, bool Backfills = false, bool Enabled = true);

/// <summary>A webhook.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Url">Where deliveries go.</param>
/// <param name="Segments">The keys of the segments whose changes are sent; empty: all.</param>
/// <param name="Types">What is sent.</param>
/// <param name="Backfills">Whether changes are sent too that only a new or changed definition caused.</param>
/// <param name="Enabled">Whether anything is sent.</param>
/// <param name="DisabledWhy">Why it was switched off by itself; null when it was not.</param>
/// <param name="Failures">How many tries failed one after the other.</param>
/// <param name="RetryAt">When the receiver is asked again, after failures.</param>
/// <param name="Pending">How many deliveries wait.</param>
/// <param name="Delivered">How many were delivered in the last three days.</param>
/// <param name="Dead">How many were given up in the last 30 days, and can be replayed.</param>
/// <param name="CreatedAt">When it was made.</param>
internal sealed record WebhookView(
    string Id,
    string Name,
    string Url,
    IReadOnlyList<string> Segments,
    IReadOnlyList<string> Types,
    bool Backfills,
    bool Enabled,
    string? DisabledWhy,
    long Failures,
    DateTimeOffset? RetryAt,
    long Pending,
    long Delivered,
    long Dead,
    DateTimeOffset CreatedAt)
{
    public static WebhookView Of(Webhook webhook, IReadOnlyDictionary<string, long> counts) => new(
        webhook.Id,
        webhook.Name,
        webhook.Url,
        JsonSerializer.Deserialize<List<string>>(webhook.Segments)!,
        JsonSerializer.Deserialize<List<string>>(webhook.Types)!,
        webhook.Backfills,
        webhook.Enabled,
        webhook.DisabledWhy.Length > 0 ? webhook.DisabledWhy : null,
        webhook.Failures,
        webhook.RetryAt,
        counts.GetValueOrDefault("pending"),
        counts.GetValueOrDefault("delivered"),
        counts.GetValueOrDefault("dead"),
        webhook.CreatedAt);
}

/// <summary>The webhooks of a workspace.</summary>
/// <param name="Items">All of them, oldest first.</param>
/// <param name="Next">Always null: the list is short and never paged.</param>
internal sealed record WebhookList(IReadOnlyList<WebhookView> Items, string? Next = null);

/// <summary>A webhook with its new secret, which is shown this once.</summary>
/// <param name="Webhook">The webhook.</param>
/// <param name="Secret">What the receiver verifies deliveries with.</param>
internal sealed record WebhookWithSecret(WebhookView Webhook, string Secret);

/// <summary>A delivery.</summary>
/// <param name="Id">What the receiver knows it by, as <c>webhook-id</c>.</param>
/// <param name="Type">What happened.</param>
/// <param name="Segment">The segment.</param>
/// <param name="ProfileId">Whose membership changed.</param>
/// <param name="State"><c>pending</c>, <c>delivered</c> or <c>dead</c>.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="NextAt">When it is tried next; null when it is not.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="TriedAt">When it was tried last; null when it never was.</param>
/// <param name="Status">The HTTP status of the last answer; null when there was none.</param>
/// <param name="Answer">What was wrong with the last try; null when nothing was.</param>
/// <param name="Body">The JSON that is sent.</param>
internal sealed record DeliveryView(
    string Id,
    string Type,
    string Segment,
    Guid ProfileId,
    string State,
    long Attempts,
    DateTimeOffset? NextAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset? TriedAt,
    long? Status,
    string? Answer,
    string Body);

/// <summary>A page of deliveries.</summary>
/// <param name="Items">The latest first.</param>
/// <param name="Next">The cursor of the next page; null on the last one.</param>
internal sealed record DeliveryList(IReadOnlyList<DeliveryView> Items, string? Next);

/// <summary>What a trial came to.</summary>
/// <param name="Delivered">Whether the receiver took it.</param>
/// <param name="Status">The HTTP status; null when there was no answer.</param>
/// <param name="Answer">What was wrong; null when nothing was.</param>
/// <param name="Milliseconds">How long it took.</param>
internal sealed record TestView(bool Delivered, int? Status, string? Answer, double Milliseconds);

/// <summary>How many deliveries are made again.</summary>
/// <param name="Count">How many.</param>
internal sealed record ReplayView(long Count);

/// <summary>Where a page ended.</summary>
internal sealed record DeliveryCursor(long Before);
