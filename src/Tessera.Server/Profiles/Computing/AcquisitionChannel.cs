using System.Text.Json;

namespace Tessera.Server.Profiles.Computing;

/// <summary>From where a customer came, by the first call that says anything of it (first touch).</summary>
/// <remarks>
/// A campaign decides by its medium, as analytics tools understand the usual ones; without one the page's referrer does, unless it is a page of the same
/// site. A first call from a page with neither is a direct one.
/// </remarks>
internal static class AcquisitionChannel
{
    /// <summary>Came by typing the address or by a bookmark.</summary>
    public const string Direct = "direct";

    private static readonly Dictionary<string, string> Mediums = new(StringComparer.Ordinal)
    {
        ["cpc"] = "paid-search", ["ppc"] = "paid-search", ["paidsearch"] = "paid-search", ["paid-search"] = "paid-search", ["paid"] = "paid-search",
        ["paid-social"] = "paid-social", ["paidsocial"] = "paid-social", ["paid_social"] = "paid-social",
        ["display"] = "display", ["banner"] = "display", ["cpm"] = "display",
        ["email"] = "email", ["e-mail"] = "email", ["newsletter"] = "email", ["mail"] = "email",
        ["social"] = "social", ["social-network"] = "social", ["social-media"] = "social", ["sm"] = "social",
        ["affiliate"] = "affiliate", ["affiliates"] = "affiliate", ["referral"] = "referral", ["organic"] = "organic-search",
        ["sms"] = "sms", ["push"] = "push", ["audio"] = "audio", ["video"] = "video", ["podcast"] = "audio",
    };

    private static readonly HashSet<string> SearchEngines = new(StringComparer.Ordinal)
    {
        "google", "bing", "duckduckgo", "yahoo", "baidu", "yandex", "ecosia", "qwant", "startpage", "naver", "seznam",
    };

    private static readonly HashSet<string> SocialNetworks = new(StringComparer.Ordinal)
    {
        "facebook", "instagram", "linkedin", "lnkd", "twitter", "x", "t", "pinterest", "reddit", "tiktok", "youtube", "whatsapp", "telegram", "mastodon", "bsky", "threads", "xing", "vk",
    };

    /// <summary>The channel that a context tells; null when it tells none.</summary>
    /// <param name="context">A context as JSON, or an empty text.</param>
    public static string? Of(string context)
    {
        var members = JsonObjectText.Read(context);
        if (members.Count == 0)
        {
            return null;
        }

        if (members.TryGetValue("campaign", out var campaign) && (Text(campaign, "source") ?? Text(campaign, "medium") ?? Text(campaign, "name")) is { } named)
        {
            return Text(campaign, "medium")?.ToLowerInvariant() is { } medium && Mediums.TryGetValue(medium, out var channel) ? channel : $"campaign: {named}";
        }

        members.TryGetValue("page", out var page);
        members.TryGetValue("referrer", out var sender);
        var referrer = Host(Text(sender, "url") ?? Text(page, "referrer"));
        if (referrer is null || referrer == Host(Text(page, "url")))
        {
            return page.ValueKind == JsonValueKind.Object || sender.ValueKind == JsonValueKind.Object ? Direct : null;
        }

        return Site(referrer) switch
        {
            var site when SearchEngines.Contains(site) => "organic-search",
            var site when SocialNetworks.Contains(site) => "social",
            _ => $"referral: {referrer}",
        };
    }

    // The name that a site goes by: google of www.google.co.uk, t of t.co.
    private static string Site(string host)
    {
        var labels = host.Split('.');
        return Array.Find(labels, SearchEngines.Contains) ?? (labels.Length > 1 ? labels[^2] : host);
    }

    private static string? Host(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Host.Length > 0 ? (parsed.Host.StartsWith("www.", StringComparison.Ordinal) ? parsed.Host[4..] : parsed.Host) : null;

    private static string? Text(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
