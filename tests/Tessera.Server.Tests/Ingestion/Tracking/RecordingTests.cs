using System.Globalization;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Tessera.Domain;
using Tessera.Server.Ingestion.Contracts;
using Tessera.Server.Ingestion.Sources;
using Tessera.Server.Ingestion.Tracking;
using Tessera.Testing;

namespace Tessera.Server.Tests.Ingestion.Tracking;

/// <summary>From the text of a body to the records in the log and back.</summary>
public sealed class RecordingTests
{
    private readonly ManualTimeProvider clock = new();
    private readonly Source source = new(new WorkspaceKey("garden-shop"), "web site");

    private DateTimeOffset Received => clock.GetUtcNow();

    [Fact]
    public void Track_EveryField_ComesBack()
    {
        const string Call = """
            { "messageId": "m-1", "userId": "u-1", "anonymousId": "a-1", "event": "Order Completed", "timestamp": "2024-01-01T11:00:00.123Z",
              "sentAt": "2024-01-01T12:00:00Z", "properties": { "total": 12.5, "name": "not the event's" }, "context": { "ip": "1.2.3.4" },
              "integrations": { "All": false } }
            """;
        var record = Record(Call, CallType.Track).ShouldHaveSingleItem();
        record.Type.ShouldBe(CallType.Track);
        (record.Workspace, record.Source).ShouldBe(("garden-shop", "web site"));
        (record.MessageId, record.UserId, record.AnonymousId, record.Name).ShouldBe(("m-1", "u-1", "a-1", "Order Completed"));
        record.Time.ShouldBe(new DateTimeOffset(2024, 1, 1, 11, 0, 0, 123, TimeSpan.Zero));
        record.ReceivedAt.ShouldBe(Received);
        Text(record.Properties).ShouldBe("""{ "total": 12.5, "name": "not the event's" }""");
        Text(record.Context).ShouldBe("""{ "ip": "1.2.3.4" }""");
        Text(record.Json).ShouldBe(Call.Trim());
    }

    [Theory]
    [InlineData("Page", """{ "userId": "u", "name": "Home", "properties": { "url": "/" } }""", "Home", "", """{ "url": "/" }""")]
    [InlineData("Screen", """{ "anonymousId": "u", "name": "Cart" }""", "Cart", "", "")]
    [InlineData("Identify", """{ "userId": "u", "traits": { "plan": "pro" }, "properties": { "no": 1 } }""", "", "", """{ "plan": "pro" }""")]
    [InlineData("Group", """{ "userId": "u", "groupId": "acme", "traits": { "seats": 3 } }""", "", "acme", """{ "seats": 3 }""")]
    [InlineData("Alias", """{ "userId": "u", "previousId": "old" }""", "", "old", "")]
    public void Call_OfEachType_KeepsWhatItsTypeHas(string typeName, string call, string name, string otherId, string properties)
    {
        var type = Enum.Parse<CallType>(typeName);
        var record = Record(call, type).ShouldHaveSingleItem();
        record.Type.ShouldBe(type);
        (record.Name, record.OtherId, Text(record.Properties)).ShouldBe((name, otherId, properties));
        record.Time.ShouldBe(Received);
    }

    [Theory]
    [InlineData("""{ "userId": "u" }""", "a track call needs an event", "event")]
    [InlineData("""{ "event": "x" }""", "the call has neither userId nor anonymousId", "userId")]
    [InlineData("""{ "event": "x", "userId": " ", "anonymousId": null }""", "the call has neither userId nor anonymousId", "userId")]
    [InlineData("""{ "event": "x", "userId": { } }""", "userId is not a text", "userId")]
    [InlineData("""{ "event": "x", "userId": "u", "properties": [1] }""", "properties is not an object", "properties")]
    [InlineData("""{ "event": "x", "userId": "u", "context": "web" }""", "context is not an object", "context")]
    [InlineData("""{ "event": "x", "userId": "u", "timestamp": "yesterday" }""", "timestamp is not a date in ISO 8601", "timestamp")]
    [InlineData("""{ "event": "x", "userId": "u", "timestamp": true }""", "timestamp is not a date in ISO 8601", "timestamp")]
    [InlineData("""{ "event": "x", "userId": "u", "timestamp": "1066-10-14T09:00:00Z" }""", "timestamp is not between the years 1900 and 2262", "timestamp")]
    [InlineData("""{ "event": "x", "userId": "\ud800" }""", "userId has half a character in it", "userId")]
    [InlineData("""{ "event": "x", "userId": "u", "properties": { "deep": [ { "\uDfff": 1 } ] } }""", "a text of the call has half a character in it", "")]
    [InlineData("""{ "event": "x", "userId": "u", "properties": { "items": [ { "price": 1e400 } ] } }""",
        "the number in properties.items.0.price is too large: numbers go up to about 1.79e308", "properties.items.0.price")]
    public void Track_Invalid_IsKeptAsideWithItsReason(string call, string reason, string field)
    {
        var record = Record(call, CallType.Track).ShouldHaveSingleItem();
        record.Type.ShouldBe(CallType.Rejected);
        (record.Reason, record.Field).ShouldBe((reason, field));
        Text(record.Json).ShouldBe(call);
        record.ReceivedAt.ShouldBe(Received);
    }

