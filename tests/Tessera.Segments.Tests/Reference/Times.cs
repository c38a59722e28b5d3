using Tessera.Segments.Evaluation;

namespace Tessera.Segments.Tests.Reference;

/// <summary>Microseconds since 1970, and the calendar around them.</summary>
internal static class Times
{
    internal static long Of(DateTimeOffset time) => (time - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    internal static DateTimeOffset Time(long microseconds) => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);

    internal static DateOnly Day(long microseconds, TimeZoneInfo zone) => Calendar.DayOf(Time(microseconds), zone);

    internal static long Start(DateOnly day, TimeZoneInfo zone) => Of(Calendar.StartOf(day, zone));
}
