using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tessera.Domain;

namespace Tessera.Server.Tests.Pipeline;

/// <summary>From the tracking API through log and pipeline into the engine.</summary>
[Collection(SharedServer.Name)]
public sealed class PipelineTests(ServerFixture server) : IAsyncLifetime
{
    private TrackingClient source = null!;

    public async Task InitializeAsync() => source = await TrackingClient.CreateAsync(server);

    public Task DisposeAsync()
    {
        source.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Call_OfEachType_IsStoredAsItWasSent()
    {
        await source.SendAsync(
            TrackingClient.Call("""{ "type": "track", "messageId": "1", "userId": "u", "event": "Opened", "timestamp": "2024-02-03T04:05:06.789012Z", "properties": { "a": [1, "é"] }, "context": { "ip": "::1" } }"""),
            TrackingClient.Call("""{ "type": "page", "messageId": "2", "userId": "u", "name": "Home", "timestamp": "2024-02-03T04:05:07Z", "properties": { "url": "/" } }"""),
            TrackingClient.Call("""{ "type": "screen", "messageId": "3", "userId": "u", "name": "Cart", "timestamp": "2024-02-03T04:05:08Z" }"""),
            TrackingClient.Call("""{ "type": "identify", "messageId": "4", "userId": "u", "timestamp": "2024-02-03T04:05:09Z", "traits": { "plan": "pro" } }"""),
            TrackingClient.Call("""{ "type": "group", "messageId": "5", "userId": "u", "groupId": "acme", "timestamp": "2024-02-03T04:05:10Z", "traits": { "seats": 3 }, "context": { "ip": "::1" } }"""),
            TrackingClient.Call("""{ "type": "alias", "messageId": "6", "userId": "u", "previousId": "old", "timestamp": "2024-02-03T04:05:11Z" }"""));
        var profile = ProfileId.For(new WorkspaceKey(source.Workspace), new Identifier("user_id", "u"));
        (await source.QueryAsync(
            "SELECT concat(toString(profile_id), ' ', message_id, ' ', type, ' ', name, ' ', toString(time), ' ', properties, ' ', context, ' ', user_id, anonymous_id, ' ', group_id, previous_id) FROM events WHERE workspace = {workspace:String} ORDER BY time"))
            .Select(row => row.Replace(profile.ToString(), "u", StringComparison.Ordinal)).ShouldBe(
            [
                """u 1 track Opened 2024-02-03 04:05:06.789012 {"a":[1,"\u00E9"]} {"ip":"::1"} u """,
                """u 2 page Home 2024-02-03 04:05:07.000000 {"url":"/"} {} u """,
                """u 3 screen Cart 2024-02-03 04:05:08.000000 {} {} u """,
                """u 4 identify  2024-02-03 04:05:09.000000 {"plan":"pro"} {} u """,
                """u 5 group  2024-02-03 04:05:10.000000 {"seats":3} {"ip":"::1"} u acme""",
                """u 6 alias  2024-02-03 04:05:11.000000 {} {} u old""",
            ]);
    }

    [Fact]
    public async Task Context_OfTheBatch_LiesUnderTheCallsOwn()
    {
        await source.SendBatchAsync(JsonNode.Parse(
            """{ "context": { "app": "shared", "os": { "name": "x" } }, "batch": [ { "type": "page", "userId": "u", "context": { "app": "own" } }, { "type": "screen", "userId": "u" } ] }""")!);
        (await source.QueryAsync("SELECT concat(type, ' ', context) FROM events WHERE workspace = {workspace:String} ORDER BY type")).ShouldBe(
            ["""page {"app":"own","os":{"name":"x"}}""", """screen {"app":"shared","os":{"name":"x"}}"""]);
    }

    [Fact]
    public async Task Call_SentAgain_IsStoredOnce()
    {
        var call = TrackingClient.Call("""{ "type": "track", "messageId": "again", "userId": "u", "event": "x" }""");
        await source.SendAsync(call, call);
        await source.SendAsync(call);
        (await source.QueryAsync("SELECT message_id FROM events WHERE workspace = {workspace:String}")).ShouldBe(["again"]);
    }

    [Fact]
    public async Task SameMessageId_InAnotherWorkspace_IsAnotherMessage()
    {
        using var other = await TrackingClient.CreateAsync(server);
        var call = TrackingClient.Call("""{ "type": "track", "messageId": "shared", "userId": "u", "event": "x" }""");
        await source.SendAsync(call);
        await other.SendAsync(call);
        (await other.QueryAsync("SELECT message_id FROM events WHERE workspace = {workspace:String}")).ShouldBe(["shared"]);
    }

    [Fact]
    public async Task History_OverTwentyYears_GoesTheSameWay()
    {
        var calls = Enumerable.Range(0, 240).Select(month => TrackingClient.Call(
            $$"""{ "type": "track", "messageId": "h{{month}}", "userId": "u", "event": "x", "timestamp": "{{new DateTime(2000, 1, 15, 0, 0, 0, DateTimeKind.Utc).AddMonths(month).ToString("O", CultureInfo.InvariantCulture)}}" }"""));
        await source.SendAsync([.. calls]);
        (await source.QueryAsync("SELECT concat(toString(uniqExact(toYYYYMM(time))), ' ', toString(count())) FROM events WHERE workspace = {workspace:String}")).ShouldBe(["240 240"]);
    }

    [Fact]
    public async Task RejectedCall_IsListedWithItsReason()
    {
        await source.SendAsync(
            TrackingClient.Call("""{ "type": "track", "userId": "first" }"""),
            TrackingClient.Call("""{ "type": "track", "userId": "second" }"""),
            TrackingClient.Call("""{ "type": "page" }"""));
        using var client = server.AdminClient(source.Workspace);
        var reasons = await client.GetFromJsonAsync<JsonElement>("/api/rejected-events/reasons");
        reasons.GetProperty("items").EnumerateArray().Select(item => $"{item.GetProperty("source")} {item.GetProperty("reason")} {item.GetProperty("field")} {item.GetProperty("count")}")
            .ShouldBe(["default a track call needs an event event 2", "default the call has neither userId nor anonymousId userId 1"]);

        var bodies = new List<string>();
        string? cursor = null;
        do
        {
            var page = await client.GetFromJsonAsync<JsonElement>($"/api/rejected-events?limit=1&cursor={cursor}");
            bodies.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("body").GetString()!));
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);

