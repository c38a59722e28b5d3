using Tessera.Segments.Evaluation;
using Tessera.Segments.Live.Values;

namespace Tessera.Segments.Live;

/// <summary>A period made ready: which stretch of time it is now, when an event enters and leaves it, and what no later question can reach.</summary>
/// <remarks>
/// Both ends of a stretch only move forward as time passes, which is what lets states forget; but where the clock is put back over midnight
/// the day before returns, so that until then what matters to it is kept.
/// </remarks>
internal sealed class LivePeriod
{
    private readonly LiveCalendar calendar;
    private readonly CalendarUnit unit;
    private readonly int unitsBack;

    private LivePeriod(LiveCalendar calendar, CalendarUnit unit = default, int unitsBack = 0) => (this.calendar, this.unit, this.unitsBack) = (calendar, unit, unitsBack);

    /// <summary>Whether the stretch is the same at any time, and what no event outside of it can ever matter for.</summary>
    internal bool IsFixed { get; private init; }

    /// <summary>Whether it is counted from when the customer was first seen.</summary>
    internal bool IsFirst { get; private init; }

    internal bool IsCalendar { get; private init; }

    /// <summary>Where a fixed stretch starts.</summary>
    internal long From { get; private init; } = long.MinValue;

    /// <summary>The instant after a fixed stretch.</summary>
    internal long To { get; private init; } = long.MaxValue;

    /// <summary>How long after an event it is in the period; 0 for at once.</summary>
    internal long EnterLag { get; private init; }

    /// <summary>How long after an event it no longer is, in microseconds; 0 when that is not a fixed length.</summary>
    internal long LeaveLag { get; private init; }

    /// <summary>Whether everything up to now belongs that is not too old: the latest events decide.</summary>
    internal bool EndsNow => !IsFixed && !IsFirst && EnterLag == 0 && unitsBack == 0;

    /// <summary>The longest that an event stays in the period, in microseconds; <see cref="Clock.Never"/> for ever.</summary>
    internal long Memory => LeaveLag > 0 ? LeaveLag : IsCalendar ? (unitsBack + 1) * Longest(unit) : Clock.Never;

    internal string Name { get; private init; } = string.Empty;

    internal static LivePeriod Of(Period period, LiveCalendar calendar)
    {
        switch (period)
        {
            case Ever or Since or Before or BetweenInstants:
                var span = Span.Of(period, long.MaxValue - 1, calendar.Zone)!.Value;
                return new LivePeriod(calendar) { IsFixed = true, From = span.From, To = span.To, Name = $"{span.From}..{span.To}" };
            case InLast last:
                return Rolling(last.Length.Microseconds, 0, calendar);
            case BetweenAgo ago:
                var one = Duration.MicrosecondsPer(ago.Unit);
                return Rolling(ago.From * one, ago.To * one, calendar);
            case InFirst first:
                return new LivePeriod(calendar) { IsFirst = true, To = first.Length.Microseconds, Name = $"first {first.Length.Microseconds}" };
            case InCurrent current:
                return new LivePeriod(calendar, current.Unit) { IsCalendar = true, Name = $"current {current.Unit}" };
            case InPrevious previous:
                return new LivePeriod(calendar, previous.Unit, 1) { IsCalendar = true, Name = $"previous {previous.Unit}" };
            default:
                throw new NotSupportedException(period.GetType().Name);
        }
    }

    /// <summary>The stretch from one length back to a shorter one, <c>(t - from, t - to]</c>.</summary>
    internal static LivePeriod Rolling(long from, long to, LiveCalendar calendar) => new(calendar) { LeaveLag = from, EnterLag = to, Name = $"{from}-{to} back" };

    /// <summary>The stretch now, from the first instant to the one after the last.</summary>
    internal Span Bounds(long now, long firstSeen)
    {
        if (IsFixed)
        {
            return new Span(From, Math.Min(To, now + 1));
        }

        if (IsFirst)
        {
            return firstSeen > now ? new Span(now, now) : new Span(firstSeen, Math.Min(firstSeen + To, now + 1));
        }

        if (!IsCalendar)
        {
            return new Span(now - LeaveLag + 1, now - EnterLag + 1);
        }

        var (previous, current, _) = calendar.Around(unit, now);
        return unitsBack == 0 ? new Span(current, now + 1) : new Span(previous, Math.Min(current, now + 1));
    }

    /// <summary>Before this instant nothing can matter any more.</summary>
    internal long Oldest(long now) => IsFirst ? long.MinValue : Bounds(Settled(now), 0).From;

    /// <summary>After this instant, it included or not by <see cref="Bounds"/>, events are still to enter.</summary>
    internal long End(long now) => IsFirst ? now + 1 : IsFixed ? now + 1 : Bounds(Settled(now), 0).To;

    /// <summary>Whether no stretch that the period can ever be has neither of two events and one between them.</summary>
    internal bool HoldsBoth(long earlier, long later) => IsCalendar
        ? calendar.Around(unit, earlier).Next > later
        : LeaveLag > 0 && later - earlier <= LeaveLag - EnterLag;

    /// <summary>Tells the clock when what a period holds may change: its first event leaves, the first behind it enters, or the calendar turns.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="oldest">The first event in the period, or null.</param>
    /// <param name="coming">The first event after it, or null.</param>
    internal void Consider(ref Clock clock, long? oldest, long? coming)
    {
        if (IsCalendar && (oldest is not null || coming is not null || calendar.IsInterrupted(unit, clock.Now)))
        {
            clock.Consider(calendar.Turn(unit, clock.Now));
        }

        if (oldest is { } first && LeaveLag > 0)
        {
            clock.Consider(first + LeaveLag);
        }

        if (coming is { } next)
        {
            clock.Consider(next + EnterLag);
        }
    }

    // An instant whose stretch starts and ends no later than that of any instant from now on.
    private long Settled(long now) => IsCalendar && calendar.IsInterrupted(unit, now) ? calendar.Around(unit, now).Current - 1 : now;

    private static long Longest(CalendarUnit unit) => Microseconds.PerDay * unit switch
    {
        CalendarUnit.Day => 2,
        CalendarUnit.Week => 8,
        CalendarUnit.Month => 32,
        CalendarUnit.Quarter => 93,
        _ => 367,
    };
}
