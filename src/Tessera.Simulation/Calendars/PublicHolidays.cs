namespace Tessera.Simulation.Calendars;

/// <summary>Days on which little is worked: those shared by all, and a few of each larger country.</summary>
internal static class PublicHolidays
{
    /// <summary>Whether a date is a holiday in a country.</summary>
    /// <param name="country">ISO 3166-1 alpha-2.</param>
    /// <param name="date">The local date.</param>
    public static bool Contains(string country, DateOnly date)
    {
        var (month, day) = (date.Month, date.Day);
        if ((month, day) is (1, 1) or (12, 24) or (12, 25) or (12, 26) or (12, 31))
        {
            return true;
        }

        return country switch
        {
            "US" => (month, day) is (7, 4) or (6, 19) or (11, 11) || IsThanksgiving(date) || IsMonday(date, 5, 25, 31) || IsMonday(date, 9, 1, 7),
            "CA" => (month, day) is (7, 1) || IsMonday(date, 9, 1, 7) || IsMonday(date, 10, 8, 14),
            "GB" => IsMonday(date, 5, 1, 7) || IsMonday(date, 5, 25, 31) || IsMonday(date, 8, 25, 31),
            "DE" => (month, day) is (5, 1) or (10, 3),
            "AT" => (month, day) is (5, 1) or (10, 26) or (11, 1),
            "CH" => (month, day) is (8, 1),
            "FR" or "BE" => (month, day) is (5, 1) or (5, 8) or (7, 14) or (8, 15) or (11, 1) or (11, 11),
            "ES" or "IT" or "PT" => (month, day) is (1, 6) or (5, 1) or (8, 15) or (11, 1) or (12, 8),
            "PL" => (month, day) is (5, 1) or (5, 3) or (8, 15) or (11, 1) or (11, 11),
            "NL" => (month, day) is (4, 27),
            "SE" or "DK" => (month, day) is (6, 6) or (6, 21),
            "IN" => (month, day) is (1, 26) or (8, 15) or (10, 2),
            "AU" => (month, day) is (1, 26) or (4, 25),
            "BR" => (month, day) is (4, 21) or (5, 1) or (9, 7) or (11, 15),
            "MX" => (month, day) is (5, 1) or (9, 16),
            "JP" => (month, day) is (1, 2) or (1, 3) or (5, 3) or (5, 4) or (5, 5) or (11, 3),
            _ => false,
        };
    }

    private static bool IsThanksgiving(DateOnly date) =>
        date is { Month: 11, Day: >= 22 and <= 28, DayOfWeek: DayOfWeek.Thursday };

    private static bool IsMonday(DateOnly date, int month, int firstDay, int lastDay) =>
        date.Month == month && date.Day >= firstDay && date.Day <= lastDay && date.DayOfWeek == DayOfWeek.Monday;
}
