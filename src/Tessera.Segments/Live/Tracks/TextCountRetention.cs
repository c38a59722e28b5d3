namespace Tessera.Segments.Live.Tracks;

/// <summary>For a fixed stretch of time: how often there was each text, as the number of its first entry. What lies in the future is kept apart.</summary>
/// <remarks>State: linear in the number of different texts.</remarks>
internal sealed class TextCountRetention : Retention
{
    internal override string Name => "text counts";

    internal override void Prune(Track track, long now)
    {
        var past = track.CountBefore(now + 1);
        if (past < 2)
        {
            return;
        }

        Dictionary<string, int> places = new(StringComparer.Ordinal);
        var to = 0;
        for (var index = 0; index < track.Count; index++)
        {
            if (index < past && !places.TryAdd(track.Text(index), to))
            {
                var place = places[track.Text(index)];
                track.SetNumber(place, track.Number(place) + track.Number(index));
            }
            else
            {
                track.Move(index, to++);
            }
        }

        track.Truncate(to);
    }
}
