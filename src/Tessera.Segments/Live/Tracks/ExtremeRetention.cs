namespace Tessera.Segments.Live.Tracks;

/// <summary>For the least or greatest number: the entries that no later one equals or beats, since those will leave the period first.</summary>
/// <remarks>State: one entry of a fixed period; of a rolling one as many as are in falling order, which are few unless numbers only fall.</remarks>
internal sealed class ExtremeRetention(LivePeriod period, bool isMinimum) : Retention
{
    internal override string Name => $"extreme {period.Name} {isMinimum}";

    internal override void Prune(Track track, long now)
    {
        track.RemoveFirst(track.CountBefore(period.Oldest(now)));
        var past = track.CountBefore(now + 1);
        if (past < 2 || past == track.Thinned)
        {
            return;
        }

        var (kept, count) = (0, track.Count);
        for (var index = 0; index < past; index++)
        {
            var number = track.Number(index);
            while (kept > 0 && (isMinimum ? track.Number(kept - 1) >= number : track.Number(kept - 1) <= number))
            {
                kept--;
            }

            track.Move(index, kept++);
        }

        kept = period.IsFixed ? 1 : kept;
        for (var index = past; index < count; index++)
        {
            track.Move(index, kept + index - past);
        }

        track.Truncate(kept + count - past);
        track.Thinned = kept;
    }
}
