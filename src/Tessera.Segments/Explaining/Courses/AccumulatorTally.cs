namespace Tessera.Segments.Explaining.Courses;

/// <summary>Deeds of several slots, each with its own accumulator, and a question about them all.</summary>
internal sealed class AccumulatorTally(IReadOnlyList<Accumulator> slots, Func<long, bool> holds) : ITally
{
    public void Fill(IEnumerable<Stay> stays)
    {
        foreach (var slot in stays.GroupBy(stay => stay.Slot))
        {
            slots[slot.Key].Fill(slot.Select(stay => stay.Deed));
        }
    }

    public void Move(Stay stay, bool comes) => slots[stay.Slot].Move(stay.Deed, comes);

    public bool Holds(long now) => holds(now);
}
