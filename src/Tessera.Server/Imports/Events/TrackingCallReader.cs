using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Tessera.Domain;
using Tessera.Server.Imports.Dates;
using Tessera.Server.Imports.Orders;
using Tessera.Server.Imports.Rows;
using Tessera.Server.Ingestion.Contracts;

namespace Tessera.Server.Imports.Events;

/// <summary>Reads tracking calls as Segment's libraries send them: one JSON object each.</summary>
internal sealed class TrackingCallReader(Guid importId, ProfileIds profiles, DateTimeOffset importedAt)
{
    private static readonly string[] Types = ["track", "page", "screen", "identify", "group", "alias"];
    private static readonly JsonReaderOptions Json = new() { MaxDepth = 64 };

    private readonly DateReader dates = new(new DateStyle(DateOrder.YearMonthDay, DateNumber.UnixMilliseconds), TimeZoneInfo.Utc);
    private readonly LineTextPool names = new();
    private readonly LineTextPool ids = new();
    private readonly LineTextPool contexts = new();

    /// <summary>Reads one call.</summary>
    /// <param name="line">The JSON text.</param>
    /// <param name="number">The number of its line.</param>
    /// <param name="call">The call.</param>
    /// <param name="problem">Why it is none.</param>
    public bool TryRead(ReadOnlySpan<byte> line, long number, out StagedEvent? call, out RowProblem problem)
    {
        (call, problem) = (null, default);
        try
        {
            var parts = Parse(line);
            problem = Check(parts);
            if (problem.Reason is not null)
            {
                return false;
            }

            var (kind, identifier) = parts.UserId.Length > 0 ? (IdentifierKinds.UserId, parts.UserId) : (IdentifierKinds.AnonymousId, parts.AnonymousId);
            call = new StagedEvent(
                importId,
                profiles.Of(kind, identifier),
                kind,
                identifier,
                parts.Time!.Value,
                parts.MessageId.Length > 0 ? parts.MessageId : $"content-{Convert.ToHexStringLower(SHA256.HashData(line))}",
                parts.Type,
                parts.Name,
                parts.UserId,
                parts.AnonymousId,
                parts.GroupId,
                parts.PreviousId,
                parts.Properties,
                parts.Context,
                parts.ReceivedAt ?? importedAt,
                (ulong)number);
            return true;
        }
        catch (JsonException mistake)
        {
            problem = new RowProblem("the line is not a JSON object", string.Empty, $"at byte {mistake.BytePositionInLine + 1}");
            return false;
        }
        catch (NumberTooLargeException mistake)
        {
            problem = new RowProblem("the number is too large: numbers go up to about 1.79e308", mistake.Path, string.Empty);
            return false;
        }
        catch (InvalidOperationException)
        {
            problem = new RowProblem("the call has a text that is not valid UTF-8", string.Empty, string.Empty);
            return false;
        }
    }

    private static RowProblem Check(in Parts parts) => parts switch
    {
        { Type.Length: 0 } => new RowProblem("the call has no type", "type", string.Empty),
        _ when !Types.Contains(parts.Type, StringComparer.Ordinal) => new RowProblem("type is not track, page, screen, identify, group or alias", "type", parts.Type),
        { Type: "track", Name.Length: 0 } => new RowProblem("a track call has no event", "event", string.Empty),
        { Type: "group", GroupId.Length: 0, LeavesCompany: false } => new RowProblem("a group call has no groupId", "groupId", string.Empty),
        { Type: "alias", PreviousId.Length: 0 } => new RowProblem("an alias call has no previousId", "previousId", string.Empty),
        { UserId.Length: 0, AnonymousId.Length: 0 } => new RowProblem("the call has neither userId nor anonymousId", "userId", string.Empty),
        { TimeText: { } text, Time: null } => new RowProblem("timestamp is not a date", "timestamp", text),
        { Time: null } => new RowProblem("the call has no timestamp", "timestamp", string.Empty),
        _ => default,
    };

    private Parts Parse(ReadOnlySpan<byte> line)
    {
        var json = new Utf8JsonReader(line, Json);
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException(null, null, 0, 0);
        }

