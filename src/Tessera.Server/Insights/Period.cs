namespace Tessera.Server.Insights;

/// <summary>Whole days of a time zone, from one on and without the last.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The day after the last.</param>
/// <param name="TimeZone">The IANA time zone in which days begin.</param>
internal sealed record Period(DateOnly From, DateOnly To, string TimeZone)
{
    /// <summary>The period of as many days before this one.</summary>
    public Period Before => this with { From = From.AddDays(From.DayNumber - To.DayNumber), To = From };
}
