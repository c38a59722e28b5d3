namespace Tessera.Server.Ingestion.Tracking;

/// <summary>The number by which the records of one customer find the same partition: a hash that never changes.</summary>
internal static class RecordKey
{
    private const ulong OffsetBasis = 0xcbf29ce484222325;
    private const ulong Prime = 0x100000001b3;

    /// <summary>FNV-1a of workspace and identifier, its bits mixed as in MurmurHash3 so that each of them counts.</summary>
    public static ulong Of(ReadOnlySpan<byte> workspace, ReadOnlySpan<byte> identifier) =>
        Mix(Hash(Hash(Hash(OffsetBasis, workspace), [0x1f]), identifier));

    private static ulong Hash(ulong hash, ReadOnlySpan<byte> bytes)
    {
        foreach (var one in bytes)
        {
            hash = unchecked((hash ^ one) * Prime);
        }

        return hash;
    }

    private static ulong Mix(ulong hash)
    {
        unchecked
        {
            hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
            hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
            return hash ^ (hash >> 33);
        }
    }
}
