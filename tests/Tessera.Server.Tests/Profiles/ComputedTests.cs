using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tessera.Server.Tests.Pipeline;

namespace Tessera.Server.Tests.Profiles;

/// <summary>What is computed of a customer's calls, whatever order they arrive in.</summary>
[Collection(SharedServer.Name)]
public sealed class ComputedTests(ServerFixture server)
{
    // The calls around midnight are of two days in Berlin and of one in UTC. 30 minutes of silence end a session, a second less does not.
    private static readonly JsonNode[] Calls =
    [
        TrackingClient.Call(
            """
            { "type": "page", "messageId": "1", "anonymousId": "laptop", "timestamp": "2024-01-01T22:45:00Z",
              "context": { "campaign": { "source": "google", "medium": "cpc" }, "page": { "url": "https://shop.example.com/" } } }
            """),
        TrackingClient.Call("""{ "type": "track", "messageId": "2", "anonymousId": "laptop", "event": "Looked", "timestamp": "2024-01-01T23:14:59Z" }"""),
        TrackingClient.Call("""{ "type": "track", "messageId": "3", "anonymousId": "laptop", "event": "Looked", "timestamp": "2024-01-01T23:44:59Z" }"""),
        TrackingClient.Call(
            """
            { "type": "identify", "messageId": "4", "anonymousId": "laptop", "userId": "ada", "timestamp": "2024-01-02T09:00:00Z", "traits": { "email": "ada@example.com" },
              "context": { "ip": "10.0.0.1", "device": { "id": "D1" } } }
            """),
        TrackingClient.Call(
            """
            { "type": "screen", "messageId": "5", "anonymousId": "phone", "userId": "ada", "timestamp": "2024-01-03T10:00:00Z", "name": "Home",
              "context": { "device": { "id": "D2", "type": "ios" }, "page": { "referrer": "https://www.bing.com/" } } }
            """),
        TrackingClient.Call(
            """{ "type": "track", "messageId": "6", "userId": "ada", "event": "Order Completed", "timestamp": "2024-01-03T10:29:00Z", "properties": { "order_id": "o1", "total": 30 } }"""),
        TrackingClient.Call("""{ "type": "track", "messageId": "7", "userId": "bob", "event": "Looked", "timestamp": "2024-01-03T10:29:00Z" }"""),
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Show_CallsInAnyOrder_ComputesTheSame(int seed)
    {
        using var source = await TrackingClient.CreateAsync(server);
        using var client = server.AdminClient(source.Workspace);
        using var settings = await client.PatchAsJsonAsync($"/api/workspaces/{source.Workspace}", new { timeZone = "Europe/Berlin", currency = "EUR" });
        settings.EnsureSuccessStatusCode();
        var calls = Calls.ToArray();
        if (seed > 0)
        {
            new Random(seed).Shuffle(calls);
        }

        foreach (var some in calls.Chunk(2))
        {
            await source.SendAsync(some);
        }

        var ada = await client.GetFromJsonAsync<JsonElement>("/api/profiles?identifier=email:ada@example.com");
        ada.GetProperty("computed").GetRawText().ShouldBe(
            """{"sessions":3,"daysActive":3,"devices":3,"acquisitionChannel":"paid-search","lifetimeRevenue":30,"currency":"EUR"}""");
        ada.GetProperty("context").GetProperty("device").GetProperty("type").GetString().ShouldBe("ios");
        ada.GetProperty("identifiers").EnumerateArray()
            .Select(one => $"{one.GetProperty("kind")}:{one.GetProperty("value")} {one.GetProperty("source")} {one.GetProperty("firstSeen").GetDateTimeOffset():MM-dd HH:mm}")
            .ShouldBe(
            [
                "user_id:ada default 01-02 09:00", "anonymous_id:laptop default 01-01 22:45", "anonymous_id:phone default 01-03 10:00", "email:ada@example.com default 01-02 09:00",
            ]);

        var bob = await client.GetFromJsonAsync<JsonElement>("/api/profiles?identifier=user_id:bob");
        bob.GetProperty("computed").GetRawText().ShouldBe("""{"sessions":1,"daysActive":1,"devices":0,"acquisitionChannel":null,"lifetimeRevenue":0,"currency":"EUR"}""");
        bob.GetProperty("company").ValueKind.ShouldBe(JsonValueKind.Null);
    }
}
