namespace Tessera.Segments.Live.Tracks;

/// <summary>For a fixed stretch of time: how often there was each text, as the number of its first entry. What lies in the future is kept apart.</summary>
/// <remarks>State: linear in the number of different texts.</remarks>
internal sealed class TextCountRetention : Retention
{
    internal override string Name => "text counts";

    internal override void Prune(Track track, long now)
    {
        var past = track.CountBefore(now + 1);
        if (past < 2 || past == track.Thinned)
        {
            return;
        }

        var isDropped = past <= 256 ? stackalloc bool[past] : new bool[past];
        Dictionary<string, int> places = new(StringComparer.Ordinal);
        for (var index = 0; index < past; index++)
        {
            isDropped[index] = !places.TryAdd(track.Text(index), index);
            if (isDropped[index])
            {
                var place = places[track.Text(index)];
                track.SetNumber(place, track.Number(place) + track.Number(index));
            }
        }

        track.Thinned = track.Drop(isDropped);
    }
}
