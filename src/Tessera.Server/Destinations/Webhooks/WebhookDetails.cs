using System.Diagnostics.CodeAnalysis;
using System.Net;
using Tessera.Server.Destinations.Webhooks.Delivering;

namespace Tessera.Server.Destinations.Webhooks;

/// <summary>What can be said about a webhook, checked.</summary>
internal sealed record WebhookDetails
{
    private const int LongestName = 100;
    private const int LongestUrl = 2000;
    private const int MostSegments = 1000;

    private WebhookDetails(string name, string url, IReadOnlyList<string> segments, IReadOnlyList<string> types, bool backfills, bool enabled) =>
        (Name, Url, Segments, Types, Backfills, Enabled) = (name, url, segments, types, backfills, enabled);

    public string Name { get; }

    public string Url { get; }

    public IReadOnlyList<string> Segments { get; }

    public IReadOnlyList<string> Types { get; }

    public bool Backfills { get; }

    public bool Enabled { get; }

    /// <summary>Checks what a caller sent.</summary>
    /// <param name="name">1 to 100 characters; null: the address's host.</param>
    /// <param name="url">An address; HTTPS unless private addresses are allowed.</param>
    /// <param name="segments">Keys of segments; null or empty: all.</param>
    /// <param name="types">Types of changes; null or empty: all.</param>
    /// <param name="backfills">Whether changes by definition are sent.</param>
    /// <param name="enabled">Whether anything is sent.</param>
    /// <param name="privateAllowed">Whether deliveries may go to private addresses.</param>
    /// <param name="details">The details, when all is well.</param>
    /// <param name="complaint">One sentence, when something is not.</param>
    public static bool TryCreate(
        string? name,
        string? url,
        IReadOnlyList<string>? segments,
        IReadOnlyList<string>? types,
        bool backfills,
        bool enabled,
        bool privateAllowed,
        [NotNullWhen(true)] out WebhookDetails? details,
        [NotNullWhen(false)] out string? complaint)
    {
        var wanted = types is { Count: > 0 } ? types : WebhookTypes.All;
        var parsed = Uri.TryCreate(url, UriKind.Absolute, out var address) && url!.Length <= LongestUrl ? address : null;
        var title = name?.Trim() ?? parsed?.Host ?? string.Empty;
        complaint =
            parsed is null || (parsed.Scheme != Uri.UriSchemeHttps && parsed.Scheme != Uri.UriSchemeHttp) ? "The address of a webhook is a full one, such as https://example.com/hooks."
            : parsed.UserInfo.Length > 0 ? "The address of a webhook may not hold a user name or password; deliveries are signed instead."
            : parsed.Scheme != Uri.UriSchemeHttps && !privateAllowed ? "The address of a webhook begins with https://, so that nobody on the way can read what is sent."
            : !privateAllowed && IsPrivate(parsed) ? $"{parsed.Host} is an address of a private network, to which nothing is sent; TESSERA_ALLOW_PRIVATE_WEBHOOKS=1 allows it."
            : title.Length is 0 or > LongestName ? $"The name of a webhook has 1 to {LongestName} characters."
            : segments?.Count > MostSegments ? $"A webhook names at most {MostSegments} segments; leave them out to mean all."
            : wanted.FirstOrDefault(type => !WebhookTypes.All.Contains(type, StringComparer.Ordinal)) is { } unknown ? $"\"{unknown}\" cannot be sent; there are {string.Join(" and ", WebhookTypes.All)}."
            : null;
        details = complaint is null ? new WebhookDetails(title, parsed!.AbsoluteUri, segments ?? [], [.. wanted.Distinct(StringComparer.Ordinal)], backfills, enabled) : null;
        return complaint is null;
    }

    // A name is looked up when something is sent, for what it stands for may change.
    private static bool IsPrivate(Uri address) => IPAddress.TryParse(address.Host.Trim('[', ']'), out var number)
        ? PrivateAddresses.Contain(number)
        : address.Host == "localhost" || address.Host.EndsWith(".localhost", StringComparison.Ordinal);
}
