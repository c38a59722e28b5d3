namespace Tessera.Server.Imports.Orders;

/// <summary>Remembers orders by their 64-bit hashes, in at most 32 MiB.</summary>
internal sealed class OrderSet
{
    /// <summary>How many orders it holds at most.</summary>
    public const int Capacity = 1 << 21;

    private ulong[] slots = new ulong[1 << 12];
    private int count;

    /// <summary>Whether no more orders can be added.</summary>
    public bool IsFull => count >= Capacity;

    /// <summary>Adds an order.</summary>
    /// <returns>Whether it is a new one; an order whose hash is another's is not.</returns>
    public bool Add(ulong hash)
    {
        // Zero marks a free slot.
        hash = hash == 0 ? 1 : hash;
        if (count * 2 >= slots.Length)
        {
            var old = slots;
            slots = new ulong[old.Length * 2];
            foreach (var known in old.Where(known => known != 0))
            {
                Place(known);
            }
        }

        var isNew = Place(hash);
        count += isNew ? 1 : 0;
        return isNew;
    }

    private bool Place(ulong hash)
    {
        var mask = (ulong)(slots.Length - 1);
        for (var at = hash & mask; ; at = (at + 1) & mask)
        {
            if (slots[at] == 0)
            {
                slots[at] = hash;
                return true;
            }

            if (slots[at] == hash)
            {
                return false;
            }
        }
    }
}
