using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tessera.Domain;
using Tessera.Server.Tests.Pipeline;

namespace Tessera.Server.Tests.Identity;

/// <summary>From calls that name several identifiers to one customer, and back.</summary>
[Collection(SharedServer.Name)]
public sealed class IdentityTests(ServerFixture server) : IAsyncLifetime
{
    private static readonly JsonNode Visit = TrackingClient.Call(
        """{ "type": "track", "messageId": "1", "anonymousId": "visitor", "event": "Looked", "timestamp": "2024-01-01T10:00:00Z" }""");

    private static readonly JsonNode Order = TrackingClient.Call(
        """{ "type": "track", "messageId": "2", "anonymousId": "visitor", "event": "Order Completed", "timestamp": "2024-01-02T10:00:00Z", "properties": { "order_id": "o1", "total": 20 } }""");

    private static readonly JsonNode SignUp = TrackingClient.Call(
        """{ "type": "identify", "messageId": "3", "anonymousId": "visitor", "userId": "ada", "timestamp": "2024-01-03T10:00:00Z", "traits": { "email": " Ada@Example.com", "plan": "free", "name": "Ada" } }""");

    private static readonly JsonNode Upgrade = TrackingClient.Call(
        """{ "type": "identify", "messageId": "4", "anonymousId": "phone", "timestamp": "2024-01-04T10:00:00Z", "traits": { "email": "ada@example.com", "plan": "pro" } }""");

    private static readonly JsonNode Later = TrackingClient.Call(
        """{ "type": "track", "messageId": "5", "userId": "ada", "event": "Order Completed", "timestamp": "2024-01-05T10:00:00Z", "properties": { "order_id": "o2", "total": 5 } }""");

    private static readonly JsonNode Other = TrackingClient.Call(
        """{ "type": "track", "messageId": "6", "anonymousId": "visitor", "userId": "bob", "event": "Looked", "timestamp": "2024-01-06T10:00:00Z" }""");

    private TrackingClient source = null!;

    public async Task InitializeAsync() => source = await TrackingClient.CreateAsync(server);

    public Task DisposeAsync()
    {
        source.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Calls_OneAfterTheOther_ComeToOneCustomer_AsIfTheIdsHadBeenKnownFromTheStart()
    {
        foreach (var call in (JsonNode[])[Visit, Order, SignUp, Upgrade, Later, Other])
        {
            await source.SendAsync(call);
        }

        using var client = server.AdminClient(source.Workspace);
        var ada = await ProfileAsync(client, "user_id:ada");
        Id(ada).ShouldBe(ProfileId.For(new WorkspaceKey(source.Workspace), new Identifier("user_id", "ada")).Value);
        (await ProfileAsync(client, "anonymous_id:visitor")).GetProperty("id").GetGuid().ShouldBe(Id(ada));
        (await ProfileAsync(client, "email:ada@example.com")).GetProperty("id").GetGuid().ShouldBe(Id(ada));
        ada.GetProperty("firstSeen").GetDateTimeOffset().ShouldBe(new DateTimeOffset(2024, 1, 1, 10, 0, 0, TimeSpan.Zero));
        ada.GetProperty("lastSeen").GetDateTimeOffset().ShouldBe(new DateTimeOffset(2024, 1, 5, 10, 0, 0, TimeSpan.Zero));
        ada.GetProperty("traits").GetProperty("plan").GetString().ShouldBe("pro");
        (ada.GetProperty("value").GetProperty("orders").GetInt64(), ada.GetProperty("value").GetProperty("revenue").GetDecimal()).ShouldBe((2, 25));
        (await EventsAsync(client, Id(ada))).ShouldBe(["5", "4", "3", "2", "1"]);
        (await EventsAsync(client, Id(await ProfileAsync(client, "user_id:bob")))).ShouldBe(["6"]);
        (await source.QueryAsync("SELECT concat(kind, ':', identifier) AS name FROM profiles FINAL WHERE workspace = {workspace:String} ORDER BY name")).ShouldBe(["user_id:ada", "user_id:bob"]);
        (await CountAsync(client, "did \"Order Completed\" at least 2 times and plan is \"pro\"")).ShouldBe((1, 2));
        (await client.GetFromJsonAsync<JsonElement>("/api/insights/overview")).GetProperty("knownProfiles").GetInt64().ShouldBe(2);

        ada.GetProperty("identifiers").EnumerateArray().Select(one => $"{one.GetProperty("kind")}:{one.GetProperty("value")}")
            .ShouldBe(["user_id:ada", "anonymous_id:phone", "anonymous_id:visitor", "email:ada@example.com"]);
        var plan = (await client.GetFromJsonAsync<JsonElement>($"/api/profiles/{Id(ada)}/traits")).GetProperty("items").EnumerateArray().Single(trait => trait.GetProperty("name").GetString() == "plan");
        $"{plan.GetProperty("value")} {plan.GetProperty("messageId")} {plan.GetProperty("source")} {plan.GetProperty("changes")}".ShouldBe("pro 4 default 1");
        var plans = await client.GetFromJsonAsync<JsonElement>($"/api/profiles/{Id(ada)}/traits/plan");
        plans.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("value").GetString()).ShouldBe(["pro", "free"]);

        var merges = await client.GetFromJsonAsync<JsonElement>($"/api/profiles/{Id(ada)}/merges");
        merges.GetProperty("identifiers").EnumerateArray().Select(one => one.GetProperty("kind").GetString()).ShouldBe(["user_id", "email", "anonymous_id", "anonymous_id"]);
        merges.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("messageId").GetString()).ShouldBe(["3", "3", "4"]);
        merges.GetProperty("refused").EnumerateArray().Single().GetProperty("reason").GetString()!.ShouldContain("at most 1 user_id");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Calls_InAnyOrder_ComeToTheSame(int seed)
    {
        JsonNode[] calls = [Visit, Order, SignUp, Upgrade, Later, Other];
        using var another = await TrackingClient.CreateAsync(server);
        await another.SendAsync(calls);
        new Random(seed).Shuffle(calls);
        foreach (var some in calls.Chunk(2))
        {
            await source.SendAsync(some);
        }

        (await DescribeAsync(source)).ShouldBe(await DescribeAsync(another));
    }

