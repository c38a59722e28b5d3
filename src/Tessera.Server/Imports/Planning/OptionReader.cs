using Tessera.Domain;
using Tessera.Server.Identity.Contracts;
using Tessera.Server.Imports.Dates;
using Tessera.Server.Imports.Numbers;
using Tessera.Server.Imports.Reading;

namespace Tessera.Server.Imports.Planning;

/// <summary>Reads the options of an import, each with a sentence for what it cannot be.</summary>
internal static class OptionReader
{
    /// <summary>How the file is built, as far as it was said.</summary>
    /// <exception cref="ImportException">The delimiter is not one character, or the number of lines is negative.</exception>
    public static ReadingOptions Reading(ImportOptions options) => new()
    {
        Delimiter = options.Delimiter switch
        {
            null or "" => null,
            "tab" or "\\t" => '\t',
            { Length: 1 } delimiter when delimiter[0] < 128 && !char.IsLetterOrDigit(delimiter[0]) && delimiter[0] is not ('"' or '\r' or '\n') => delimiter[0],
            var other => throw ImportErrors.BadOption("delimiter", other, "one of , ; | or tab"),
        },
        Header = options.Header,
        Sheet = options.Sheet,
        SkipLines = options.SkipLines is < 0 or > 10_000
            ? throw ImportErrors.BadOption("skipLines", $"{options.SkipLines}", "0 to 10000")
            : options.SkipLines,
    };

    /// <summary>What kind of identifier customers are named by.</summary>
    /// <exception cref="ImportException">It is not the name of a kind.</exception>
    public static string CustomerKind(ImportOptions options) => options.CustomerKind is not { Length: > 0 } name ? IdentifierKinds.UserId
        : IdentifierValues.Kind(name) ?? throw ImportErrors.BadOption("customerKind", name, "user_id, email, phone or a name of your own in letters, digits and underscores");

    /// <summary>The time zone of an IANA name.</summary>
    /// <exception cref="ImportException">There is no such zone.</exception>
    public static TimeZoneInfo Zone(string name) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : throw ImportErrors.BadOption("timeZone", name, "an IANA name such as Europe/Berlin");

    /// <summary>How dates are written, or null when it was not said.</summary>
    /// <exception cref="ImportException">It is not a style.</exception>
    public static DateStyle? Dates(ImportOptions options) =>
        options.DateFormat is not { Length: > 0 } format ? null
        : DateStyle.TryRead(format, out var style) ? style
        : throw ImportErrors.BadOption("dateFormat", format, $"one of {string.Join(", ", DateStyle.Names)}, or a pattern such as dd.MM.yyyy");

    /// <summary>How numbers are written, or null when it was not said.</summary>
    /// <exception cref="ImportException">It is not a style.</exception>
    public static NumberStyle? Numbers(ImportOptions options) => options.NumberFormat switch
    {
        null or "" => null,
        "1,234.56" or "point" or "1234.56" => NumberStyle.Point,
        "1.234,56" or "comma" or "1234,56" => NumberStyle.Comma,
        var other => throw ImportErrors.BadOption("numberFormat", other, "1,234.56 or 1.234,56"),
    };

    /// <summary>The currency of amounts that do not name theirs, or null when it was not said.</summary>
    /// <exception cref="ImportException">It is not a currency.</exception>
    public static string? Currency(ImportOptions options) =>
        options.Currency is not { Length: > 0 } name ? null : Currencies.Code(name) ?? throw ImportErrors.BadOption("currency", name, "an ISO code such as EUR");

    /// <summary>What one unit of each currency is worth in the workspace's.</summary>
    /// <exception cref="ImportException">A key is not a currency, or a rate is not above zero.</exception>
    public static IReadOnlyDictionary<string, decimal> Rates(ImportOptions options)
    {
        var rates = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var (name, rate) in options.Rates ?? new Dictionary<string, decimal>(StringComparer.Ordinal))
        {
            var code = Currencies.Code(name) ?? throw ImportErrors.BadOption("rates", name, "ISO codes such as EUR");
            rates[code] = rate is > 0 and < 1_000_000_000 ? rate : throw ImportErrors.BadOption("rates", $"{name}: {rate}", "numbers above zero");
        }

        return rates;
    }
}
