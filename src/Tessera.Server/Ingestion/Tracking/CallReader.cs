using System.Globalization;
using System.Text;
using System.Text.Json;
using Tessera.Server.Ingestion.Contracts;

namespace Tessera.Server.Ingestion.Tracking;

/// <summary>Reads the fields of one call in one pass, and says what is wrong with it.</summary>
internal static class CallReader
{
    // A number is taken for seconds since 1970 as long as that is before the year 2600, and for milliseconds from there on.
    private const long LargestSeconds = 20_000_000_000;
    private const long LargestMilliseconds = 60_000_000_000_000;

    /// <summary>Reads the value of a field of a call; the reader stands on the field's name.</summary>
    /// <returns>Whether the field is one of a call's; if not, the reader has passed over it.</returns>
    public static bool TryReadField(ref Utf8JsonReader json, ref ParsedCall call)
    {
        if (json.ValueTextEquals("type"u8))
        {
            ReadType(ref json, ref call);
        }
        else if (json.ValueTextEquals("messageId"u8))
        {
            call.MessageId = Text(ref json, ref call, "messageId");
        }
        else if (json.ValueTextEquals("userId"u8))
        {
            call.UserId = Text(ref json, ref call, "userId");
        }
        else if (json.ValueTextEquals("anonymousId"u8))
        {
            call.AnonymousId = Text(ref json, ref call, "anonymousId");
        }
        else if (json.ValueTextEquals("event"u8))
        {
            call.Event = Text(ref json, ref call, "event");
        }
        else if (json.ValueTextEquals("name"u8))
        {
            call.Name = Text(ref json, ref call, "name");
        }
        else if (json.ValueTextEquals("groupId"u8))
        {
            call.GroupId = Text(ref json, ref call, "groupId");
            call.LeavesCompany = json.TokenType == JsonTokenType.String && json.ValueSpan.IndexOfAnyExcept((byte)' ') < 0;
        }
        else if (json.ValueTextEquals("previousId"u8))
        {
            call.PreviousId = Text(ref json, ref call, "previousId");
        }
        else if (json.ValueTextEquals("properties"u8))
        {
            call.Properties = Object(ref json, ref call, "properties");
        }
        else if (json.ValueTextEquals("traits"u8))
        {
            call.Traits = Object(ref json, ref call, "traits");
        }
        else if (json.ValueTextEquals("context"u8))
        {
            call.Context = Object(ref json, ref call, "context");
        }
        else if (json.ValueTextEquals("timestamp"u8))
        {
            call.Timestamp = Instant(ref json, ref call, "timestamp");
        }
        else if (json.ValueTextEquals("originalTimestamp"u8))
        {
            call.OriginalTimestamp = Instant(ref json, ref call, "originalTimestamp");
        }
        else if (json.ValueTextEquals("sentAt"u8))
        {
            call.SentAt = Instant(ref json, ref call, "sentAt");
        }
        else
        {
            return false;
        }

        return true;
    }

    /// <summary>Refuses a call that lacks what its type needs.</summary>
    public static void Check(ref ParsedCall call, ReadOnlySpan<byte> body)
    {
        if (call.Length > TrackingLimits.CallBytes)
        {
            call.Reason = null;
            call.Refuse("the call is larger than 32 KB", string.Empty);
            return;
        }

        if (call.Type == CallType.Rejected)
        {
            call.Refuse("the call has no type", "type");
        }
        else if (call.Type == CallType.Track && call.Event.IsAbsent)
        {
            call.Refuse("a track call needs an event", "event");
        }
        else if (call.Type == CallType.Group && call.GroupId.IsAbsent && !call.LeavesCompany)
        {
            call.Refuse("a group call needs a groupId", "groupId");
        }
        else if (call.Type == CallType.Alias && (call.PreviousId.IsAbsent || call.UserId.IsAbsent))
        {
            call.Refuse("an alias call needs a previousId and a userId", call.PreviousId.IsAbsent ? "previousId" : "userId");
        }
        else if (call.UserId.IsAbsent && call.AnonymousId.IsAbsent)
        {
            call.Refuse("the call has neither userId nor anonymousId", "userId");
        }

        if (call.Reason is null)
        {
            var json = body.Slice(call.Start, call.Length);
            CheckTexts(ref call, json);
            if (json.IndexOf("\\ud"u8) >= 0 || json.IndexOf("\\uD"u8) >= 0)
            {
                CheckHalfCharacters(ref call, json);
            }

            if (call.TooLargeIn is var (field, slice) && call.Reason is null)
            {
                RefuseTooLarge(ref call, field, slice.Of(json));
            }
        }
    }

    /// <summary>Refuses a call because of a number that nobody can hold; its text must be free of half characters.</summary>
    public static void RefuseTooLarge(ref ParsedCall call, string field, ReadOnlySpan<byte> value)
    {
        var path = $"{field}.{PlainJson.PathOfNumberTooLarge(value, TrackingLimits.Depth)}";
        call.Refuse($"the number in {path} is too large: numbers go up to about 1.79e308", path);
    }