    [Theory]
    [InlineData("1704106800000")]
    [InlineData("1704106800")]
    [InlineData("\"2024-01-01T11:00:00Z\"")]
    [InlineData("\"2024-01-01T11:00:00\"")]
    [InlineData("\"2024-01-01T13:00:00+02:00\"")]
    [InlineData("\"2024-01-01 11:00:00\"")]
    [InlineData("\"Mon, 01 Jan 2024 11:00:00 GMT\"")]
    public void Timestamp_InAnyUsualForm_IsRead(string timestamp) =>
        Record($$"""{ "event": "x", "userId": "u", "timestamp": {{timestamp}} }""", CallType.Track).ShouldHaveSingleItem()
            .Time.ShouldBe(new DateTimeOffset(2024, 1, 1, 11, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Text_WithEscapes_IsUnescaped()
    {
        var record = Record("""{ "event": "Caf\u00e9 \"visited\"", "userId": "u\u002d1", "messageId": " m\t" }""", CallType.Track).ShouldHaveSingleItem();
        (record.Name, record.UserId, record.MessageId).ShouldBe(("Café \"visited\"", "u-1", "m"));
    }

    [Fact]
    public void Properties_WithEscapedPairs_AreTaken() =>
        Record("""{ "event": "x", "userId": "u", "properties": { "mood": "\ud83d\ude00" } }""", CallType.Track).ShouldHaveSingleItem().Type.ShouldBe(CallType.Track);

    [Fact]
    public void Call_WithANameTwiceOrALongInteger_IsWrittenPlain()
    {
        var record = Record(
            """{ "userId": "u", "messageId": "m", "event": "y", "properties": { "a": 1, "b": { "c": 1, "c": 2 }, "a": 100000000000000000000 }, "event": "x", "context": { "ip": 1, "ip": 2 } }""",
            CallType.Track).ShouldHaveSingleItem();
        (record.Type, record.UserId, record.MessageId, record.Name).ShouldBe((CallType.Track, "u", "m", "x"));
        (Text(record.Properties), Text(record.Context)).ShouldBe(("""{"b":{"c":2},"a":1e20}""", """{"ip":2}"""));
    }

    [Theory]
    [InlineData("""{ "app": 1, "app": 2 }""", """{"app":2}""", "")]
    [InlineData("""{ "app": { "n": 1e999 } }""", "", "the number in context.app.n is too large: numbers go up to about 1.79e308")]
    [InlineData("""{ "app": [ "\ud800" ] }""", "", "the context of the batch has half a character in it")]
    public void Batch_SharedContextThatIsNotPlain_IsSettledForAll(string context, string plain, string reason)
    {
        var records = Record($$"""{ "batch": [ { "type": "page", "userId": "u" }, { "type": "page", "userId": "v" } ], "context": {{context}} }""", type: null);
        records.Select(record => (Text(record.SharedContext), record.Reason)).ShouldBe([(plain, reason), (plain, reason)]);
    }

    [Fact]
    public void Id_AsANumber_IsTakenAsText() =>
        Record("""{ "event": "x", "userId": 4711 }""", CallType.Track).ShouldHaveSingleItem().UserId.ShouldBe("4711");

    [Fact]
    public void MessageId_Missing_IsGenerated() =>
        Guid.TryParse(Record("""{ "event": "x", "userId": "u" }""", CallType.Track).ShouldHaveSingleItem().MessageId, out _).ShouldBeTrue();

    [Fact]
    public void Batch_SharedValuesAfterTheCalls_HoldForAll()
    {
        var records = Record(
            """
            { "batch": [ { "type": "track", "event": "a", "userId": "u", "timestamp": "2024-01-01T10:00:00Z" },
                         { "type": "identify", "userId": "u", "sentAt": "2024-01-01T12:00:00Z", "timestamp": "2024-01-01T10:00:00Z" } ],
              "context": { "app": "x" }, "sentAt": "2024-01-01T11:30:00Z", "writeKey": "k" }
            """,
            type: null);
        records.Select(record => record.Type).ShouldBe([CallType.Track, CallType.Identify]);
        records.ShouldAllBe(record => Text(record.SharedContext) == """{ "app": "x" }""");
        records.Select(record => record.Time.Hour * 60 + record.Time.Minute).ShouldBe([10 * 60 + 30, 10 * 60], "sent half an hour ago by its own clock: half an hour off");
    }

    [Fact]
    public void Batch_WithInvalidCalls_KeepsTheOthers()
    {
        var large = new string('x', TrackingLimits.CallBytes);
        var records = Record(
            $$"""{ "batch": [ 7, { "type": "track", "event": "a", "userId": "u" }, { "type": "dance" }, { "type": "page", "userId": "u", "name": "{{large}}" }, { "userId": "u" } ] }""",
            type: null);
        records.Select(record => (record.Type, record.Reason)).ShouldBe(
        [
            (CallType.Rejected, "the call is not a JSON object"),
            (CallType.Track, ""),
            (CallType.Rejected, "type is not track, page, screen, identify, group or alias"),
            (CallType.Rejected, "the call is larger than 32 KB"),
            (CallType.Rejected, "the call has no type"),
        ]);
        records[3].Json.Length.ShouldBe(TrackingLimits.CallBytes);
    }

    [Fact]
    public void Call_OfExactly32Kilobytes_IsTaken()
    {
        var frame = """{"event":"x","properties":{"p":""},"userId":"u"}""";
        var call = frame.Replace("\"\"", $"\"{new string('y', TrackingLimits.CallBytes - frame.Length)}\"", StringComparison.Ordinal);
        var record = Record(call, CallType.Track).ShouldHaveSingleItem();
        (record.Type, record.UserId, record.Json.Length).ShouldBe((CallType.Track, "u", TrackingLimits.CallBytes));
        JsonDocument.Parse(record.Properties).RootElement.GetProperty("p").GetString()!.Length.ShouldBe(TrackingLimits.CallBytes - frame.Length);
        Record(call.Replace("\"u\"", "\"uv\"", StringComparison.Ordinal), CallType.Track).ShouldHaveSingleItem().Type.ShouldBe(CallType.Rejected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{ \"batch\": {} }")]
    [InlineData("{ \"batch\": [ }")]
    [InlineData("{ \"batch\": [] } x")]
    public void Batch_Unreadable_SaysWhy(string body)
    {
        ParsedBody.TryParse(Encoding.UTF8.GetBytes(body), null, out _, out var problem).ShouldBeFalse();
        problem.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void Body_AnyDamage_IsReadOrRefusedAndNoCallIsLost()
    {
        var whole = Encoding.UTF8.GetBytes(
            """{"batch":[{"type":"track","event":"e\u0041","userId":"u","messageId":"m","timestamp":"2024-01-01T10:00:00Z","properties":{"a":[1,{"b":null}]}},{"type":"group","groupId":1,"anonymousId":"a"}],"sentAt":1704106800}""");
        Prop.ForAll(
            Gen.Choose(0, whole.Length - 1).SelectMany(place => Gen.Choose(0, 255), (place, value) => (place, (byte)value)).ListOf(3).ToArbitrary(),
            damage =>
            {
                var body = whole.ToArray();
                foreach (var (place, value) in damage)
                {
                    body[place] = value;
                }

                if (ParsedBody.TryParse(body, null, out var parsed, out _))
                {
                    Record(body, null).Count.ShouldBe(parsed.Calls.Length);
                }
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    [Fact]
    public void Key_OfOneCustomer_IsTheSameHoweverItIsWritten()
    {
        static ulong Key(string call)
        {
            var recording = new RecordingTests();
            using var batch = recording.Batch(Encoding.UTF8.GetBytes(call), CallType.Track);
            return batch.Records.Single().Key;
        }

        var key = Key("""{ "event": "x", "userId": "u-1" }""");
        Key("""{ "event": "y", "userId": "u\u002d1", "anonymousId": "a" }""").ShouldBe(key);
        Key("""{ "event": "x", "userId": "u-2" }""").ShouldNotBe(key);
        RecordKey.Of("garden-shop"u8, "u-1"u8).ShouldBe(key);

        // It stands in logs: it never changes.
        RecordKey.Of("default"u8, "user-1"u8).ShouldBe(15251604442857580888UL);
    }

    [Fact]
    public void Key_OfManyCustomers_FillsPartitionsEvenly()
    {
        var counts = new int[4];
        foreach (var number in Enumerable.Range(0, 40_000))
        {
            counts[RecordKey.Of("default"u8, Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture))) % 4]++;
        }

        // Five standard deviations of a fair draw around 10,000.
        counts.ShouldAllBe(count => Math.Abs(count - 10_000) < 5 * 87);
    }

    private List<TrackingRecord> Record(string body, CallType? type) => Record(Encoding.UTF8.GetBytes(body), type);

    private List<TrackingRecord> Record(byte[] body, CallType? type)
    {
        using var batch = Batch(body, type);
        return [.. batch.Records.Select(record => new TrackingRecord(record.Bytes.ToArray()))];
    }

    private LogBatch Batch(byte[] body, CallType? type)
    {
        ParsedBody.TryParse(body, type, out var parsed, out var problem).ShouldBeTrue(problem);
        var batch = new LogBatch();
        var refused = new RecordWriter(clock).Write(batch, source, body, parsed, Received);
        refused.Count.ShouldBe(batch.Records.Count(record => record.Bytes.Span[1] == 0));
        return batch;
    }

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);
}
