using Tessera.Simulation.Calendars;

namespace Tessera.Simulation.People;

/// <summary>The countries and cities that customers live in.</summary>
internal static class Places
{
    private const DaylightSaving None = DaylightSaving.None;
    private const DaylightSaving European = DaylightSaving.European;
    private const DaylightSaving American = DaylightSaving.NorthAmerican;

    /// <summary>All countries; a country's index is its number in the customers' state.</summary>
    public static IReadOnlyList<Country> Countries { get; } =
    [
        Of("US", "United States", "en-US", NameCulture.English,
            [new("New York", "America/New_York", -300, American), new("Chicago", "America/Chicago", -360, American),
            new("San Francisco", "America/Los_Angeles", -480, American), new("Austin", "America/Chicago", -360, American),
            new("Seattle", "America/Los_Angeles", -480, American), new("Denver", "America/Denver", -420, American)]),
        Of("GB", "United Kingdom", "en-GB", NameCulture.English, European, 0, "Europe/London", "London", "Manchester", "Bristol", "Edinburgh"),
        Of("DE", "Germany", "de-DE", NameCulture.German, European, 60, "Europe/Berlin", "Berlin", "Hamburg", "Munich", "Cologne", "Leipzig"),
        Of("FR", "France", "fr-FR", NameCulture.French, European, 60, "Europe/Paris", "Paris", "Lyon", "Nantes", "Lille"),
        Of("IN", "India", "en-IN", NameCulture.Indian, None, 330, "Asia/Kolkata", "Bengaluru", "Mumbai", "Delhi", "Pune"),
        Of("CA", "Canada", "en-CA", NameCulture.English,
            [new("Toronto", "America/Toronto", -300, American), new("Vancouver", "America/Vancouver", -480, American)]),
        Of("AU", "Australia", "en-AU", NameCulture.English,
            [new("Sydney", "Australia/Sydney", 600, DaylightSaving.Australian), new("Melbourne", "Australia/Melbourne", 600, DaylightSaving.Australian)]),
        Of("NL", "Netherlands", "nl-NL", NameCulture.German, European, 60, "Europe/Amsterdam", "Amsterdam", "Rotterdam", "Utrecht"),
        Of("ES", "Spain", "es-ES", NameCulture.Spanish, European, 60, "Europe/Madrid", "Madrid", "Barcelona", "Valencia"),
        Of("IT", "Italy", "it-IT", NameCulture.Italian, European, 60, "Europe/Rome", "Milan", "Rome", "Turin"),
        Of("BR", "Brazil", "pt-BR", NameCulture.Portuguese, None, -180, "America/Sao_Paulo", "São Paulo", "Rio de Janeiro", "Curitiba"),
        Of("SE", "Sweden", "sv-SE", NameCulture.Nordic, European, 60, "Europe/Stockholm", "Stockholm", "Gothenburg", "Malmö"),
        Of("PL", "Poland", "pl-PL", NameCulture.Polish, European, 60, "Europe/Warsaw", "Warsaw", "Kraków", "Wrocław"),
        Of("JP", "Japan", "ja-JP", NameCulture.Japanese, None, 540, "Asia/Tokyo", "Tokyo", "Osaka", "Fukuoka"),
        Of("MX", "Mexico", "es-MX", NameCulture.Spanish, None, -360, "America/Mexico_City", "Mexico City", "Guadalajara"),
        Of("AT", "Austria", "de-AT", NameCulture.German, European, 60, "Europe/Vienna", "Vienna", "Graz", "Linz"),
        Of("CH", "Switzerland", "de-CH", NameCulture.German, European, 60, "Europe/Zurich", "Zurich", "Basel", "Geneva"),
        Of("BE", "Belgium", "fr-BE", NameCulture.French, European, 60, "Europe/Brussels", "Brussels", "Antwerp", "Ghent"),
        Of("DK", "Denmark", "da-DK", NameCulture.Nordic, European, 60, "Europe/Copenhagen", "Copenhagen", "Aarhus"),
        Of("PT", "Portugal", "pt-PT", NameCulture.Portuguese, European, 0, "Europe/Lisbon", "Lisbon", "Porto"),
    ];

    /// <summary>The number of a country.</summary>
    public static int IndexOf(string code)
    {
        for (var i = 0; i < Countries.Count; i++)
        {
            if (string.Equals(Countries[i].Code, code, StringComparison.Ordinal))
            {
                return i;
            }
        }

        throw new ArgumentException($"No country {code}.", nameof(code));
    }

    private static Country Of(string code, string name, string language, NameCulture names, IReadOnlyList<City> cities) =>
        new(code, name, language, names, cities);

    private static Country Of(
        string code, string name, string language, NameCulture names, DaylightSaving rule, int offset, string zone, params string[] cities) =>
        new(code, name, language, names, [.. cities.Select(city => new City(city, zone, offset, rule))]);
}
