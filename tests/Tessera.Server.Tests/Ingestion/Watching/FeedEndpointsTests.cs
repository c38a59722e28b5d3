using System.Text.Json;
using Tessera.Server.Tests.Pipeline;

namespace Tessera.Server.Tests.Ingestion.Watching;

/// <summary>Calls that are watched as they arrive.</summary>
[Collection(SharedServer.Name)]
public sealed class FeedEndpointsTests(ServerFixture server) : IAsyncLifetime
{
    private TrackingClient source = null!;
    private HttpClient client = null!;

    public async Task InitializeAsync()
    {
        source = await TrackingClient.CreateAsync(server);
        client = server.AdminClient(source.Workspace);
    }

    public Task DisposeAsync()
    {
        client.Dispose();
        source.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Call_ThatArrives_IsShownWithWhoseItIs_AndARefusedOneWithItsReason()
    {
        using var lines = await OpenAsync("?limit=2");
        await NextAsync(lines, "event: alive");
        await source.SendAsync(
            TrackingClient.Call("""{ "type": "track", "messageId": "1", "userId": "ada", "event": "Bought", "properties": { "price": 5 }, "context": { "ip": "::1" } }"""),
            TrackingClient.Call("""{ "type": "track", "userId": "bob" }"""));
        var call = await CallAsync(lines);
        (call.GetProperty("id").GetString(), call.GetProperty("type").GetString(), call.GetProperty("name").GetString(), call.GetProperty("userId").GetString())
            .ShouldBe(("1", "track", "Bought", "ada"));
        call.GetProperty("properties").GetProperty("price").GetInt32().ShouldBe(5);
        call.GetProperty("context").GetProperty("ip").GetString().ShouldBe("::1");
        call.GetProperty("accepted").GetBoolean().ShouldBeTrue();
        var ada = await client.GetAsync(new Uri("/api/profiles?identifier=user_id:ada", UriKind.Relative));
        JsonDocument.Parse(await ada.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetGuid().ShouldBe(call.GetProperty("profileId").GetGuid());

        var refused = await CallAsync(lines);
        refused.GetProperty("accepted").GetBoolean().ShouldBeFalse();
        refused.GetProperty("reason").GetString()!.ShouldContain("event");
        (await lines.ReadToEndAsync()).Trim().ShouldBeEmpty();
    }

    [Fact]
    public async Task Calls_MoreThanCanBeShown_AreCounted()
    {
        using var lines = await OpenAsync("");
        await NextAsync(lines, "event: alive");
        await source.SendAsync([.. Enumerable.Range(0, 500).Select(call => TrackingClient.Call($$"""{ "type": "track", "messageId": "{{call}}", "userId": "ada", "event": "x" }"""))]);
        await NextAsync(lines, "event: dropped");
        var dropped = JsonDocument.Parse((await lines.ReadLineAsync())!["data: ".Length..]).RootElement.GetProperty("dropped").GetInt64();

        // One batch is shown within one second, or two when the second turns.
        dropped.ShouldBeInRange(400, 450);
    }

    [Fact]
    public async Task Call_OfAnotherWorkspace_IsNotShown()
    {
        using var other = await TrackingClient.CreateAsync(server);
        using var lines = await OpenAsync("?limit=1");
        await NextAsync(lines, "event: alive");
        await other.SendAsync(TrackingClient.Call("""{ "type": "track", "messageId": "theirs", "userId": "ada", "event": "x" }"""));
        await source.SendAsync(TrackingClient.Call("""{ "type": "track", "messageId": "ours", "userId": "ada", "event": "x" }"""));
        (await CallAsync(lines)).GetProperty("id").GetString().ShouldBe("ours");
    }

    [Theory]
    [InlineData("search=LAMP", "lamp")]
    [InlineData("search=bob", "door")]
    [InlineData("type=page", "page")]
    [InlineData("outcome=refused", null)]
    [InlineData("search=event&outcome=refused", null)]
    [InlineData("search=lamp&type=track&outcome=accepted", "lamp")]
    public async Task Calls_ThatAreNotWanted_AreNeitherShownNorInTheWayOfOthers(string query, string? wanted)
    {
        using var lines = await OpenAsync($"?limit=1&{query}");
        await NextAsync(lines, "event: alive");

        // More of the others than may be shown in a second.
        await source.SendAsync(
        [
            .. Enumerable.Range(0, 100).Select(call => TrackingClient.Call($$"""{ "type": "track", "messageId": "{{call}}", "userId": "ada", "event": "Stair" }""")),
            TrackingClient.Call("""{ "type": "track", "messageId": "lamp", "userId": "ada", "event": "Lamp Lit" }"""),
            TrackingClient.Call("""{ "type": "track", "messageId": "door", "userId": "bob", "event": "Door" }"""),
            TrackingClient.Call("""{ "type": "page", "messageId": "page", "userId": "ada", "name": "Home" }"""),
            TrackingClient.Call("""{ "type": "track", "userId": "bob" }"""),
        ]);
        (await CallAsync(lines)).GetProperty("id").GetString().ShouldBe(wanted);
    }

    [Theory]
    [InlineData("type=tracks", "track, page, screen, identify, group or alias")]
    [InlineData("outcome=good", "accepted or refused")]
    public async Task Filter_ThatIsNone_IsRefused(string query, string expected)
    {
        var answer = await client.GetAsync(new Uri($"/api/events/live?{query}", UriKind.Relative));
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(expected);
    }

    private static async Task<JsonElement> CallAsync(StreamReader lines)
    {
        await NextAsync(lines, "event: call");
        return JsonDocument.Parse((await lines.ReadLineAsync())!["data: ".Length..]).RootElement;
    }

    private static async Task NextAsync(StreamReader lines, string wanted)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await lines.ReadLineAsync(patience.Token) is { } line)
        {
            if (line == wanted)
            {
                return;
            }
        }

        throw new InvalidOperationException("The stream has ended.");
    }

    private async Task<StreamReader> OpenAsync(string query)
    {
        var response = await client.GetAsync(new Uri("/api/events/live" + query, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        return new StreamReader(await response.Content.ReadAsStreamAsync());
    }
}
