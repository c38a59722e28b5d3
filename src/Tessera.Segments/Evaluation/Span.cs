using System.Runtime.InteropServices;

namespace Tessera.Segments.Evaluation;

/// <summary>A stretch of time in microseconds since 1970: from the first instant to the one after the last.</summary>
/// <param name="From">The first instant; <see cref="long.MinValue"/> for none.</param>
/// <param name="To">The instant after the last.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Span(long From, long To)
{
    /// <summary>What a period means at an instant, nothing later than it; null for <see cref="InFirst"/>, which depends on the customer.</summary>
    internal static Span? Of(Period period, long now, TimeZoneInfo zone)
    {
        Span? span = period switch
        {
            Ever => new Span(long.MinValue, long.MaxValue),
            InLast last => new Span(now - last.Length.Microseconds + 1, long.MaxValue),
            Since since => new Span(Microseconds.Of(since.From.In(zone)), long.MaxValue),
            Before before => new Span(long.MinValue, Microseconds.Of(before.To.In(zone))),
            BetweenInstants between => new Span(Microseconds.Of(between.From.In(zone)), Microseconds.Of(between.To.In(zone))),
            BetweenAgo ago => new Span(now - Back(ago.From, ago.Unit) + 1, now - Back(ago.To, ago.Unit) + 1),
            InCurrent current => new Span(Start(current.Unit, now, zone, 0), long.MaxValue),
            InPrevious previous => new Span(Start(previous.Unit, now, zone, -1), Start(previous.Unit, now, zone, 0)),
            _ => null,
        };
        return span is { } found ? found with { To = Math.Min(found.To, now + 1) } : null;
    }

    private static long Back(int count, DurationUnit unit) => count * Duration.MicrosecondsPer(unit);

    private static long Start(CalendarUnit unit, long now, TimeZoneInfo zone, int step) =>
        Microseconds.Of(Calendar.StartOf(Calendar.Step(Calendar.FirstDay(Calendar.DayOf(Microseconds.Time(now), zone), unit), unit, step), zone));
}
