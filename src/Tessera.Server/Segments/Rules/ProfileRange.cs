using System.Buffers.Binary;

namespace Tessera.Server.Segments.Rules;

/// <summary>A part of all customers: those whose profile id, a hash, lies in a stretch of the engine's order.</summary>
/// <param name="From">The first profile id; null for no bound.</param>
/// <param name="Before">The first that comes after the part; null for no bound.</param>
internal readonly record struct ProfileRange(Guid? From, Guid? Before)
{
    // The second half of a UUID begins with the bits 10, and it is what the engine orders UUIDs by.
    private const ulong First = 0x8000_0000_0000_0000;
    private const ulong Width = 0x4000_0000_0000_0000;

    /// <summary>So many parts, about alike in size, that everybody is in one of.</summary>
    /// <param name="count">How many, a power of two.</param>
    public static IEnumerable<ProfileRange> Parts(int count) =>
        Enumerable.Range(0, count).Select(part => new ProfileRange(part == 0 ? null : Start(part, count), part == count - 1 ? null : Start(part + 1, count)));

    /// <summary>Those of the part that come after a customer in that order; null when there can be none.</summary>
    /// <param name="profile">The customer; the empty id comes before all.</param>
    public ProfileRange? After(Guid profile) => profile == Guid.Empty || (From is { } from && Place(from) > Place(profile)) ? this
        : Before is { } before && Place(before) < Place(profile) ? null
        : this with { From = profile };

    // Where it comes in the engine's order, as far as parts begin there.
    private static ulong Place(Guid profile)
    {
        Span<byte> bytes = stackalloc byte[16];
        return profile.TryWriteBytes(bytes, bigEndian: true, out _) ? BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]) : 0;
    }

    private static Guid Start(int part, int count)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], First + ((ulong)part * (Width / (ulong)count)));
        return new Guid(bytes, bigEndian: true);
    }
}
