using Tessera.Segments.Evaluation;

namespace Tessera.Segments.Tests.Reference;

/// <summary>Whether an event lies in a period at an instant.</summary>
internal static class Periods
{
    internal static bool Contains(Period period, long time, long now, long firstSeen, TimeZoneInfo zone) => time <= now && period switch
    {
        Ever => true,
        InLast last => time > now - last.Length.Microseconds,
        Since since => time >= Times.Of(since.From.In(zone)),
        Before before => time < Times.Of(before.To.In(zone)),
        BetweenInstants between => time >= Times.Of(between.From.In(zone)) && time < Times.Of(between.To.In(zone)),
        InFirst first => time >= firstSeen && time < firstSeen + first.Length.Microseconds,
        BetweenAgo ago => time > now - (ago.From * Duration.MicrosecondsPer(ago.Unit)) && time <= now - (ago.To * Duration.MicrosecondsPer(ago.Unit)),
        InCurrent current => time >= Start(current.Unit, now, zone, 0),
        InPrevious previous => time >= Start(previous.Unit, now, zone, -1) && time < Start(previous.Unit, now, zone, 0),
        _ => throw new NotSupportedException(period.GetType().Name),
    };

    private static long Start(CalendarUnit unit, long now, TimeZoneInfo zone, int step) =>
        Times.Start(Calendar.Step(Calendar.FirstDay(Times.Day(now, zone), unit), unit, step), zone);
}
