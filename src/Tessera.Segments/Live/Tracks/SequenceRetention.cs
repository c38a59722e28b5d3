namespace Tessera.Segments.Live.Tracks;

/// <summary>
/// The events of a sequence that the period reaches, but those that neighbours of their kind stand in for: where it only matters whether there is one within a length of
/// time after something (or before it), one between two that are no farther apart than that is never missed.
/// </summary>
/// <remarks>State: linear in the events, of frequent ones two for each such length of time.</remarks>
internal sealed class SequenceRetention(LivePeriod period) : Retention
{
    private readonly List<(int Bit, long Within)> replaceable = [];

    internal override string Name => $"sequence {period.Name}";

    /// <summary>Events that are only this (a last step, a first one, or what must not follow) stand in for one another within a length of time.</summary>
    internal void Thin(int bit, long within) => replaceable.Add((bit, within));

    internal override void Prune(Track track, long now)
    {
        track.RemoveFirst(track.CountBefore(period.Oldest(now)));
        var past = track.CountBefore(now + 1);
        if (replaceable.Count == 0 || past < 3 || past == track.Thinned)
        {
            return;
        }

        var isDropped = past <= 512 ? stackalloc bool[past] : new bool[past];
        foreach (var (bit, within) in replaceable)
        {
            // Both neighbours are of the kind too; the one before is one that is kept.
            var (before, candidate) = (-1, -1);
            for (var index = 0; index < past; index++)
            {
                if (!track.Bit(index, bit))
                {
                    continue;
                }

                if (candidate >= 0)
                {
                    if (before >= 0 && track.Word(candidate, 0) == 1UL << bit && track.Time(index) - track.Time(before) <= within)
                    {
                        isDropped[candidate] = true;
                    }
                    else
                    {
                        before = candidate;
                    }
                }

                candidate = index;
            }
        }

        track.Thinned = track.Drop(isDropped);
    }
}
