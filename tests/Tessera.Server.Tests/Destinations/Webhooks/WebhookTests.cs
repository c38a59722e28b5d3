using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tessera.Server.Destinations.Webhooks;
using Tessera.Server.Tests.Pipeline;
using Tessera.Testing;

namespace Tessera.Server.Tests.Destinations.Webhooks;

[Collection(SharedServer.Name)]
public sealed class WebhookTests(ServerFixture server)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Delivery_OfAChange_IsVerifiedByTheStockClient_WithBothSecretsAfterARotation()
    {
        await using var receiver = await Receiver.StartAsync();
        using var source = await TrackingClient.CreateAsync(server);
        using var client = server.AdminClient(source.Workspace);
        await MakeSegmentAsync(client, "openers");
        var (id, first) = await CreateAsync(client, receiver.Address);
        using var rotated = await client.PostAsync($"/api/webhooks/{id}/rotate", content: null);
        var second = (await rotated.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("secret").GetString()!;

        await source.SendAsync(TrackingClient.Call("""{ "type": "track", "userId": "ada", "event": "Opened" }"""));
        await EvaluateAsync(client, "openers");
        await Eventually.UntilAsync(() => Task.FromResult(receiver.All.Count > 0), "the change is delivered", Patience);

        var delivery = receiver.All[0];
        var body = JsonElement.Parse(delivery.Body);
        body.GetProperty("type").GetString().ShouldBe("segment.entered");
        body.GetProperty("data").GetProperty("segment").GetString().ShouldBe("openers");
        body.GetProperty("data").GetProperty("identifiers")[0].GetProperty("value").GetString().ShouldBe("ada");
        body.GetProperty("data").GetProperty("profileId").GetGuid().ShouldNotBe(Guid.Empty);
        await StockClients.RunAsync(
            "webhooks",
            "verify.test.mjs",
            ("DELIVERY", JsonSerializer.Serialize(new { body = delivery.Body, headers = delivery.Headers })),
            ("SECRETS", JsonSerializer.Serialize(new[] { first, second })));

        var shown = await client.GetFromJsonAsync<JsonElement>($"/api/webhooks/{id}/deliveries");
        shown.GetProperty("items")[0].GetProperty("id").GetString().ShouldBe(delivery.Id);
        await Eventually.UntilAsync(
            async () => (await client.GetFromJsonAsync<JsonElement>($"/api/webhooks/{id}")).GetProperty("delivered").GetInt64() == 1, "the delivery is noted", Patience);
        (await client.GetStringAsync("/api/webhooks")).ShouldNotContain(second);

        using var replayed = await client.PostAsync($"/api/webhooks/{id}/deliveries/{delivery.Id}/replay", content: null);
        replayed.EnsureSuccessStatusCode();
        await Eventually.UntilAsync(() => Task.FromResult(receiver.All.Count == 2), "the delivery is sent again", Patience);
        receiver.All[1].Id.ShouldBe(delivery.Id);
        receiver.All[1].Body.ShouldBe(delivery.Body);
    }

    [Fact]
    public async Task DeadReceiver_KeepsTheOthersWaitingForNothing_AndIsSentEverythingOnceItIsBack()
    {
        await using var quick = await Receiver.StartAsync();
        await using var dead = await Receiver.StartAsync();
        var isDead = true;
        dead.Answer = async (_, cancellation) =>
        {
            if (isDead)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            return HttpStatusCode.OK;
        };
        using var source = await TrackingClient.CreateAsync(server);
        using var client = server.AdminClient(source.Workspace);
        await MakeSegmentAsync(client, "openers");
        var (deadId, _) = await CreateAsync(client, dead.Address);
        await CreateAsync(client, quick.Address);

        await source.SendAsync([.. Enumerable.Range(0, 100).Select(number => TrackingClient.Call($$"""{ "type": "track", "userId": "u{{number}}", "event": "Opened" }"""))]);
        await EvaluateAsync(client, "openers");
        await Eventually.UntilAsync(() => Task.FromResult(quick.All.Count == 100), "the quick receiver has everything", TimeSpan.FromSeconds(14));
        quick.All.Select(delivery => delivery.Id).Distinct(StringComparer.Ordinal).Count().ShouldBe(100);

        isDead = false;
        await Eventually.UntilAsync(
            async () => (await client.GetFromJsonAsync<JsonElement>($"/api/webhooks/{deadId}")) is var shown
                && (shown.GetProperty("failures").GetInt64() > 0 || shown.GetProperty("delivered").GetInt64() > 0),
            "the dead receiver was noticed",
            Patience);
        using var again = await client.PutAsJsonAsync($"/api/webhooks/{deadId}", new { url = dead.Address });
        again.EnsureSuccessStatusCode();
        await Eventually.UntilAsync(
            async () => (await client.GetFromJsonAsync<JsonElement>($"/api/webhooks/{deadId}")).GetProperty("delivered").GetInt64() == 100, "everything arrives", Patience);
    }

    [Theory]
    [InlineData(HttpStatusCode.Gone, false)]
    [InlineData(HttpStatusCode.Found, true)]
    [InlineData(HttpStatusCode.InternalServerError, true)]
    public async Task Receiver_ThatRefuses_IsTriedAgainOrLeftAlone(HttpStatusCode status, bool enabled)
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = (_, _) => Task.FromResult(status);
        using var source = await TrackingClient.CreateAsync(server);
        using var client = server.AdminClient(source.Workspace);
        await MakeSegmentAsync(client, "openers");
        var (id, _) = await CreateAsync(client, receiver.Address);
        await source.SendAsync(TrackingClient.Call("""{ "type": "track", "userId": "ada", "event": "Opened" }"""));
        await EvaluateAsync(client, "openers");

        await Eventually.UntilAsync(
            async () => (await client.GetFromJsonAsync<JsonElement>($"/api/webhooks/{id}")).GetProperty("failures").GetInt64() > 0, "the refusal is noted", Patience);
        var shown = await client.GetFromJsonAsync<JsonElement>($"/api/webhooks/{id}");
        shown.GetProperty("enabled").GetBoolean().ShouldBe(enabled);
        shown.GetProperty("pending").GetInt64().ShouldBe(1, "it is kept");
        var delivery = (await client.GetFromJsonAsync<JsonElement>($"/api/webhooks/{id}/deliveries?state=pending")).GetProperty("items")[0];
        delivery.GetProperty("status").GetInt32().ShouldBe((int)status);
        delivery.GetProperty("answer").GetString()!.ShouldContain(((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture));
        receiver.All.ShouldNotContain(request => request.Headers.ContainsKey("referer"));
    }

    [Fact]
    public async Task Webhook_ForSomeSegmentsAndTypes_IsSentNothingElse_AndNoBackfills()
    {
        await using var receiver = await Receiver.StartAsync();
        using var source = await TrackingClient.CreateAsync(server);
        using var client = server.AdminClient(source.Workspace);
        await source.SendAsync(TrackingClient.Call("""{ "type": "track", "userId": "before", "event": "Opened" }"""));
        await MakeSegmentAsync(client, "openers");
        await CreateAsync(client, receiver.Address, new { url = receiver.Address, segments = new[] { "openers" }, types = new[] { "segment.entered" } });
        await MakeSegmentAsync(client, "others");
        await EvaluateAsync(client, "openers");
        await EvaluateAsync(client, "others");
        await source.SendAsync(TrackingClient.Call("""{ "type": "track", "userId": "after", "event": "Opened" }"""));
        await EvaluateAsync(client, "openers", members: 2);
        await Eventually.UntilAsync(() => Task.FromResult(receiver.All.Count > 0), "the change is delivered", Patience);
        await EvaluateAsync(client, "others", members: 2);
        receiver.All.Select(delivery => JsonNode.Parse(delivery.Body)!["data"]!)
            .Select(data => $"{data["segment"]} {data["identifiers"]![0]!["value"]}").Distinct(StringComparer.Ordinal)
            .ShouldBe(["openers after"], "who was in the segment when it was made did not enter it");
    }

    [Fact]
    public async Task Delivery_OfWhoLeftByMerging_SaysWhatTheyWereKnownBy()
    {
        await using var receiver = await Receiver.StartAsync();
        using var source = await TrackingClient.CreateAsync(server);
        using var client = server.AdminClient(source.Workspace);
        await MakeSegmentAsync(client, "openers");
        await CreateAsync(client, receiver.Address);
        await source.SendAsync(TrackingClient.Call("""{ "type": "track", "anonymousId": "visitor", "event": "Opened" }"""));
        await source.SendAsync(TrackingClient.Call("""{ "type": "track", "userId": "ada", "event": "Opened" }"""));
        await Eventually.UntilAsync(() => Task.FromResult(receiver.All.Count == 2), "both entered", Patience);
        await source.SendAsync(TrackingClient.Call("""{ "type": "identify", "userId": "ada", "anonymousId": "visitor" }"""));
        await Eventually.UntilAsync(() => Task.FromResult(receiver.All.Count == 3), "one of them left", Patience);
        var left = JsonElement.Parse(receiver.All[2].Body);
        left.GetProperty("type").GetString().ShouldBe("segment.left");
        left.GetProperty("data").GetProperty("identifiers").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Test_OfAWebhook_SaysAtOnceWhatCameOfIt()
    {
        await using var receiver = await Receiver.StartAsync();
        using var client = server.AdminClient(await server.CreateWorkspaceAsync("webhooks"));
        var (id, _) = await CreateAsync(client, receiver.Address);
        using var answer = await client.PostAsync($"/api/webhooks/{id}/test", content: null);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("delivered").GetBoolean().ShouldBeTrue();
        JsonElement.Parse(receiver.All.ShouldHaveSingleItem().Body).GetProperty("type").GetString().ShouldBe("webhook.test");
    }

    [Theory]
    [InlineData("ftp://example.com/", null)]
    [InlineData("/hooks", null)]
    [InlineData("https://user:secret@example.com/", null)]
    [InlineData("https://example.com/", "segment.renamed")]
    public async Task Create_WithSomethingWrong_SaysWhat(string url, string? type)
    {
        using var client = server.AdminClient(await server.CreateWorkspaceAsync("webhooks"));
        using var refused = await client.PostAsJsonAsync("/api/webhooks", new { url, types = type is null ? null : new[] { type } });
        await refused.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "webhook-invalid");
    }

    [Fact]
    public async Task CreateOrChange_ForASegmentThatThereIsNot_NamesTheNearest()
    {
        using var source = await TrackingClient.CreateAsync(server);
        using var client = server.AdminClient(source.Workspace);
        await MakeSegmentAsync(client, "openers");
        using var created = await client.PostAsJsonAsync("/api/webhooks", new { url = "https://example.com/", segments = new[] { "opners" } });
        (await created.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "webhook-invalid")).ShouldContain("did you mean \"openers\"?");
        var (id, _) = await CreateAsync(client, "https://example.com/", new { url = "https://example.com/", segments = new[] { "openers" } });
        using var changed = await client.PutAsJsonAsync($"/api/webhooks/{id}", new { url = "https://example.com/", segments = new[] { "openers", "nope" } });
        (await changed.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "webhook-invalid")).ShouldContain("\"nope\"");
    }

    [Theory]
    [InlineData("https://127.0.0.1/hooks", false)]
    [InlineData("https://[::1]:8443/", false)]
    [InlineData("https://localhost/", false)]
    [InlineData("https://93.184.216.34/", true)]
    [InlineData("https://example.com/", true)]
    public void Details_OfAPrivateAddress_AreRefusedAtOnceUnlessAllowed(string url, bool taken)
    {
        WebhookDetails.TryCreate(null, url, null, null, backfills: false, enabled: true, privateAllowed: false, out _, out var complaint).ShouldBe(taken, complaint);
        WebhookDetails.TryCreate(null, url, null, null, backfills: false, enabled: true, privateAllowed: true, out _, out complaint).ShouldBeTrue(complaint);
    }

    private static async Task<(string Id, string Secret)> CreateAsync(HttpClient client, string address, object? body = null)
    {
        using var created = await client.PostAsJsonAsync("/api/webhooks", body ?? new { url = address });
        created.StatusCode.ShouldBe(HttpStatusCode.Created, await created.Content.ReadAsStringAsync());
        var answer = await created.Content.ReadFromJsonAsync<JsonElement>();
        return (answer.GetProperty("webhook").GetProperty("id").GetString()!, answer.GetProperty("secret").GetString()!);
    }

    private static async Task MakeSegmentAsync(HttpClient client, string key)
    {
        using var made = await client.PostAsJsonAsync("/api/segments", new { key, name = key, definition = "did \"Opened\" ever" });
        made.StatusCode.ShouldBe(HttpStatusCode.Created, await made.Content.ReadAsStringAsync());
        await Eventually.UntilAsync(async () => await StateAsync(client, key) == "ready", "the segment is computed", Patience);
    }

    private static Task EvaluateAsync(HttpClient client, string key, int members = 1) => Evaluations.EvaluateAsync(client, key, members, Patience);

    private static async Task<string?> StateAsync(HttpClient client, string key) =>
        (await client.GetFromJsonAsync<JsonElement>($"/api/segments/{key}")).GetProperty("state").GetString();
}
