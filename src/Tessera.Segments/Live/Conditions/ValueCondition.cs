using Tessera.Segments.Live.Tracks;
using Tessera.Segments.Live.Values;

namespace Tessera.Segments.Live.Conditions;

/// <summary>A value as it was last set: a trait, the company's, the context's, a consent, a computed value. State: of the call that set it, its time, id and whether the value passes.</summary>
/// <param name="plan">What is kept.</param>
/// <param name="name">The bit that says whether an entry sets it; null when every entry does.</param>
/// <param name="test">The test of an entry.</param>
/// <param name="ifMissing">The answer when it was never set.</param>
internal sealed class ValueCondition(TrackPlan plan, int? name, EntryFilter test, bool ifMissing) : LiveCondition(plan)
{
    internal override bool Holds(in LiveFrame frame, ref Clock clock)
    {
        var track = frame.Open(plan, clock.Now);
        var past = track.CountBefore(clock.Now + 1);
        clock.Consider(past < track.Count ? track.Time(past) : Clock.Never);
        for (var index = past - 1; index >= 0; index--)
        {
            if (name is not { } bit || track.Bit(index, bit))
            {
                return test.Holds(track, index, ref clock);
            }
        }

        return ifMissing;
    }
}

/// <summary>A value has been the same for a length of time. State: whether it was, of each call in that time that set it, and of the one before.</summary>
internal sealed class HeldCondition(TrackPlan plan, int name, EntryFilter test, long length) : LiveCondition(plan)
{
    internal override bool Holds(in LiveFrame frame, ref Clock clock)
    {
        var track = frame.Open(plan, clock.Now);
        var past = track.CountBefore(clock.Now + 1);
        clock.Consider(past < track.Count ? track.Time(past) : Clock.Never);
        var since = Clock.Never;
        for (var index = past - 1; index >= 0; index--)
        {
            if (track.Bit(index, name))
            {
                if (!test.Holds(track, index, ref clock))
                {
                    break;
                }

                since = track.Time(index);
                if (since <= clock.Now - length)
                {
                    return true;
                }
            }
        }

        clock.Consider(since == Clock.Never ? since : since + length);
        return false;
    }
}
