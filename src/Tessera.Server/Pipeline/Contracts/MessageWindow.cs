using System.Security.Cryptography;
using System.Text;

namespace Tessera.Server.Pipeline.Contracts;

/// <summary>The ids of the messages that a partition saw last, by which one that is sent again is recognised.</summary>
/// <remarks>
/// Two generations of at most <see cref="Kept"/> ids: when the younger is full, the older is forgotten. So at least the last
/// <see cref="Kept"/> messages of a partition are known, and at most twice as many, in 32 to 64 bytes each.
/// </remarks>
internal sealed class MessageWindow
{
    /// <summary>How many messages of a partition are remembered at least.</summary>
    public const int Kept = 250_000;

    private HashSet<UInt128> younger = [];
    private HashSet<UInt128> older = [];

    /// <summary>The id of a message inside all workspaces: the first 128 bits of SHA-256 over workspace and message id.</summary>
    public static UInt128 IdOf(string workspace, string messageId)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{workspace}\u001f{messageId}"), hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    /// <summary>Remembers a message; false when it is known already.</summary>
    public bool Add(UInt128 message)
    {
        if (older.Contains(message) || !younger.Add(message))
        {
            return false;
        }

        if (younger.Count >= Kept)
        {
            (older, younger) = (younger, []);
        }

        return true;
    }
}
