namespace Tessera.Segments.Live.Tracks;

/// <summary>For a fixed stretch of time: how many entries there were and what their numbers come to. Only what lies in the future is kept apart.</summary>
/// <remarks>State: two numbers.</remarks>
internal sealed class FoldRetention : Retention
{
    internal override string Name => "fold";

    internal override void Prune(Track track, long now)
    {
        var past = track.CountBefore(now + 1);
        if (track.Shape.HasNumbers)
        {
            for (var index = 0; index < past; index++)
            {
                track.FoldedSum += track.Number(index);
            }
        }

        track.FoldedCount += past;
        track.RemoveFirst(past);
    }
}
