using System.Globalization;
using System.Net.Mail;

namespace Tessera.Server.EventCatalogue.Plans;

/// <summary>The formats of JSON Schema that text is checked for.</summary>
internal static class TextFormats
{
    private static readonly string[] Known = ["date-time", "date", "email", "uri", "uuid"];

    /// <summary>The names of the formats.</summary>
    public static IReadOnlyList<string> Names => Known;

    /// <summary>Whether a text is of a format.</summary>
    public static bool IsOf(string format, string text) => format switch
    {
        "date-time" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _) && text.Contains('T', StringComparison.OrdinalIgnoreCase),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "email" => MailAddress.TryCreate(text, out var address) && address.Address == text,
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
        _ => Guid.TryParseExact(text, "D", out _),
    };
}
