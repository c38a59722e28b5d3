namespace Tessera.Segments.Explaining.Courses;

/// <summary>Follows a tally as deeds begin and cease to count.</summary>
internal static class Sliding
{
    /// <summary>Fills the tally with what counts now, and says how its answer goes on. The tally must be read before the course is asked for turns.</summary>
    /// <param name="stays">While when deeds count.</param>
    /// <param name="tally">The tally, empty.</param>
    /// <param name="now">The instant asked about.</param>
    /// <param name="later">While when deeds count later on, where there is more to it than the stays; asked for with the first turn.</param>
    /// <param name="further">Other instants at which the answer may be another; in any order.</param>
    internal static Course Of(IReadOnlyList<Stay> stays, ITally tally, long now, IEnumerable<Stay>? later = null, IEnumerable<long>? further = null)
    {
        tally.Fill(stays.Where(stay => stay.From <= now && stay.To > now));
        return new Course(tally.Holds(now), Turns(stays.Concat(later ?? []), tally, now, further ?? [], tally.Holds(now)));
    }

    private static IEnumerable<long> Turns(IEnumerable<Stay> stays, ITally tally, long now, IEnumerable<long> further, bool holds)
    {
        List<(long Instant, Stay? Stay, bool Comes)> moves = [.. further.Where(instant => instant > now).Select(instant => (instant, (Stay?)null, false))];
        foreach (var stay in stays)
        {
            if (stay.From > now)
            {
                moves.Add((stay.From, stay, true));
            }

            if (stay.To > now && stay.To != long.MaxValue)
            {
                moves.Add((stay.To, stay, false));
            }
        }

        moves.Sort(static (left, right) => left.Instant.CompareTo(right.Instant));
        for (var index = 0; index < moves.Count;)
        {
            var instant = moves[index].Instant;
            for (; index < moves.Count && moves[index].Instant == instant; index++)
            {
                if (moves[index].Stay is { } stay)
                {
                    tally.Move(stay, moves[index].Comes);
                }
            }

            if (tally.Holds(instant) != holds)
            {
                holds = !holds;
                yield return instant;
            }
        }
    }
}
