using System.Text;
using Tessera.Simulation.Randomness;

namespace Tessera.Simulation.People;

/// <summary>Where a customer came from.</summary>
/// <param name="Source">The referral source, as a trait.</param>
/// <param name="Medium">The medium.</param>
/// <param name="Name">The campaign's name, or null if there was none.</param>
/// <param name="Referrer">The referring page, or an empty text.</param>
internal sealed record Campaign(string Source, string Medium, string? Name, string Referrer)
{
    /// <summary>The value of <c>context.campaign</c>, or null if there was none.</summary>
    public byte[]? Json { get; } = Name is null
        ? null
        : Encoding.UTF8.GetBytes($$"""{"name":"{{Name}}","source":"{{Source}}","medium":"{{Medium}}"}""");
}

/// <summary>The ways in which customers find the business.</summary>
internal static class Campaigns
{
    public static IReadOnlyList<Campaign> All { get; } =
    [
        new("direct", "none", null, ""),
        new("google", "organic", null, "https://www.google.com/"),
        new("google", "cpc", "brand-search", "https://www.google.com/"),
        new("google", "cpc", "category-search", "https://www.google.com/"),
        new("instagram", "paid-social", "spring-looks", "https://www.instagram.com/"),
        new("youtube", "video", "creator-series", "https://www.youtube.com/"),
        new("newsletter", "email", "partner-newsletter", ""),
        new("friend", "referral", "invite-a-friend", ""),
        new("linkedin", "paid-social", "teams-launch", "https://www.linkedin.com/"),
        new("tiktok", "paid-social", "before-after", "https://www.tiktok.com/"),
    ];

    /// <summary>The campaign on short-video platforms, which grows.</summary>
    public const int ShortVideo = 9;

    /// <summary>The usual mix.</summary>
    public static WeightedChoice Shares { get; } = new(22, 24, 9, 9, 11, 6, 5, 8, 2, 4);
}
