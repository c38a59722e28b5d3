using System.Buffers.Binary;

namespace Tessera.Server.Segments.Live;

/// <summary>The order in which the engine sorts ids: by their second half, then by their first, each as a number.</summary>
internal sealed class EngineOrder : IComparer<Guid>
{
    private const int Half = 8;

    private EngineOrder()
    {
    }

    public static EngineOrder Instance { get; } = new();

    public int Compare(Guid x, Guid y)
    {
        Span<byte> left = stackalloc byte[2 * Half];
        Span<byte> right = stackalloc byte[2 * Half];
        x.TryWriteBytes(left, bigEndian: true, out _);
        y.TryWriteBytes(right, bigEndian: true, out _);
        var bySecond = Number(left[Half..]).CompareTo(Number(right[Half..]));
        return bySecond != 0 ? bySecond : Number(left).CompareTo(Number(right));
    }

    private static ulong Number(ReadOnlySpan<byte> half) => BinaryPrimitives.ReadUInt64BigEndian(half);
}
