namespace Tessera.Segments.Explaining.Courses;

/// <summary>Deeds of several slots, each with its own accumulator, and a question about them all.</summary>
internal sealed class AccumulatorTally(IReadOnlyList<Accumulator> slots, Func<long, bool> holds) : ITally
{
    public void Fill(IEnumerable<Stay> stays)
    {
        var deeds = new List<Deed>?[slots.Count];
        foreach (var stay in stays)
        {
            (deeds[stay.Slot] ??= []).Add(stay.Deed);
        }

        for (var slot = 0; slot < deeds.Length; slot++)
        {
            if (deeds[slot] is { } some)
            {
                slots[slot].Fill(some);
            }
        }
    }

    public void Move(Stay stay, bool comes) => slots[stay.Slot].Move(stay.Deed, comes);

    public bool Holds(long now) => holds(now);
}
