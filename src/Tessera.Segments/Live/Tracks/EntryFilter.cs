using Tessera.Segments.Live.Values;

namespace Tessera.Segments.Live.Tracks;

/// <summary>A question about one entry of a track, answered from what the track keeps of it; the answer may change as time passes. A closed family.</summary>
internal abstract class EntryFilter
{
    /// <summary>Whether it holds now; tells the clock when that may change.</summary>
    internal abstract bool Holds(Track track, int index, ref Clock clock);
}

/// <summary>What was found out when the entry came.</summary>
internal sealed class BitFilter(int slot) : EntryFilter
{
    internal int Slot => slot;

    internal override bool Holds(Track track, int index, ref Clock clock) => track.Bit(index, slot);
}

/// <summary>An instant that the entry tells passes a test.</summary>
internal sealed class DateFilter(int slot, ValueCheck check) : EntryFilter
{
    internal override bool Holds(Track track, int index, ref Clock clock) => track.Date(index, slot) is var date && date != Track.NoDate && check.Passes(date, ref clock);
}

/// <summary>All hold, or any does.</summary>
internal sealed class JoinedFilter(EntryFilter[] parts, bool isAny) : EntryFilter
{
    // All parts are asked, since each may change the answer later.
    internal override bool Holds(Track track, int index, ref Clock clock)
    {
        var found = !isAny;
        foreach (var part in parts)
        {
            found = part.Holds(track, index, ref clock) == isAny ? isAny : found;
        }

        return found;
    }
}

/// <summary>The other does not hold.</summary>
internal sealed class DeniedFilter(EntryFilter operand) : EntryFilter
{
    internal override bool Holds(Track track, int index, ref Clock clock) => !operand.Holds(track, index, ref clock);
}
