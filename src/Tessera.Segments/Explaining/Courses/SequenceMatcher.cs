using Tessera.Segments.Live.Values;

namespace Tessera.Segments.Explaining.Courses;

/// <summary>Finds the choices of events that make a sequence, and while when each counts.</summary>
/// <remarks>
/// For each last event the latest events possible are chosen before it. No other choice ends as late: a first event nearer to the last leaves every period later and has
/// less between them. Steps are linear in the number of events.
/// </remarks>
internal sealed class SequenceMatcher(DidSequence sequence, Facts facts, IReadOnlyList<Deed> deeds)
{
    private readonly Selector[] steps = [new(sequence.First, facts), .. sequence.Then.Select(step => new Selector(step.Event, facts))];
    private readonly Selector? absence = sequence.Absence is { } missing ? new Selector(missing.Event, facts) : null;
    private readonly Selector? between = sequence.WithoutBetween is { } without ? new Selector(without, facts) : null;
    private readonly PeriodStays period = new(sequence.Period, facts);

    /// <summary>Whether time alone changes what is selected.</summary>
    internal bool IsVolatile => steps.Append(absence).Append(between).Any(selector => selector is { IsVolatile: true });

    /// <summary>The choices that reach the last step, as of an instant for whatever time changes.</summary>
    /// <param name="now">The instant.</param>
    internal SequenceMatches At(long now)
    {
        List<(Chain Chain, long From, long To)> complete = [];
        Dictionary<string, Chain?[]> latest = new(StringComparer.Ordinal);
        Chain? farthest = null;
        var breaks = between is null ? [] : deeds.Where(deed => Is(between, deed, now)).Select(deed => deed.At).ToList();
        var missed = absence is null ? [] : deeds.Where(deed => Is(absence, deed, now)).Select(deed => (deed.At, Key: Key(deed))).ToList();
        for (var index = 0; index < deeds.Count;)
        {
            var end = index;
            while (end < deeds.Count && deeds[end].At == deeds[index].At)
            {
                end++;
            }

            // Steps come strictly after one another: those of one instant do not see each other.
            List<(string Key, Chain Chain)> found = [];
            for (; index < end; index++)
            {
                found.AddRange(Steps(deeds[index], latest, now));
            }

            foreach (var (key, chain) in found)
            {
                if (!latest.TryGetValue(key, out var chains))
                {
                    latest.Add(key, chains = new Chain?[steps.Length]);
                }

                chains[chain.Steps - 1] = chain;
                farthest = IsInPeriod(chain, now) && chain.Steps >= (farthest?.Steps ?? 0) ? chain : farthest;
                if (chain.Steps == steps.Length && From(chain, key, breaks, missed) is { } begin)
                {
                    complete.AddRange(Together(chain).Where(stretch => stretch.To > begin).Select(stretch => (chain, Math.Max(stretch.From, begin), stretch.To)));
                }
            }
        }

        return new SequenceMatches(complete, farthest);
    }

    /// <summary>The instants at which what is selected may change by time alone.</summary>
    internal IEnumerable<long> Turns() =>
        from selector in steps.Append(absence).Append(between).OfType<Selector>().Where(selector => selector.IsVolatile)
        from deed in deeds
        from turn in selector.Of(deed).Turns()
        select turn;

    // As of now a course is asked directly; later, by the turns in between.
    private bool Is(Selector selector, Deed deed, long now)
    {
        var course = selector.Of(deed);
        return now == facts.Now ? course.Holds : course.Holds != (course.Turns().TakeWhile(turn => turn <= now).Count() % 2 == 1);
    }

    private IEnumerable<(string Key, Chain Chain)> Steps(Deed deed, Dictionary<string, Chain?[]> latest, long now)
    {
        if (Key(deed) is not { } key || period.Of(deed.At).Count == 0)
        {
            yield break;
        }

        latest.TryGetValue(key, out var chains);
        for (var step = 0; step < steps.Length; step++)
        {
            var before = step == 0 ? null : chains?[step - 1];
            if ((step == 0 || (before is not null && !(sequence.Then[step - 1].Within is { } within && deed.At > before.Deed.At + within.Microseconds))) && Is(steps[step], deed, now))
            {
                yield return (key, new Chain(deed, before));
            }
        }
    }

    private string? Key(Deed deed) => sequence.SameProperty is not { } same ? string.Empty : RawValue.Property(deed.Call, same.Segments).Text();

    private bool IsInPeriod(Chain chain, long now) =>
        Together(chain).Any(stretch => stretch.From <= now && stretch.To > now);

    // While both ends of it lie in the period.
    private IEnumerable<(long From, long To)> Together(Chain chain) => period.Of(chain.Start.At)
        .SelectMany(_ => period.Of(chain.Deed.At), (first, last) => (From: Math.Max(first.From, last.From), To: Math.Min(first.To, last.To)))
        .Where(stretch => stretch.From < stretch.To);

    // From when on it counts, apart from the period; null when it never does.
    private long? From(Chain chain, string key, List<long> breaks, List<(long At, string? Key)> missed)
    {
        var place = breaks.BinarySearch(chain.Start.At + 1);
        place = place < 0 ? ~place : First(breaks, place);
        if (place < breaks.Count && breaks[place] < chain.Deed.At)
        {
            return null;
        }

        if (sequence.Absence is { } wanted)
        {
            var end = chain.Deed.At + wanted.Within.Microseconds;
            if (missed.Exists(other => other.At > chain.Deed.At && other.At <= end && other.Key == key))
            {
                return null;
            }

            return end;
        }

        return chain.Deed.At;
    }

    private static int First(List<long> sorted, int place)
    {
        while (place > 0 && sorted[place - 1] == sorted[place])
        {
            place--;
        }

        return place;
    }
}

/// <summary>The choices of events that a sequence was found with.</summary>
/// <param name="Complete">Those with all steps, and the instants from and to which they count.</param>
/// <param name="Farthest">Of those that lie in the period now, the one with most steps, the latest of several.</param>
internal sealed record SequenceMatches(IReadOnlyList<(Chain Chain, long From, long To)> Complete, Chain? Farthest);