        var parts = new Parts { Type = string.Empty, MessageId = string.Empty, UserId = string.Empty, AnonymousId = string.Empty, GroupId = string.Empty, PreviousId = string.Empty, Name = string.Empty, Properties = "{}", Context = "{}" };
        var (timestamp, original, sent, received) = ((DateTimeOffset?)null, (DateTimeOffset?)null, (DateTimeOffset?)null, (DateTimeOffset?)null);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("type"u8))
            {
                parts.Type = Text(ref json, names);
            }
            else if (json.ValueTextEquals("messageId"u8))
            {
                parts.MessageId = Text(ref json, null);
            }
            else if (json.ValueTextEquals("userId"u8))
            {
                parts.UserId = Text(ref json, ids);
            }
            else if (json.ValueTextEquals("anonymousId"u8))
            {
                parts.AnonymousId = Text(ref json, ids);
            }
            else if (json.ValueTextEquals("groupId"u8))
            {
                parts.GroupId = Text(ref json, ids);
                parts.LeavesCompany = json.TokenType == JsonTokenType.String && parts.GroupId.Length == 0;
            }
            else if (json.ValueTextEquals("previousId"u8))
            {
                parts.PreviousId = Text(ref json, ids);
            }
            else if (json.ValueTextEquals("event"u8) || json.ValueTextEquals("name"u8))
            {
                parts.Name = Text(ref json, names);
            }
            else if (json.ValueTextEquals("timestamp"u8))
            {
                timestamp = Instant(ref json, ref parts.TimeText);
            }
            else if (json.ValueTextEquals("originalTimestamp"u8))
            {
                original = Instant(ref json, ref parts.TimeText);
            }
            else if (json.ValueTextEquals("sentAt"u8))
            {
                sent = Instant(ref json, ref parts.TimeText);
            }
            else if (json.ValueTextEquals("receivedAt"u8))
            {
                received = Instant(ref json, ref parts.TimeText);
            }
            else if (json.ValueTextEquals("properties"u8) || json.ValueTextEquals("traits"u8))
            {
                parts.Properties = Object(ref json, line, null, "properties");
            }
            else if (json.ValueTextEquals("context"u8))
            {
                parts.Context = Object(ref json, line, contexts, "context");
            }
            else
            {
                json.Read();
                json.Skip();
            }
        }

        // Nothing may follow the object.
        _ = json.Read();
        parts.Time = timestamp ?? original ?? sent ?? received;
        parts.ReceivedAt = received;
        return parts;
    }

    // Ids are texts; some senders write numbers.
    private static string Text(ref Utf8JsonReader json, LineTextPool? pool)
    {
        json.Read();
        if (json.TokenType is JsonTokenType.String && json.ValueIsEscaped)
        {
            return json.GetString()!.Trim();
        }

        if (json.TokenType is JsonTokenType.String or JsonTokenType.Number)
        {
            var value = Reading.FieldText.Trim(json.ValueSpan);
            return pool is null ? Encoding.UTF8.GetString(value) : pool.Get(value).Text;
        }

        json.Skip();
        return string.Empty;
    }

    private DateTimeOffset? Instant(ref Utf8JsonReader json, ref string? text)
    {
        json.Read();
        if (json.TokenType is not (JsonTokenType.String or JsonTokenType.Number) || json.ValueSpan.IsEmpty)
        {
            json.Skip();
            return null;
        }

        if (dates.TryRead(json.ValueSpan, out var instant))
        {
            return new DateTimeOffset(instant);
        }

        text = Encoding.UTF8.GetString(json.ValueSpan);
        return null;
    }

    private static string Object(ref Utf8JsonReader json, ReadOnlySpan<byte> line, LineTextPool? pool, string field)
    {
        json.Read();
        var isObject = json.TokenType == JsonTokenType.StartObject;
        var start = (int)json.TokenStartIndex;
        var finding = PlainJson.Pass(ref json);
        if (!isObject)
        {
            return "{}";
        }

        var value = line[start..(int)json.BytesConsumed];
        if (finding.HasFlag(JsonFinding.HalfCharacter))
        {
            throw new InvalidOperationException("A text has half a character in it.");
        }

        if (finding.HasFlag(JsonFinding.NumberTooLarge))
        {
            throw new NumberTooLargeException($"{field}.{PlainJson.PathOfNumberTooLarge(value, Json.MaxDepth)}");
        }

        if (finding.HasFlag(JsonFinding.Ambiguous))
        {
            return Encoding.UTF8.GetString(PlainJson.Rewrite(value, Json.MaxDepth));
        }

        return pool is null ? Encoding.UTF8.GetString(value) : pool.Get(value).Text;
    }

    private struct Parts
    {
        public string Type;
        public string MessageId;
        public string UserId;
        public string AnonymousId;
        public string GroupId;
        public bool LeavesCompany;
        public string PreviousId;
        public string Name;
        public string Properties;
        public string Context;
        public string? TimeText;
        public DateTimeOffset? Time;
        public DateTimeOffset? ReceivedAt;
    }
}
