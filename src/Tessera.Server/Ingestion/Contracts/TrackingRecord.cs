using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace Tessera.Server.Ingestion.Contracts;

/// <summary>One tracking call, or one refusal, as it stands in the log.</summary>
/// <remarks>
/// The layout, little endian: version (1 byte), type (1), received (8, microseconds since 1970), happened (8), seven slices of
/// the JSON text (28), length and bytes of a generated message id (1 + n), of the workspace (1 + n), of the source (2 + n), of a context that the
/// whole batch shares (4 + n), then the JSON text as it was sent. A refusal has its reason and field in place of the context.
/// </remarks>
internal sealed class TrackingRecord
{
    /// <summary>The version that is written.</summary>
    public const byte Version = 1;

    /// <summary>Bytes before the texts.</summary>
    public const int HeaderBytes = 18 + (SliceCount * sizeof(uint));

    private const int SliceCount = 7;

    // Most calls come from where the one before came from.
    [ThreadStatic]
    private static (byte[] Utf8, string Text)? lastWorkspace;

    [ThreadStatic]
    private static (byte[] Utf8, string Text)? lastSource;

    private readonly ReadOnlyMemory<byte> json;
    private readonly Slices slices;

    /// <summary>Reads a record.</summary>
    /// <exception cref="InvalidDataException">The bytes are no record of a version that is known.</exception>
    public TrackingRecord(ReadOnlyMemory<byte> bytes)
    {
        var span = bytes.Span;
        if (span.Length < HeaderBytes || span[0] != Version)
        {
            throw new InvalidDataException("The event log holds a record that this version of Tessera does not know.");
        }

        Type = (CallType)span[1];
        ReceivedAt = Instant(span[2..]);
        Time = Instant(span[10..]);
        for (var index = 0; index < SliceCount; index++)
        {
            slices[index] = new TextSlice(BinaryPrimitives.ReadUInt32LittleEndian(span[(18 + (index * sizeof(uint)))..]));
        }

        var offset = HeaderBytes;
        var generatedId = Take(bytes, ref offset, sizeof(byte));
        Workspace = TextOf(Take(bytes, ref offset, sizeof(byte)).Span, ref lastWorkspace);
        Source = TextOf(Take(bytes, ref offset, sizeof(ushort)).Span, ref lastSource);
        var further = Take(bytes, ref offset, sizeof(int));
        json = bytes[offset..];
        if (Type == CallType.Rejected)
        {
            var reason = Encoding.UTF8.GetString(further.Span).Split('\n', 2);
            (Reason, Field) = (reason[0], reason[1]);
        }
        else
        {
            SharedContext = further;
        }

        MessageId = slices[0].IsAbsent ? Encoding.UTF8.GetString(generatedId.Span) : slices[0].Text(json.Span);
    }

    /// <summary>What kind of call it is; <see cref="CallType.Rejected"/> when it is none.</summary>
    public CallType Type { get; }

    /// <summary>When it was received.</summary>
    public DateTimeOffset ReceivedAt { get; }

    /// <summary>When it happened, by the server's clock.</summary>
    public DateTimeOffset Time { get; }

    /// <summary>The workspace that its write key belongs to.</summary>
    public string Workspace { get; }

    /// <summary>The source that its write key belongs to.</summary>
    public string Source { get; }

    /// <summary>Its id, the sender's or a generated one. Empty for a refusal.</summary>
    public string MessageId { get; }

    /// <summary>The customer's user id, or empty.</summary>
    public string UserId => slices[1].Text(json.Span);

    /// <summary>The customer's anonymous id, or empty.</summary>
    public string AnonymousId => slices[2].Text(json.Span);

    /// <summary>The event's or page's name, or empty.</summary>
    public string Name => slices[3].Text(json.Span);

    /// <summary>The group of a group call, the previous id of an alias call, or empty.</summary>
    public string OtherId => slices[4].Text(json.Span);

    /// <summary>Properties, or traits, as a JSON object; empty when there are none.</summary>
    public ReadOnlyMemory<byte> Properties => slices[5].Of(json);

    /// <summary>The call's own context as a JSON object; empty when it has none.</summary>
    public ReadOnlyMemory<byte> Context => slices[6].Of(json);

    /// <summary>The context of the whole batch as a JSON object; empty when it has none.</summary>
    public ReadOnlyMemory<byte> SharedContext { get; }

    /// <summary>The JSON text as it was sent, or as <see cref="PlainJson"/> where that was ambiguous. Of a refusal: its beginning as it was sent.</summary>
    public ReadOnlyMemory<byte> Json => json;

    /// <summary>Why it was refused.</summary>
    public string Reason { get; } = string.Empty;

    /// <summary>Which field was to blame, or empty.</summary>
    public string Field { get; } = string.Empty;

    /// <summary>What stands in the log in place of a record that was erased: its workspace and when it was received.</summary>
    public static byte[] ErasedOf(TrackingRecord record)
    {
        var workspace = Encoding.UTF8.GetBytes(record.Workspace);
        var bytes = new byte[HeaderBytes + sizeof(byte) + sizeof(byte) + workspace.Length + sizeof(ushort) + sizeof(int)];
        bytes[0] = Version;
        bytes[1] = (byte)CallType.Erased;
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(2), (record.ReceivedAt - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond);
        bytes[HeaderBytes + sizeof(byte)] = (byte)workspace.Length;
        workspace.CopyTo(bytes, HeaderBytes + sizeof(byte) + sizeof(byte));
        return bytes;
    }

    private static string TextOf(ReadOnlySpan<byte> utf8, ref (byte[] Utf8, string Text)? last)
    {
        if (last is not var (known, text) || !utf8.SequenceEqual(known))
        {
            text = Encoding.UTF8.GetString(utf8);
            last = (utf8.ToArray(), text);
        }

        return text;
    }

    private static DateTimeOffset Instant(ReadOnlySpan<byte> span) =>
        DateTimeOffset.UnixEpoch.AddTicks(BinaryPrimitives.ReadInt64LittleEndian(span) * TimeSpan.TicksPerMicrosecond);

    private static ReadOnlyMemory<byte> Take(ReadOnlyMemory<byte> bytes, ref int offset, int lengthBytes)
    {
        var span = bytes.Span[offset..];
        var length = lengthBytes switch
        {
            sizeof(byte) => span[0],
            sizeof(ushort) => BinaryPrimitives.ReadUInt16LittleEndian(span),
            _ => BinaryPrimitives.ReadInt32LittleEndian(span),
        };
        var text = bytes.Slice(offset + lengthBytes, length);
        offset += lengthBytes + length;
        return text;
    }

    [InlineArray(SliceCount)]
    private struct Slices
    {
        private TextSlice first;
    }
}
