using System.Globalization;

namespace Tessera.Segments.Live.Tracks;

/// <summary>
/// Values that a later entry replaces, name by name: the bit of a name says whether the entry sets it. An entry goes when later ones set all of its
/// names; where it is asked how long a value has been held, only when those are older than that.
/// </summary>
/// <remarks>State: at most one entry for each name, and the entries of the length of time asked about.</remarks>
internal sealed class ReplacedRetention : Retention
{
    private readonly List<(int Bit, long Memory)> names = [];
    private bool remembers;

    internal override string Name => "replaced " + string.Join(' ', names.Select(name => string.Create(CultureInfo.InvariantCulture, $"{name.Bit}x{name.Memory}")));

    /// <summary>Adds a name, by the bit that says whether an entry sets it, and for how long it is asked what it has been; 0 when it is not.</summary>
    internal void Keep(int bit, long memory)
    {
        remembers |= memory > 0;
        var known = names.FindIndex(name => name.Bit == bit);
        if (known < 0)
        {
            names.Add((bit, memory));
        }
        else
        {
            names[known] = (bit, Math.Max(memory, names[known].Memory));
        }
    }

    internal override void Prune(Track track, long now)
    {
        var past = track.CountBefore(now + 1);
        if (past < 2 || (past == track.Thinned && !remembers))
        {
            return;
        }

        Span<bool> isReplaced = stackalloc bool[names.Count];
        var isDropped = past <= 256 ? stackalloc bool[past] : new bool[past];
        for (var index = past - 1; index >= 0; index--)
        {
            isDropped[index] = true;
            for (var name = 0; name < names.Count; name++)
            {
                if (!isReplaced[name] && track.Bit(index, names[name].Bit))
                {
                    isDropped[index] = false;
                    isReplaced[name] = track.Time(index) <= now - names[name].Memory;
                }
            }
        }

        track.Thinned = track.Drop(isDropped);
    }
}