    /// <summary>An escape may stand for half of a character beyond the first 65,536; without its other half nobody can read the text again.</summary>
    private static void CheckHalfCharacters(ref ParsedCall call, ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = TrackingLimits.Depth });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                {
                    _ = reader.GetString();
                }
            }
        }
        catch (InvalidOperationException)
        {
            call.Refuse("a text of the call has half a character in it", string.Empty);
        }
    }

    private static void CheckTexts(ref ParsedCall call, ReadOnlySpan<byte> json)
    {
        foreach (var (slice, field) in (ReadOnlySpan<(TextSlice, string)>)
        [
            (call.MessageId, "messageId"), (call.UserId, "userId"), (call.AnonymousId, "anonymousId"), (call.Event, "event"), (call.Name, "name"),
            (call.GroupId, "groupId"), (call.PreviousId, "previousId"),
        ])
        {
            try
            {
                if (slice.Utf8(json).Length > TrackingLimits.TextBytes)
                {
                    call.Refuse($"{field} is longer than {TrackingLimits.TextBytes} bytes", field);
                }
            }
            catch (InvalidOperationException)
            {
                call.Refuse($"{field} has half a character in it", field);
            }
        }
    }

    private static void ReadType(ref Utf8JsonReader json, ref ParsedCall call)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.String && CallTypes.TryParse(json.ValueSpan, out var type))
        {
            call.Type = type;
            return;
        }

        json.Skip();
        call.Refuse("type is not track, page, screen, identify, group or alias", "type");
    }

    // Ids are texts; some senders write numbers.
    private static TextSlice Text(ref Utf8JsonReader json, ref ParsedCall call, string field)
    {
        json.Read();
        switch (json.TokenType)
        {
            case JsonTokenType.String when json.ValueIsEscaped:
                return Slice((int)json.TokenStartIndex + 1 - call.Start, json.ValueSpan.Length, isEscaped: true);
            case JsonTokenType.String:
                var text = json.ValueSpan;
                var trimmed = text.TrimStart((byte)' ');
                return Slice((int)json.TokenStartIndex + 1 - call.Start + (text.Length - trimmed.Length), trimmed.TrimEnd((byte)' ').Length, isEscaped: false);
            case JsonTokenType.Number:
                return Slice((int)json.TokenStartIndex - call.Start, json.ValueSpan.Length, isEscaped: false);
            case JsonTokenType.Null:
                return default;
            default:
                json.Skip();
                call.Refuse($"{field} is not a text", field);
                return default;
        }
    }

    private static TextSlice Object(ref Utf8JsonReader json, ref ParsedCall call, string field)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.Null)
        {
            return default;
        }

        var start = (int)json.TokenStartIndex;
        var isObject = json.TokenType == JsonTokenType.StartObject;
        var finding = PlainJson.Pass(ref json);
        if (!isObject)
        {
            call.Refuse($"{field} is not an object", field);
            return default;
        }

        var slice = Slice(start - call.Start, (int)json.BytesConsumed - start, isEscaped: false);
        call.IsAmbiguous |= finding.HasFlag(JsonFinding.Ambiguous);
        if (finding.HasFlag(JsonFinding.NumberTooLarge) && !slice.IsAbsent)
        {
            call.TooLargeIn = (field, slice);
        }

        return slice;
    }

    // What lies beyond 32 KB belongs to a call that is refused for its size.
    private static TextSlice Slice(int offset, int length, bool isEscaped) =>
        offset + length > TrackingLimits.CallBytes ? default : TextSlice.At(offset, length, isEscaped);

    private static DateTimeOffset? Instant(ref Utf8JsonReader json, ref ParsedCall call, string field)
    {
        json.Read();
        switch (json.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.String when TryGetInstant(ref json, out var instant):
                return instant;
            case JsonTokenType.Number when json.TryGetInt64(out var number) && number is > -LargestMilliseconds and < LargestMilliseconds:
                return DateTimeOffset.FromUnixTimeMilliseconds(number is > -LargestSeconds and < LargestSeconds ? number * 1000 : number);
            default:
                json.Skip();
                call.Refuse($"{field} is not a date in ISO 8601", field);
                return null;
        }
    }

    /// <summary>A time without an offset is one of UTC, wherever the server stands.</summary>
    private static bool TryGetInstant(ref Utf8JsonReader json, out DateTimeOffset instant)
    {
        if (json.TryGetDateTime(out var time))
        {
            instant = new DateTimeOffset(time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : DateTime.SpecifyKind(time, DateTimeKind.Utc));
            return true;
        }

        instant = default;
        return !json.ValueIsEscaped && DateTimeOffset.TryParse(
            Encoding.UTF8.GetString(json.ValueSpan), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out instant);
    }
}
