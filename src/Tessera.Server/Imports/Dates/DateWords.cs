using System.Collections.Frozen;

namespace Tessera.Server.Imports.Dates;

/// <summary>Words that occur in dates: months in the languages that shops export in, weekdays, halves of the day, zones.</summary>
internal static class DateWords
{
    private static readonly string[][] Months =
    [
        ["january", "jan", "januar", "jänner", "jaenner", "janvier", "janv", "enero", "ene", "gennaio", "gen", "januari", "janeiro"],
        ["february", "feb", "februar", "février", "fevrier", "févr", "fevr", "fév", "fev", "febrero", "febbraio", "februari", "fevereiro"],
        ["march", "mar", "märz", "maerz", "mär", "mrz", "mars", "marzo", "maart", "mrt", "março", "marco"],
        ["april", "apr", "avril", "avr", "abril", "abr", "aprile"],
        ["may", "mai", "mayo", "maggio", "mag", "mei", "maio"],
        ["june", "jun", "juni", "juin", "junio", "giugno", "giu", "junho"],
        ["july", "jul", "juli", "juillet", "juil", "julio", "luglio", "lug", "julho"],
        ["august", "aug", "août", "aout", "agosto", "ago", "augustus"],
        ["september", "sep", "sept", "septembre", "septiembre", "settembre", "set", "setembro"],
        ["october", "oct", "oktober", "okt", "octobre", "octubre", "ottobre", "ott", "outubro", "out"],
        ["november", "nov", "novembre", "noviembre", "novembro"],
        ["december", "dec", "dezember", "dez", "décembre", "decembre", "déc", "diciembre", "dic", "dicembre", "dezembro"],
    ];

    private static readonly FrozenDictionary<string, int> MonthNumbers = Months
        .SelectMany((names, index) => names.Select(name => (name, Number: index + 1)))
        .ToFrozenDictionary(month => month.name, month => month.Number, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Ignored = new[]
    {
        "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "mo", "di", "mi", "do", "fr", "sa", "so", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag",
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "at", "um", "à", "de", "st", "nd", "rd", "th", "uhr", "h",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, double> ZoneHours = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase)
    {
        ["Z"] = 0, ["UTC"] = 0, ["GMT"] = 0, ["WET"] = 0, ["BST"] = 1, ["CET"] = 1, ["MEZ"] = 1, ["CEST"] = 2, ["MESZ"] = 2, ["EET"] = 2, ["EEST"] = 3,
        ["EST"] = -5, ["EDT"] = -4, ["CST"] = -6, ["CDT"] = -5, ["MST"] = -7, ["MDT"] = -6, ["PST"] = -8, ["PDT"] = -7, ["JST"] = 9,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The number of a month by its name or abbreviation, or 0.</summary>
    public static int Month(string word) => MonthNumbers.GetValueOrDefault(word);

    /// <summary>Whether a word says nothing about the instant, as a weekday's name.</summary>
    public static bool IsIgnored(string word) => Ignored.Contains(word);

    /// <summary>The distance from UTC of a zone by its abbreviation.</summary>
    public static bool TryZone(string word, out TimeSpan offset)
    {
        var known = ZoneHours.TryGetValue(word, out var hours);
        offset = TimeSpan.FromHours(hours);
        return known;
    }
}