    [Fact]
    public async Task Unmerge_TakesApartForGood_AndLettingThemTogetherAgainUndoesIt()
    {
        await source.SendAsync(Visit);
        await source.SendAsync(Order);
        await source.SendAsync(SignUp);
        await source.SendAsync(Later);
        var merged = await DescribeAsync(source);
        using var client = server.AdminClient(source.Workspace);
        var ada = Id(await ProfileAsync(client, "user_id:ada"));
        using var answer = await client.PostAsJsonAsync($"/api/profiles/{ada}/unmerge", new { identifiers = new[] { new { kind = "anonymous_id", value = "visitor" } } });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var result = await answer.Content.ReadFromJsonAsync<JsonElement>();
        result.GetProperty("profiles").GetArrayLength().ShouldBe(2);

        var visitor = await ProfileAsync(client, "anonymous_id:visitor");
        Id(visitor).ShouldNotBe(ada);
        visitor.GetProperty("firstSeen").GetDateTimeOffset().ShouldBe(new DateTimeOffset(2024, 1, 1, 10, 0, 0, TimeSpan.Zero));
        visitor.GetProperty("lastSeen").GetDateTimeOffset().ShouldBe(new DateTimeOffset(2024, 1, 2, 10, 0, 0, TimeSpan.Zero));
        visitor.GetProperty("value").GetProperty("revenue").GetDecimal().ShouldBe(20);
        (await ProfileAsync(client, "user_id:ada")).GetProperty("firstSeen").GetDateTimeOffset().ShouldBe(new DateTimeOffset(2024, 1, 3, 10, 0, 0, TimeSpan.Zero));

        await source.SendAsync(TrackingClient.Call("""{ "type": "track", "messageId": "7", "anonymousId": "visitor", "userId": "ada", "event": "Looked", "timestamp": "2024-01-03T11:00:00Z" }"""));
        Id(await ProfileAsync(client, "anonymous_id:visitor")).ShouldNotBe(ada);

        (await client.DeleteAsync(new Uri($"/api/identity/cuts/{result.GetProperty("cut").GetGuid()}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        Id(await ProfileAsync(client, "anonymous_id:visitor")).ShouldBe(ada);
        (await EventsAsync(client, ada)).ShouldBe(["5", "7", "3", "2", "1"]);
        (await DescribeAsync(source)).Select(line => line.Replace(" 7", "", StringComparison.Ordinal)).ShouldBe(merged);
    }

    [Fact]
    public async Task Profile_OfAnotherWorkspace_IsNotThere()
    {
        await source.SendAsync(Visit, SignUp);
        using var own = server.AdminClient(source.Workspace);
        var ada = Id(await ProfileAsync(own, "user_id:ada"));
        using var another = await TrackingClient.CreateAsync(server);
        using var client = server.AdminClient(another.Workspace);
        foreach (var path in (string[])["", "/merges", "/traits", "/traits/email", "/orders", "/events", "/companies"])
        {
            (await (await client.GetAsync($"/api/profiles/{ada}{path}")).Content.ReadAsStringAsync()).ShouldNotContain("ada@example.com", customMessage: path);
        }

        using var merges = await client.GetAsync($"/api/profiles/{ada}/merges");
        merges.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var apart = await client.PostAsJsonAsync($"/api/profiles/{ada}/unmerge", new { identifiers = new[] { new { kind = "anonymous_id", value = "visitor" } } });
        apart.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var erased = await client.DeleteAsync(new Uri($"/api/profiles/{ada}", UriKind.Relative));
        erased.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Id(await ProfileAsync(own, "anonymous_id:visitor")).ShouldBe(ada);
    }

    [Fact]
    public async Task Calls_OfBlockedIdentifiers_AreNobodys()
    {
        await source.SendAsync(
            TrackingClient.Call("""{ "type": "track", "messageId": "1", "anonymousId": "Un defined", "userId": " NULL ", "event": "Looked" }"""),
            TrackingClient.Call("""{ "type": "identify", "messageId": "2", "anonymousId": "a", "userId": "null", "traits": { "email": "test@test.com" } }"""),
            TrackingClient.Call("""{ "type": "identify", "messageId": "3", "anonymousId": "b", "userId": "0000-0000", "traits": { "email": "test@test.com" } }"""));

        (await source.QueryAsync("SELECT concat(kind, ':', identifier) AS name FROM profiles FINAL WHERE workspace = {workspace:String} ORDER BY name"))
            .ShouldBe(["anonymous_id:a", "anonymous_id:b"]);
        (await source.QueryAsync("SELECT message_id FROM segment_calls WHERE workspace = {workspace:String} ORDER BY message_id")).ShouldBe(["2", "3"]);
    }

    [Fact]
    public async Task Rules_Changed_ResolveEverythingAnew()
    {
        await source.SendAsync(Visit, SignUp, Upgrade);
        using var client = server.AdminClient(source.Workspace);
        var ada = Id(await ProfileAsync(client, "user_id:ada"));
        Id(await ProfileAsync(client, "anonymous_id:phone")).ShouldBe(ada);
        using var answer = await client.PutAsJsonAsync("/api/identity/rules", new { blocked = (string[])["ada@example.com"] });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        for (var rules = default(JsonElement); rules.ValueKind == JsonValueKind.Undefined || rules.GetProperty("state").GetString() != "ready";)
        {
            await Task.Delay(20, patience.Token);
            rules = await client.GetFromJsonAsync<JsonElement>("/api/identity/rules");
        }

        (await ProfileAsync(client, "user_id:ada")).GetProperty("traits").GetProperty("plan").GetString().ShouldBe("free");
        (await EventsAsync(client, ada)).ShouldBe(["3", "1"]);
        Id(await ProfileAsync(client, "anonymous_id:visitor")).ShouldBe(ada);
        using var refused = await client.PutAsJsonAsync("/api/identity/rules", new { kinds = new[] { new { kind = "user_id", limit = 0 } } });
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Alias_OfAUserId_IsTheSameCustomer()
    {
        await source.SendAsync(
            TrackingClient.Call("""{ "type": "track", "messageId": "1", "userId": "old", "event": "Looked", "timestamp": "2024-01-01T00:00:00Z" }"""),
            TrackingClient.Call("""{ "type": "track", "messageId": "2", "userId": "new", "event": "Looked", "timestamp": "2024-01-02T00:00:00Z" }"""),
            TrackingClient.Call("""{ "type": "alias", "messageId": "3", "userId": "new", "previousId": "old", "timestamp": "2024-01-03T00:00:00Z" }"""));
        using var client = server.AdminClient(source.Workspace);
        var one = Id(await ProfileAsync(client, "user_id:old"));
        Id(await ProfileAsync(client, "user_id:new")).ShouldBe(one);
        (await EventsAsync(client, one)).ShouldBe(["3", "2", "1"]);
    }

    private static async Task<(long Count, long Total)> CountAsync(HttpClient client, string definition)
    {
        using var answer = await client.PostAsJsonAsync("/api/segments/preview", new { definition });
        var preview = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (preview.GetProperty("count").GetInt64(), preview.GetProperty("total").GetInt64());
    }

    /// <summary>Everything about the customers of a source, but for their ids, which are of the workspace.</summary>
    private async Task<List<string>> DescribeAsync(TrackingClient of)
    {
        using var client = server.AdminClient(of.Workspace);
        List<string> lines = [];
        foreach (var name in await of.QueryAsync("SELECT concat(kind, ':', identifier) AS name FROM profiles FINAL WHERE workspace = {workspace:String} ORDER BY name"))
        {
            var profile = await ProfileAsync(client, name);
            using var answer = await client.GetAsync(new Uri($"/api/profiles/{Id(profile)}/merges", UriKind.Relative));
            var merges = answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<JsonElement>() : default;
            var identifiers = merges.ValueKind == JsonValueKind.Undefined ? "" : merges.GetProperty("identifiers").ToString();
            lines.Add($"{name} {profile.GetProperty("traits")} {profile.GetProperty("firstSeen")} {profile.GetProperty("lastSeen")} {profile.GetProperty("value")} {identifiers} {string.Join(' ', await EventsAsync(client, Id(profile)))}");
        }

        return lines;
    }

    private static Guid Id(JsonElement profile) => profile.GetProperty("id").GetGuid();

    private static Task<JsonElement> ProfileAsync(HttpClient client, string identifier) =>
        client.GetFromJsonAsync<JsonElement>($"/api/profiles?identifier={Uri.EscapeDataString(identifier)}");

    private static async Task<List<string>> EventsAsync(HttpClient client, Guid profile) =>
        [.. (await client.GetFromJsonAsync<JsonElement>($"/api/profiles/{profile}/events")).GetProperty("items").EnumerateArray().Select(one => one.GetProperty("id").GetString()!)];
}
