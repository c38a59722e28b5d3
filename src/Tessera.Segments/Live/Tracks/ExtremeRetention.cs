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
        if (past < 2)
        {
            return;
        }

        var isKept = new bool[past];
        var best = -1;
        for (var index = past - 1; index >= 0; index--)
        {
            if (best < 0 || (isMinimum ? track.Number(index) < track.Number(best) : track.Number(index) > track.Number(best)))
            {
                if (period.IsFixed && best >= 0)
                {
                    isKept[best] = false;
                }

                isKept[index] = true;
                best = index;
            }
        }

        var to = 0;
        for (var index = 0; index < track.Count; index++)
        {
            if (index >= past || isKept[index])
            {
                track.Move(index, to++);
            }
        }

        track.Truncate(to);
    }
}
