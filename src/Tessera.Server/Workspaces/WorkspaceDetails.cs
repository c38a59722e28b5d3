using System.Diagnostics.CodeAnalysis;

namespace Tessera.Server.Workspaces;

/// <summary>What can be changed about a workspace, checked.</summary>
internal sealed record WorkspaceDetails
{
    public const int MaxNameLength = 100;
    private const int CurrencyCodeLength = 3;
    private const string DefaultCurrency = "EUR";
    private const string DefaultTimeZone = "UTC";

    private WorkspaceDetails(string name, string currency, string timeZone, bool sample) =>
        (Name, Currency, TimeZone, Sample) = (name, currency, timeZone, sample);

    public string Name { get; }

    public string Currency { get; }

    public string TimeZone { get; }

    public bool Sample { get; }

    /// <summary>What the workspace <c>default</c> begins as.</summary>
    public static WorkspaceDetails Default { get; } = new("Default", DefaultCurrency, DefaultTimeZone, sample: false);

    /// <summary>Checks what a caller sent.</summary>
    /// <param name="name">1 to 100 characters.</param>
    /// <param name="currency">An ISO 4217 code; null: EUR.</param>
    /// <param name="timeZone">An IANA time zone; null: UTC.</param>
    /// <param name="sample">Whether the workspace holds made-up data.</param>
    /// <param name="details">The details, when all is well.</param>
    /// <param name="complaint">One sentence, when something is not.</param>
    public static bool TryCreate(
        string? name,
        string? currency,
        string? timeZone,
        bool sample,
        [NotNullWhen(true)] out WorkspaceDetails? details,
        [NotNullWhen(false)] out string? complaint)
    {
        var trimmed = name?.Trim() ?? "";
        var code = currency ?? DefaultCurrency;
        var zone = timeZone ?? DefaultTimeZone;
        complaint =
            trimmed.Length is 0 or > MaxNameLength ? $"The name of a workspace has 1 to {MaxNameLength} characters."
            : !IsCurrencyCode(code) ? $"\"{code}\" is not a currency code; use three capital letters as in ISO 4217, such as EUR."
            : !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) ? $"\"{zone}\" is not a time zone; use an IANA name such as Europe/Berlin."
            : null;
        details = complaint is null ? new WorkspaceDetails(trimmed, code, zone, sample) : null;
        return complaint is null;
    }

    private static bool IsCurrencyCode(string text) => text.Length == CurrencyCodeLength && text.All(char.IsAsciiLetterUpper);
}
