using System.Buffers.Binary;

namespace Tessera.Server.Segments.Rules.Previewing;

/// <summary>A part of all customers that is always the same and stands for the whole: those whose profile id, a hash, is small.</summary>
/// <param name="Halvings">How often the whole was halved; 0: everybody.</param>
internal readonly record struct ProfileSample(int Halvings)
{
    /// <summary>Everybody.</summary>
    public static ProfileSample Everybody { get; }

    private const int MostHalvings = 20;

    // The second half of a UUID begins with the bits 10, and it is what the engine orders UUIDs by.
    private const ulong First = 0x8000_0000_0000_0000;
    private const ulong Range = 0x4000_0000_0000_0000;

    /// <summary>How many customers each of the sample stands for.</summary>
    public long Weight => 1L << Halvings;

    /// <summary>The first profile id, in the engine's order, that is not in the sample; null when all are.</summary>
    public Guid? Before
    {
        get
        {
            if (Halvings == 0)
            {
                return null;
            }

            Span<byte> bytes = stackalloc byte[16];
            bytes.Clear();
            BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], First + (Range >> Halvings));
            return new Guid(bytes, bigEndian: true);
        }
    }

    /// <summary>The largest sample in which no more than a given work is done.</summary>
    /// <param name="work">What the whole takes.</param>
    /// <param name="budget">What the sample may take.</param>
    public static ProfileSample For(long work, long budget)
    {
        var halvings = 0;
        while (work >> halvings > budget && halvings < MostHalvings)
        {
            halvings++;
        }

        return new ProfileSample(halvings);
    }
}
