using System.Buffers;
using System.Text.Json;
using Tessera.Simulation.Randomness;

namespace Tessera.Simulation.Running;

/// <summary>Turns a record into the JSON of a tracking call. Pure: any thread may write any record, in any order.</summary>
internal sealed class CallSerializer(IScenarioRun run, SimulationOptions options)
{
    private static readonly JsonEncodedText Type = JsonText.Of("type");
    private static readonly JsonEncodedText MessageId = JsonText.Of("messageId");
    private static readonly JsonEncodedText Timestamp = JsonText.Of("timestamp");
    private static readonly JsonEncodedText UserId = JsonText.Of("userId");
    private static readonly JsonEncodedText AnonymousId = JsonText.Of("anonymousId");
    private static readonly JsonEncodedText Event = JsonText.Of("event");
    private static readonly JsonEncodedText Name = JsonText.Of("name");

    // In the order of TrackingCallType.
    private static readonly JsonEncodedText[] TypeNames =
    [
        JsonText.Of("track"), JsonText.Of("page"), JsonText.Of("screen"),
        JsonText.Of("identify"), JsonText.Of("group"),
    ];

    private readonly DateTimeOffset start = options.StartsAt;
    private readonly uint mark = new StreamKeys(options.Seed, ScenarioNumber(options)).Mark;

    /// <summary>How all calls are written.</summary>
    public static JsonWriterOptions JsonOptions { get; } = new()
    {
        Encoder = JsonText.Encoder,
        SkipValidation = true,
    };

    /// <summary>The scenario's own number in the keys of its streams.</summary>
    public static ulong ScenarioNumber(SimulationOptions options) =>
        string.Equals(options.Scenario, Scenario.Shop.Name, StringComparison.Ordinal) ? 2UL : 1UL;

    /// <summary>Writes the call as one JSON object, without line end.</summary>
    public void Write(in EventRecord record, Utf8JsonWriter json)
    {
        var shape = run.Shapes[record.Kind];
        json.WriteStartObject();
        json.WriteString(Type, TypeNames[(int)shape.Type]);
        WriteMessageId(record, json);
        Span<byte> text = stackalloc byte[InstantText.Length];
        InstantText.Write(start, record.Time, text);
        json.WriteString(Timestamp, text);
        if (!record.Has(CallFlags.Anonymous))
        {
            run.WriteUserId(record.Customer, UserId, json);
        }

        var anonymousKey = run.AnonymousKey(record);
        if (anonymousKey != 0)
        {
            Span<byte> uuid = stackalloc byte[UuidText.Length];
            UuidText.Write(anonymousKey, uuid);
            json.WriteString(AnonymousId, uuid);
        }

        if (shape.Encoded is { } name)
        {
            json.WriteString(shape.Type == TrackingCallType.Track ? Event : Name, name);
        }

        run.WriteBody(record, json);
        json.WriteEndObject();
    }

    /// <summary>The call as an object, its JSON written through the given buffer and writer.</summary>
    public TrackingCall Describe(in EventRecord record, ArrayBufferWriter<byte> buffer, Utf8JsonWriter json)
    {
        json.Reset(buffer);
        Write(record, json);
        json.Flush();
        var shape = run.Shapes[record.Kind];
        var userId = !record.Has(CallFlags.Anonymous) ? run.UserId(record.Customer) : null;
        return new TrackingCall(shape.Type, start.AddMilliseconds(record.Time), userId, shape.Name, buffer.WrittenSpan.ToArray());
    }

    /// <summary>The run's mark, customer, step and sequence, all in hexadecimal: unique by construction, the same in every run.</summary>
    private void WriteMessageId(in EventRecord record, Utf8JsonWriter json)
    {
        Span<byte> text = stackalloc byte[8 + 1 + 8 + 1 + 8 + 1 + 4];
        var length = Hexadecimal.WritePadded(mark, text);
        text[length++] = (byte)'-';
        length += Hexadecimal.Write((uint)record.Customer, text[length..]);
        text[length++] = (byte)'-';
        length += Hexadecimal.Write((uint)(record.Step + 1), text[length..]);
        text[length++] = (byte)'-';
        length += Hexadecimal.Write(record.Sequence, text[length..]);
        json.WriteString(MessageId, text[..length]);
    }
}
