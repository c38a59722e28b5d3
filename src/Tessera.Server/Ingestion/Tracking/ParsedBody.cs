using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Tessera.Server.Ingestion.Contracts;

namespace Tessera.Server.Ingestion.Tracking;

/// <summary>What was found in the body of a request: its calls and what they share.</summary>
internal sealed class ParsedBody : IDisposable
{
    private const int FirstCalls = 16;
    private static readonly JsonReaderOptions Options = new() { MaxDepth = TrackingLimits.Depth };

    private ParsedCall[] calls = [];
    private int count;

    private ParsedBody()
    {
    }

    /// <summary>The calls, until this is disposed.</summary>
    public ReadOnlySpan<ParsedCall> Calls => calls.AsSpan(0, count);

    /// <summary>The write key in the body, or null.</summary>
    public string? WriteKey { get; private set; }

    /// <summary>When the whole batch was sent.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>Why no call of the batch can be taken: what is wrong with the context that they share; null when nothing is.</summary>
    public (string Reason, string Field)? SharedProblem { get; private set; }

    /// <summary>Where the context stands that the whole batch shares; empty when there is none.</summary>
    private Range SharedContext { get; set; } = ..0;

    /// <summary>That context in plain JSON, when it did not come so.</summary>
    private byte[]? PlainContext { get; set; }

    /// <summary>Reads a body.</summary>
    /// <param name="body">UTF-8 text.</param>
    /// <param name="type">The type of the one call that it is; null when it is a batch.</param>
    /// <param name="parsed">What was found.</param>
    /// <param name="problem">Why it cannot be read, in the form "the body …".</param>
    public static bool TryParse(ReadOnlySpan<byte> body, CallType? type, out ParsedBody parsed, out string problem)
    {
        parsed = new ParsedBody();
        problem = string.Empty;
        if (!Utf8.IsValid(body))
        {
            problem = "is not valid UTF-8";
            return false;
        }

        try
        {
            var json = new Utf8JsonReader(body, Options);
            json.Read();
            if (json.TokenType != JsonTokenType.StartObject)
            {
                problem = "is not a JSON object";
                return false;
            }

            if (type is { } one)
            {
                parsed.ReadCall(ref json, body, one);
            }
            else if (!parsed.ReadBatch(ref json, body))
            {
                problem = parsed.count == TrackingLimits.BatchCalls ? "has more than 10,000 calls" : "has no list \"batch\"";
                return false;
            }

            // Nothing may follow.
            json.Read();
            return true;
        }
        catch (JsonException mistake)
        {
            problem = $"is not JSON: line {mistake.LineNumber + 1}, byte {mistake.BytePositionInLine + 1}";
            return false;
        }
    }

    /// <summary>The context that the whole batch shares, a JSON object; empty when there is none.</summary>
    /// <param name="body">What was parsed.</param>
    public ReadOnlySpan<byte> SharedContextIn(ReadOnlySpan<byte> body) => PlainContext ?? body[SharedContext];

    /// <summary>Reads one call again that was written anew.</summary>
    public static ParsedCall Reread(ReadOnlySpan<byte> json, CallType type)
    {
        using var body = new ParsedBody();
        var reader = new Utf8JsonReader(json, Options);
        reader.Read();
        body.ReadCall(ref reader, json, type);
        return body.calls[0];
    }

    public void Dispose()
    {
        var rented = calls;
        rented.AsSpan(0, count).Clear();
        (calls, count) = ([], 0);
        if (rented.Length > 0)
        {
            ArrayPool<ParsedCall>.Shared.Return(rented);
        }
    }

    private void Add(in ParsedCall call)
    {
        if (count == calls.Length)
        {
            var larger = ArrayPool<ParsedCall>.Shared.Rent(Math.Max(FirstCalls, count * 2));
            calls.AsSpan(0, count).CopyTo(larger);
            var kept = count;
            Dispose();
            (calls, count) = (larger, kept);
        }

        calls[count++] = call;
    }

    private void ReadCall(ref Utf8JsonReader json, ReadOnlySpan<byte> body, CallType? type)
    {
        var call = new ParsedCall { Start = (int)json.TokenStartIndex };
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (type is not null && json.ValueTextEquals("type"u8))
            {
                // The address says which type it is.
                json.Read();
                json.Skip();
            }
            else if (type is not null && json.ValueTextEquals("writeKey"u8))
            {
                ReadWriteKey(ref json);
            }
            else if (!CallReader.TryReadField(ref json, ref call))
            {
                json.Read();
                json.Skip();
            }
        }

        call.Length = (int)json.BytesConsumed - call.Start;
        call.Type = type ?? call.Type;
        CallReader.Check(ref call, body);
        Add(call);
    }

    private bool ReadBatch(ref Utf8JsonReader json, ReadOnlySpan<byte> body)
    {
        var found = false;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("batch"u8))
            {
                json.Read();
                found = json.TokenType == JsonTokenType.StartArray;
                if (!found)
                {
                    json.Skip();
                    continue;
                }

                while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                {
                    if (count == TrackingLimits.BatchCalls)
                    {
                        return false;
                    }

                    ReadElement(ref json, body);
                }
            }
            else if (json.ValueTextEquals("writeKey"u8))
            {
                ReadWriteKey(ref json);
            }
            else
            {
                ReadShared(ref json, body);
            }
        }

        return found;
    }

    private void ReadElement(ref Utf8JsonReader json, ReadOnlySpan<byte> body)
    {
        if (json.TokenType == JsonTokenType.StartObject)
        {
            ReadCall(ref json, body, type: null);
            return;
        }

        var call = new ParsedCall { Start = (int)json.TokenStartIndex };
        json.Skip();
        call.Length = (int)json.BytesConsumed - call.Start;
        call.Refuse("the call is not a JSON object", string.Empty);
        Add(call);
    }

    private void ReadShared(ref Utf8JsonReader json, ReadOnlySpan<byte> body)
    {
        var isContext = json.ValueTextEquals("context"u8);
        var isSentAt = json.ValueTextEquals("sentAt"u8);
        if (isSentAt)
        {
            // A batch whose sentAt makes no sense is one that does not say when it was sent.
            var shared = default(ParsedCall);
            CallReader.TryReadField(ref json, ref shared);
            SentAt = shared.SentAt;
            return;
        }

        json.Read();
        var start = (int)json.TokenStartIndex;
        var isObject = json.TokenType == JsonTokenType.StartObject;
        var finding = PlainJson.Pass(ref json);
        if (isContext && isObject)
        {
            SharedContext = start..(int)json.BytesConsumed;
            Settle(finding, body[SharedContext]);
        }
    }

    private void Settle(JsonFinding finding, ReadOnlySpan<byte> context)
    {
        (SharedProblem, PlainContext) = (null, null);
        if (finding.HasFlag(JsonFinding.HalfCharacter))
        {
            SharedProblem = ("the context of the batch has half a character in it", "context");
        }
        else if (finding.HasFlag(JsonFinding.NumberTooLarge))
        {
            var blamed = default(ParsedCall);
            CallReader.RefuseTooLarge(ref blamed, "context", context);
            SharedProblem = (blamed.Reason!, blamed.Field!);
        }
        else if (finding.HasFlag(JsonFinding.Ambiguous))
        {
            PlainContext = PlainJson.Rewrite(context, TrackingLimits.Depth);
        }
    }

    private void ReadWriteKey(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.String)
        {
            try
            {
                WriteKey = json.GetString();
            }
            catch (InvalidOperationException)
            {
                // Half a character: a key that nobody has.
                WriteKey = string.Empty;
            }
        }
        else
        {
            json.Skip();
        }
    }
}
