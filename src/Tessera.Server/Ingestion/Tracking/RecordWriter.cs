using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Tessera.Server.Ingestion.Contracts;
using Tessera.Server.Ingestion.Sources;

namespace Tessera.Server.Ingestion.Tracking;

/// <summary>Writes calls and refusals into a batch for the log, in the layout of <see cref="TrackingRecord"/>.</summary>
internal sealed class RecordWriter(TimeProvider time)
{
    /// <summary>Writes every call of a body, the ones that are refused as refusals.</summary>
    /// <param name="batch">Where to.</param>
    /// <param name="source">Where they come from.</param>
    /// <param name="body">The body that was parsed.</param>
    /// <param name="parsed">What was found in it.</param>
    /// <param name="receivedAt">When it was received.</param>
    /// <returns>The calls that were refused, by their place in the body.</returns>
    public IReadOnlyList<RefusedCall> Write(LogBatch batch, Source source, ReadOnlySpan<byte> body, ParsedBody parsed, DateTimeOffset receivedAt)
    {
        List<RefusedCall>? refused = null;
        var calls = parsed.Calls;
        for (var index = 0; index < calls.Length; index++)
        {
            var call = calls[index];
            var happened = ClockCorrection.Correct(call.OriginalTimestamp ?? call.Timestamp, call.SentAt ?? parsed.SentAt, receivedAt);
            if (happened < TrackingLimits.Earliest || happened >= TrackingLimits.End)
            {
                call.Refuse("timestamp is not between the years 1900 and 2262", "timestamp");
            }

            if (parsed.SharedProblem is var (sharedReason, sharedField))
            {
                call.Refuse(sharedReason, sharedField);
            }

            var json = body.Slice(call.Start, call.Length);
            if (call.Reason is { } reason)
            {
                WriteRefusal(batch, source, json, reason, call.Field!, receivedAt);
                (refused ??= []).Add(new RefusedCall(index, reason, call.Field!));
            }
            else if (call.IsAmbiguous)
            {
                var plain = PlainJson.Rewrite(json, TrackingLimits.Depth);
                WriteCall(batch, source, plain, ParsedBody.Reread(plain, call.Type), parsed.SharedContextIn(body), happened, receivedAt);
            }
            else
            {
                WriteCall(batch, source, json, call, parsed.SharedContextIn(body), happened, receivedAt);
            }
        }

        return refused ?? [];
    }

    /// <summary>Writes something that could not be read at all.</summary>
    public static void WriteRefusal(
        LogBatch batch, Source source, ReadOnlySpan<byte> json, string reason, string field, DateTimeOffset receivedAt)
    {
        WriteHeader(batch, CallType.Rejected, receivedAt, receivedAt, default, source, [], Encoding.UTF8.GetBytes($"{reason}\n{field}"));
        batch.Write(json[..Math.Min(json.Length, TrackingLimits.CallBytes)]);

        // Refusals have no customer; they are spread by what they are.
        batch.Complete(RecordKey.Of(source.WorkspaceBytes, json[..Math.Min(json.Length, 256)]));
    }

    private void WriteCall(
        LogBatch batch, Source source, ReadOnlySpan<byte> json, in ParsedCall call, ReadOnlySpan<byte> sharedContext, DateTimeOffset happened, DateTimeOffset receivedAt)
    {
        Span<byte> generatedId = stackalloc byte[36];
        if (call.MessageId.IsAbsent)
        {
            Guid.CreateVersion7(time.GetUtcNow()).TryFormat(generatedId, out _);
        }

        ReadOnlySpan<TextSlice> slices =
        [
            call.MessageId,
            call.UserId,
            call.AnonymousId,
            call.Type == CallType.Track ? call.Event : call.Name,
            call.Type == CallType.Group ? call.GroupId : call.PreviousId,
            call.Type is CallType.Identify or CallType.Group ? call.Traits : call.Properties,
            call.Context,
        ];
        WriteHeader(batch, call.Type, receivedAt, happened, slices, source, call.MessageId.IsAbsent ? generatedId : [], sharedContext);
        batch.Write(json);
        batch.Complete(RecordKey.Of(source.WorkspaceBytes, (call.UserId.IsAbsent ? call.AnonymousId : call.UserId).Utf8(json)));
    }

    private static void WriteHeader(
        LogBatch batch, CallType type, DateTimeOffset receivedAt, DateTimeOffset happened, ReadOnlySpan<TextSlice> slices, Source source,
        ReadOnlySpan<byte> generatedId, ReadOnlySpan<byte> further)
    {
        var length = TrackingRecord.HeaderBytes + sizeof(byte) + generatedId.Length + sizeof(byte) + source.WorkspaceBytes.Length
            + sizeof(ushort) + source.NameBytes.Length + sizeof(int) + further.Length;
        var span = batch.GetSpan(length)[..length];
        span.Clear();
        span[0] = TrackingRecord.Version;
        span[1] = (byte)type;
        BinaryPrimitives.WriteInt64LittleEndian(span[2..], Microseconds(receivedAt));
        BinaryPrimitives.WriteInt64LittleEndian(span[10..], Microseconds(happened));
        for (var index = 0; index < slices.Length; index++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(span[(18 + (index * sizeof(uint)))..], slices[index].Packed);
        }

        var rest = span[TrackingRecord.HeaderBytes..];
        rest[0] = (byte)generatedId.Length;
        rest = Put(rest[sizeof(byte)..], generatedId);
        rest[0] = (byte)source.WorkspaceBytes.Length;
        rest = Put(rest[sizeof(byte)..], source.WorkspaceBytes);
        BinaryPrimitives.WriteUInt16LittleEndian(rest, (ushort)source.NameBytes.Length);
        rest = Put(rest[sizeof(ushort)..], source.NameBytes);
        BinaryPrimitives.WriteInt32LittleEndian(rest, further.Length);
        Put(rest[sizeof(int)..], further);
        batch.Advance(length);
    }

    private static Span<byte> Put(Span<byte> destination, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(destination);
        return destination[bytes.Length..];
    }

    private static long Microseconds(DateTimeOffset instant) => (instant - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
