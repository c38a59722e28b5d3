namespace Tessera.Server.Hosting;

/// <summary>Where days begin in a time zone.</summary>
internal static class CalendarDays
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(15);

    /// <summary>The first instant of a date in a time zone, also where clocks are changed at midnight.</summary>
    /// <param name="date">The date.</param>
    /// <param name="timeZone">The IANA name of the zone.</param>
    /// <exception cref="TimeZoneNotFoundException">There is no such zone.</exception>
    public static DateTimeOffset StartOf(DateOnly date, string timeZone)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        var local = date.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(local))
        {
            local += Step;
        }

        // Where the hour around midnight comes twice, the day begins with the first of the two: the larger offset.
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>The date that an instant has in a time zone.</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="timeZone">The IANA name of the zone.</param>
    /// <exception cref="TimeZoneNotFoundException">There is no such zone.</exception>
    public static DateOnly Of(DateTimeOffset instant, string timeZone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(timeZone)).DateTime);
}
