using Tessera.Segments.Live.Tracks;
using Tessera.Segments.Live.Values;

namespace Tessera.Segments.Live.Conditions;

/// <summary>
/// Events one after another. State: the times of all events of the steps that the period reaches, with which steps they may be, since a late one may
/// complete any of them; nothing once a sequence without clauses of absence has been found in a period that does not move.
/// </summary>
/// <remarks>
/// One pass in order of time keeps for every step the latest event that a run of the steps before leads up to, with the latest start of such a run:
/// what a later one cannot reach, an earlier one cannot either, so nothing else decides. Linear in the entries, but for the clauses of absence.
/// </remarks>
internal sealed class SequenceCondition(TrackPlan plan, LivePeriod period, DidSequence sequence, SequenceFilters filters) : LiveCondition(plan)
{
    private readonly int steps = sequence.Then.Count + 1;
    private readonly bool staysTrue = sequence.Absence is null && sequence.WithoutBetween is null && period.IsFixed && plan.Scope == TrackScope.Events && !filters.IsVolatile;

    internal override bool Holds(in LiveFrame frame, ref Clock clock)
    {
        var track = frame.Open(plan, period, ref clock, out var low, out var high);
        if (track.IsDecided)
        {
            return true;
        }

        var past = track.CountBefore(clock.Now + 1);
        clock.Consider(past < track.Count ? track.Time(past) : Clock.Never);
        var elements = Elements(track, low, high, past, ref clock);
        var found = sequence.SameProperty is null
            ? HasRun(elements, ref clock)
            : elements.Select((element, index) => (element.Text, Index: index)).Where(entry => entry.Text is not null).GroupBy(entry => entry.Text, StringComparer.Ordinal)
                .Select(group => group.Select(entry => elements[entry.Index]).ToList()).ToList() is var groups && AnyRun(groups, ref clock);
        if (found && staysTrue)
        {
            track.Truncate(0);
            track.IsDecided = true;
        }

        return found;
    }

    // Times at which a step, the absent event or the one that may not lie between happened.
    private List<Element> Elements(Track track, int low, int high, int past, ref Clock clock)
    {
        var breaks = new List<long>();
        var elements = new List<Element>(past);
        for (var index = 0; index < past; index++)
        {
            ulong mask = 0;
            for (var step = 0; step < steps; step++)
            {
                if (filters.Steps[step].Holds(track, index, ref clock) && index >= low && index < high)
                {
                    mask |= 1UL << step;
                }
            }

            var isAbsent = filters.Absence?.Holds(track, index, ref clock) is true;
            if (filters.Between?.Holds(track, index, ref clock) is true)
            {
                breaks.Add(track.Time(index));
            }

            if (mask != 0 || isAbsent)
            {
                elements.Add(new Element(track.Time(index), mask, isAbsent, sequence.SameProperty is null || track.Text(index) is not { Length: > 0 } text ? null : text[1..], breaks));
            }
        }

        return elements;
    }

    private bool AnyRun(List<List<Element>> groups, ref Clock clock)
    {
        var found = false;
        foreach (var group in groups)
        {
            found |= HasRun(group, ref clock);
        }

        return found;
    }

    private bool HasRun(List<Element> elements, ref Clock clock)
    {
        Span<long> latest = stackalloc long[steps];
        Span<long> start = stackalloc long[steps];
        latest.Fill(Clock.Never);
        var found = false;
        for (var index = 0; index < elements.Count;)
        {
            var (time, mask, end) = (elements[index].Time, 0UL, index);
            for (; end < elements.Count && elements[end].Time == time; end++)
            {
                mask |= elements[end].Mask;
            }

            // A later step first: a run may not use two events of one instant.
            for (var step = steps - 1; step >= 0; step--)
            {
                if ((mask >> step & 1) != 0 && (step == 0 || Follows(step, latest[step - 1], time)))
                {
                    latest[step] = time;
                    start[step] = step == 0 ? time : start[step - 1];
                    found |= step == steps - 1 && IsUnbroken(elements[index].Breaks, start[step], time) && IsNotFollowed(elements, end, time, ref clock);
                }
            }

            index = end;
        }

        return found;
    }

    private bool Follows(int step, long before, long time) =>
        before != Clock.Never && (sequence.Then[step - 1].Within is not { } within || time <= before + within.Microseconds);

    private static bool IsUnbroken(List<long> breaks, long start, long end)
    {
        var place = breaks.BinarySearch(start + 1);
        place = place < 0 ? ~place : place;
        return place >= breaks.Count || breaks[place] >= end;
    }

    private bool IsNotFollowed(List<Element> elements, int next, long last, ref Clock clock)
    {
        if (sequence.Absence is not { } absence)
        {
            return true;
        }

        var end = last + absence.Within.Microseconds;
        for (var index = next; index < elements.Count && elements[index].Time <= end; index++)
        {
            if (elements[index].IsAbsent)
            {
                return false;
            }
        }

        clock.Consider(end);
        return end <= clock.Now;
    }

    private readonly record struct Element(long Time, ulong Mask, bool IsAbsent, string? Text, List<long> Breaks);
}

/// <summary>Which events are the steps of a sequence, and which must not be there.</summary>
internal sealed record SequenceFilters(IReadOnlyList<EntryFilter> Steps, EntryFilter? Absence, EntryFilter? Between, bool IsVolatile);
