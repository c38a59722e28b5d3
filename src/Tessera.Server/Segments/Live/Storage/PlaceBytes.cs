using System.Buffers.Binary;

namespace Tessera.Server.Segments.Live.Storage;

/// <summary>Positions, profiles and instants as they stand in the file.</summary>
internal static class PlaceBytes
{
    private const int PlaceLength = sizeof(int) + sizeof(long);

    public static byte[] Write(long[] positions)
    {
        var bytes = new byte[positions.Length * sizeof(long)];
        for (var index = 0; index < positions.Length; index++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(index * sizeof(long)), positions[index]);
        }

        return bytes;
    }

    public static long[] Positions(byte[] bytes) =>
        [.. Enumerable.Range(0, bytes.Length / sizeof(long)).Select(index => BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(index * sizeof(long))))];

    public static byte[] Write(IReadOnlyList<LogPlace> places)
    {
        var bytes = new byte[places.Count * PlaceLength];
        for (var index = 0; index < places.Count; index++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(index * PlaceLength), places[index].Partition);
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan((index * PlaceLength) + sizeof(int)), places[index].Position);
        }

        return bytes;
    }

    public static List<LogPlace> Places(byte[] bytes) =>
    [
        .. Enumerable.Range(0, bytes.Length / PlaceLength).Select(index => new LogPlace(
            BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(index * PlaceLength)), BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan((index * PlaceLength) + sizeof(int))))),
    ];

    public static byte[] Write(Guid profile) => profile.ToByteArray(bigEndian: true);

    public static Guid Profile(byte[] bytes) => new(bytes, bigEndian: true);

    public static long Write(DateTimeOffset instant) => (instant - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset Instant(long microseconds) => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);
}
