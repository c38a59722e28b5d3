using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Tessera.Server.Pipeline.Contracts;

/// <summary>The ids of the last messages of a partition of the log, by which one that is sent again is recognised.</summary>
/// <remarks>
/// Exactly the last <see cref="Kept"/> messages that were new are known, however long ago they came. So whether a call counts is a function of the calls before it in its partition:
/// whoever reads the log, from wherever it goes on, comes to the same. About 25 bytes a message, 50 at most while the window grows. For one thread.
/// </remarks>
internal sealed class MessageWindow
{
    /// <summary>How many messages of a partition are remembered.</summary>
    public const int Kept = 1_000_000;

    private const int FirstCapacity = 1024;
    private const int MostOnStack = 512;
    private const byte Separator = 0x1f;

    private readonly int kept;
    private UInt128[] messages;

    // Places in the array above, one added, by the low bits of the id and from there on; 0 where there is none. At most half of it is taken.
    private int[] places;
    private int count;
    private int oldest;

    /// <summary>Remembers nothing yet.</summary>
    /// <param name="kept">How many messages are to be remembered.</param>
    public MessageWindow(int kept = Kept)
    {
        this.kept = kept;
        messages = new UInt128[Math.Min(FirstCapacity, kept)];
        places = new int[PlacesFor(messages.Length)];
    }

    /// <summary>The id of a message inside all workspaces: the first 128 bits of SHA-256 over workspace and message id.</summary>
    public static UInt128 IdOf(string workspace, string messageId)
    {
        var most = Encoding.UTF8.GetMaxByteCount(workspace.Length) + 1 + Encoding.UTF8.GetMaxByteCount(messageId.Length);
        var text = most <= MostOnStack ? stackalloc byte[MostOnStack] : new byte[most];
        var length = Encoding.UTF8.GetBytes(workspace, text);
        text[length++] = Separator;
        length += Encoding.UTF8.GetBytes(messageId, text[length..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..length], hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    /// <summary>Remembers a message, in place of the oldest when the window is full; false when it is known already.</summary>
    public bool Add(UInt128 message)
    {
        if (places[PlaceOf(message)] != 0)
        {
            return false;
        }

        if (count == kept)
        {
            Forget(messages[oldest]);
            Put(message, oldest);
            oldest = oldest + 1 == kept ? 0 : oldest + 1;
            return true;
        }

        if (count == messages.Length)
        {
            Grow();
        }

        Put(message, count++);
        return true;
    }

    private static int PlacesFor(int capacity) => (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)capacity * 2);

    private static int Begin(UInt128 message, int mask) => (int)((uint)(ulong)(message & uint.MaxValue) & (uint)mask);

    private void Put(UInt128 message, int index)
    {
        messages[index] = message;
        places[PlaceOf(message)] = index + 1;
    }

    // Where the message is, or else the empty place where it belongs.
    private int PlaceOf(UInt128 message)
    {
        var mask = places.Length - 1;
        var place = Begin(message, mask);
        while (places[place] != 0 && messages[places[place] - 1] != message)
        {
            place = (place + 1) & mask;
        }

        return place;
    }

    // Those behind it move up that would not be found any more.
    private void Forget(UInt128 message)
    {
        var mask = places.Length - 1;
        var empty = PlaceOf(message);
        for (var place = (empty + 1) & mask; places[place] != 0; place = (place + 1) & mask)
        {
            var begin = Begin(messages[places[place] - 1], mask);
            if (((place - begin) & mask) >= ((place - empty) & mask))
            {
                places[empty] = places[place];
                empty = place;
            }
        }

        places[empty] = 0;
    }

    private void Grow()
    {
        Array.Resize(ref messages, (int)Math.Min(kept, messages.Length * 2L));
        places = new int[PlacesFor(messages.Length)];
        for (var index = 0; index < count; index++)
        {
            places[PlaceOf(messages[index])] = index + 1;
        }
    }
}