        bodies.Count.ShouldBe(3);
        bodies.ToHashSet(StringComparer.Ordinal).Count.ShouldBe(3);
        bodies.ShouldContain(body => body.Contains("second", StringComparison.Ordinal));
    }

    [Fact]
    public async Task OrderCompleted_SentTwice_MakesItsOrderLinesOnce()
    {
        var order = TrackingClient.Call(
            """
            { "type": "track", "messageId": "o-1", "userId": "u", "event": "Order Completed", "timestamp": "2024-02-03T00:00:00Z",
              "properties": { "order_id": "1001", "currency": "USD", "products": [ { "sku": "A", "price": 2.5, "quantity": 2 }, { "sku": "B", "price": 7, "quantity": 1 }, { "sku": "B", "price": 7, "quantity": 1 } ] } }
            """);
        var again = order.DeepClone();
        again["messageId"] = "o-1-sent-under-another-id";
        var more = again.DeepClone();
        more["messageId"] = "o-1-once-more-in-the-same-batch";
        await source.SendAsync(order);
        await source.SendAsync(again, more);

        (await source.QueryAsync(
            "SELECT concat(order_id, ' ', sku, ' ', toString(occurrence), ' ', kind, ' ', toString(amount), ' ', currency) FROM order_lines WHERE workspace = {workspace:String} ORDER BY sku, occurrence"))
            .ShouldBe(["1001 A 1 sale 5 USD", "1001 B 1 sale 7 USD", "1001 B 2 sale 7 USD"]);
        (await source.QueryAsync("SELECT toString(count()) FROM events WHERE workspace = {workspace:String}")).ShouldBe(["3"]);
    }

    [Fact]
    public async Task Order_SentAgainWithAnotherCorrectedTime_IsStillOne_ButTwoRefundsAreTwo()
    {
        await SendAsync("first", "Order Completed", "2024-02-03T00:00:00.100Z", 30);
        await SendAsync("second", "Order Completed", "2024-02-03T00:00:00.900Z", 30);
        await SendAsync("third", "Order Refunded", "2024-02-04T00:00:00.100Z", 5);
        await SendAsync("fourth", "Order Refunded", "2024-02-04T00:00:00.900Z", 5);
        await SendAsync("fifth", "Order Refunded", "2024-02-05T00:00:00Z", 5);

        (await source.QueryAsync("SELECT concat(kind, ' ', toString(amount)) FROM order_lines WHERE workspace = {workspace:String} ORDER BY time"))
            .ShouldBe(["sale 30", "return -5", "return -5"]);

        Task SendAsync(string id, string name, string time, int total) => source.SendAsync(TrackingClient.Call(
            $$"""{ "type": "track", "messageId": "{{id}}", "userId": "u", "event": "{{name}}", "timestamp": "{{time}}", "properties": { "order_id": "1", "total": {{total}} } }"""));
    }

    [Fact]
    public async Task Orders_WithMadeUpIds_HoldNothingUp()
    {
        var calls = Enumerable.Range(0, 60).Select(number => TrackingClient.Call(
            $$"""{ "type": "track", "userId": "u{{number % 3}}", "event": "Order Completed", "properties": { "order_id": "{{new string('x', number < 50 ? 6000 : 1000)}}{{number}}", "total": 3 } }"""));
        await source.SendAsync([.. calls]);

        (await source.QueryAsync("SELECT toString(count()) FROM order_lines WHERE workspace = {workspace:String}")).ShouldBe(["10"]);
        (await source.QueryAsync("SELECT toString(count()) FROM events WHERE workspace = {workspace:String}")).ShouldBe(["60"]);
    }

    [Fact]
    public async Task Orders_OfOneBatch_SayTheirOwnCurrencies()
    {
        await source.SendAsync(TrackingClient.Call("""{ "type": "track", "userId": "u", "event": "Order Completed", "properties": { "order_id": "1", "total": 1, "currency": "EUR" } }"""));
        await source.SendAsync(
            TrackingClient.Call("""{ "type": "track", "userId": "u", "event": "Order Completed", "properties": { "order_id": "2", "total": 2, "currency": "SEK" } }"""),
            TrackingClient.Call("""{ "type": "track", "userId": "u", "event": "Order Completed", "properties": { "order_id": "3", "total": 3 } }"""),
            TrackingClient.Call("""{ "type": "track", "userId": "u", "event": "Order Completed", "properties": { "order_id": "4", "total": 4, "currency": "doubloons" } }"""));

        (await source.QueryAsync("SELECT concat(order_id, ' ', kind, ' ', currency) FROM order_lines WHERE workspace = {workspace:String} ORDER BY order_id"))
            .ShouldBe(["1 sale EUR", "2 other-currency SEK", "3 sale EUR", "4 other-currency doubloons"]);
    }

    [Fact]
    public async Task OrderRefundedOrCancelled_TakesBack()
    {
        await source.SendAsync(
            TrackingClient.Call("""{ "type": "track", "userId": "u", "event": "Order Completed", "timestamp": "2024-02-03T00:00:00Z", "properties": { "order_id": "1", "total": 30 } }"""),
            TrackingClient.Call("""{ "type": "track", "userId": "u", "event": "Order Refunded", "timestamp": "2024-02-04T00:00:00Z", "properties": { "order_id": "1", "total": 10 } }"""),
            TrackingClient.Call("""{ "type": "track", "userId": "u", "event": "Order Cancelled", "timestamp": "2024-02-05T00:00:00Z", "properties": { "order_id": "1", "total": 20 } }"""));

        (await source.QueryAsync("SELECT concat(kind, ' ', toString(amount)) FROM order_lines WHERE workspace = {workspace:String} ORDER BY time"))
            .ShouldBe(["sale 30", "return -10", "cancellation -20"]);
    }

    [Fact]
    public async Task Order_ThatMakesNoSense_HoldsNothingUp()
    {
        await source.SendAsync(
            TrackingClient.Call("""{ "type": "track", "userId": "u", "event": "Order Completed", "properties": { "order_id": { }, "total": "much", "products": 7 } }"""),
            TrackingClient.Call("""{ "type": "track", "userId": "u", "event": "Order Completed", "properties": { "order_id": "big", "products": [ { "sku": "A", "price": 1e28, "quantity": 1e28 } ] } }"""),
            TrackingClient.Call("""{ "type": "track", "userId": "u", "event": "Order Completed", "properties": { "order_id": "good", "total": 3 } }"""));

        (await source.QueryAsync("SELECT order_id FROM order_lines WHERE workspace = {workspace:String} AND kind = 'sale'")).ShouldBe(["good"]);
        (await source.QueryAsync("SELECT toString(count()) FROM events WHERE workspace = {workspace:String}")).ShouldBe(["3"]);
    }

    [Fact]
    public async Task Identify_OutOfOrder_LeavesTheTraitsThatHappenedLast()
    {
        await source.SendAsync(
            TrackingClient.Call("""{ "type": "identify", "messageId": "2", "userId": "u", "timestamp": "2024-02-02T00:00:00Z", "traits": { "plan": "pro", "email": "new@example.com", "firstName": "Ada", "lastName": "Lovelace" } }"""));
        await source.SendAsync(
            TrackingClient.Call("""{ "type": "identify", "messageId": "1", "userId": "u", "timestamp": "2024-02-01T00:00:00Z", "traits": { "plan": "free", "email": "old@example.com", "seats": 3 } }"""),
            TrackingClient.Call("""{ "type": "track", "messageId": "0", "userId": "u", "event": "x", "timestamp": "2024-01-01T00:00:00Z" }"""));
        using var client = server.AdminClient(source.Workspace);
        var profile = await client.GetFromJsonAsync<JsonElement>("/api/profiles?identifier=user_id:u");
        profile.GetProperty("name").GetString().ShouldBe("Ada Lovelace");
        var traits = profile.GetProperty("traits");
        traits.GetProperty("plan").GetString().ShouldBe("pro");
        traits.GetProperty("seats").GetInt32().ShouldBe(3);
        profile.GetProperty("firstSeen").GetDateTimeOffset().ShouldBe(new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero));
        profile.GetProperty("lastSeen").GetDateTimeOffset().ShouldBe(new DateTimeOffset(2024, 2, 2, 0, 0, 0, TimeSpan.Zero));
        (await source.QueryAsync("SELECT email FROM profiles FINAL WHERE workspace = {workspace:String}")).ShouldBe(["new@example.com"]);
    }
}
