using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Tessera.Server.Tests.Pipeline;
using Tessera.Testing;

namespace Tessera.Server.Tests.Segments.Live;

/// <summary>Calls change membership as they come in, and so does the passing of time; whoever reads on misses no change.</summary>
[Collection(SharedServer.Name)]
public sealed class LiveMembershipTests(ServerFixture server) : IAsyncLifetime
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
    public async Task Call_ThatMakesAMember_IsInTheStreamWithItsCause()
    {
        await CreateAsync("buyers", "did \"Bought\" at least 2 times and plan is \"pro\"");
        await source.SendAsync(
            TrackingClient.Call("""{ "type": "identify", "messageId": "1", "userId": "ada", "traits": { "plan": "pro" } }"""),
            TrackingClient.Call("""{ "type": "track", "messageId": "2", "userId": "ada", "event": "Bought" }"""));
        (await ChangesAsync()).ShouldBeEmpty();
        await source.SendAsync(TrackingClient.Call("""{ "type": "track", "messageId": "3", "userId": "ada", "event": "Bought" }"""));
        (await ChangesAsync()).ShouldBe(["buyers entered event 3"]);
        var ada = await client.GetFromJsonAsync<JsonElement>("/api/profiles?identifier=user_id:ada");
        ada.GetProperty("segments").EnumerateArray().Single().GetProperty("key").GetString().ShouldBe("buyers");
        await source.SendAsync(TrackingClient.Call("""{ "type": "track", "messageId": "3", "userId": "ada", "event": "Bought" }"""));
        await source.SendAsync(TrackingClient.Call("""{ "type": "identify", "messageId": "4", "userId": "ada", "traits": { "plan": "free" } }"""));
        (await ChangesAsync()).ShouldBe(["buyers entered event 3", "buyers left event 4"]);
        (await SizeBySqlAsync("did \"Bought\" at least 2 times and plan is \"pro\"")).ShouldBe(0);
    }

    [Fact]
    public async Task Consent_OfACall_IsFollowedLikeAnythingElse()
    {
        await CreateAsync("asked", "consents to \"email\" and did \"Bought\"");
        await source.SendAsync(TrackingClient.Call("""{ "type": "track", "messageId": "1", "userId": "ada", "event": "Bought" }"""));
        (await ChangesAsync()).ShouldBeEmpty();
        await source.SendAsync(TrackingClient.Call(
            """{ "type": "page", "messageId": "2", "userId": "ada", "context": { "consent": { "categoryPreferences": { "sms": false, "email": true } } } }"""));
        (await ChangesAsync()).ShouldBe(["asked entered event 2"]);
        (await SizeBySqlAsync("consents to \"email\" and did \"Bought\"")).ShouldBe(1);

        // What is no yes or no says nothing, and what is about another purpose is none of it.
        await source.SendAsync(TrackingClient.Call(
            """{ "type": "page", "messageId": "3", "userId": "ada", "context": { "consent": { "categoryPreferences": { "sms": true, "email": "no" } } } }"""));
        (await ChangesAsync()).Count.ShouldBe(1);
        await source.SendAsync(TrackingClient.Call(
            """{ "type": "identify", "messageId": "4", "userId": "ada", "context": { "consent": { "categoryPreferences": { "email": false } } } }"""));
        (await ChangesAsync()).ShouldBe(["asked entered event 2", "asked left event 4"]);
        (await SizeBySqlAsync("consents to \"email\" and did \"Bought\"")).ShouldBe(0);
        (await SizeBySqlAsync("consents to \"sms\"")).ShouldBe(1);
    }

    [Fact]
    public async Task Window_ThatRunsOut_EndsMembershipWithoutACall()
    {
        await CreateAsync("recent", "did \"Bought\" in the last 1 minute");
        var bought = TimeProvider.System.GetUtcNow() - TimeSpan.FromSeconds(56);
        await source.SendAsync(TrackingClient.Call(
            $$"""{ "type": "track", "messageId": "1", "userId": "ada", "event": "Bought", "timestamp": "{{bought.ToString("O", CultureInfo.InvariantCulture)}}" }"""));
        (await ChangesAsync()).ShouldBe(["recent entered event 1"]);
        await Eventually.UntilAsync(async () => (await ChangesAsync()).Count == 2, "the window ran out", TimeSpan.FromSeconds(30));
        (await ChangesAsync())[1].ShouldBe("recent left time ");
        var items = await ItemsAsync();
        items[1].GetProperty("messageId").ValueKind.ShouldBe(JsonValueKind.Null, "no call brought it about");
        (items[1].GetProperty("time").GetDateTimeOffset() - (bought + TimeSpan.FromMinutes(1))).ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Merge_MovesMembership()
    {
        await CreateAsync("buyers", "did \"Bought\" at least 2 times");
        await source.SendAsync(TrackingClient.Call("""{ "type": "track", "messageId": "1", "anonymousId": "visitor", "event": "Bought" }"""));
        await source.SendAsync(TrackingClient.Call("""{ "type": "track", "messageId": "2", "userId": "ada", "event": "Bought" }"""));
        (await ChangesAsync()).ShouldBeEmpty();
        await source.SendAsync(TrackingClient.Call("""{ "type": "identify", "messageId": "3", "userId": "ada", "anonymousId": "visitor" }"""));
        await Eventually.UntilAsync(async () => (await ChangesAsync()).Count == 1, "the merged customer is a member", TimeSpan.FromSeconds(10));
        await source.SendAsync(TrackingClient.Call("""{ "type": "track", "messageId": "4", "anonymousId": "visitor", "event": "Bought" }"""));
        (await ChangesAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Calls_InSeededBatches_ComeToWhatTheEngineFinds()
    {
        const string Definition = "did \"A\" at least 2 times in the last 30 days and not did \"B\" in the last 10 days or sum of amount of \"A\" ever > 20";
        await CreateAsync("mixed", Definition);
        var random = new Random(11);
        var now = TimeProvider.System.GetUtcNow();
        for (var batch = 0; batch < 8; batch++)
        {
            await source.SendAsync([.. Enumerable.Range(0, 40).Select(call => TrackingClient.Call(
                $$"""
                { "type": "track", "messageId": "{{batch}}-{{call}}", "userId": "u{{random.Next(25)}}", "event": "{{(random.Next(3) == 0 ? "B" : "A")}}",
                  "timestamp": "{{now.AddDays(-random.Next(60)).ToString("O", CultureInfo.InvariantCulture)}}", "properties": { "amount": {{random.Next(9)}} } }
                """))]);
        }

        var members = (await ItemsAsync()).GroupBy(item => item.GetProperty("profileId").GetGuid()).Count(changes => changes.Last().GetProperty("entered").GetBoolean());
        members.ShouldBe((int)await SizeBySqlAsync(Definition));
        members.ShouldBeInRange(1, 24);
    }

    [Fact]
    public async Task Stream_SendsWhatHappensFromNowOn_AndGoesOnFromAnEvent()
    {
        await CreateAsync("buyers", "did \"Bought\"");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var lines = await OpenAsync("", patience.Token);
        (await NextAsync(lines, "event: ", patience.Token)).ShouldBe("alive");
        await source.SendAsync(TrackingClient.Call("""{ "type": "track", "messageId": "1", "userId": "ada", "event": "Bought" }"""));
        (await NextAsync(lines, "event: ", patience.Token)).ShouldBe("change");
        var data = JsonDocument.Parse(await NextAsync(lines, "data: ", patience.Token)).RootElement;
        (data.GetProperty("segment").GetString(), data.GetProperty("messageId").GetString(), data.GetProperty("entered").GetBoolean()).ShouldBe(("buyers", "1", true));
        var id = await NextAsync(lines, "id: ", patience.Token);

        await source.SendAsync(TrackingClient.Call("""{ "type": "track", "messageId": "2", "userId": "bob", "event": "Bought" }"""));
        using var again = await OpenAsync(id, patience.Token);
        JsonDocument.Parse(await NextAsync(again, "data: {", patience.Token, keep: "{")).RootElement.GetProperty("messageId").GetString().ShouldBe("2");
    }

    private static async Task<string> NextAsync(StreamReader lines, string start, CancellationToken cancellationToken, string keep = "")
    {
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith(start, StringComparison.Ordinal))
            {
                return keep + line[start.Length..];
            }
        }

        throw new InvalidOperationException("The stream has ended.");
    }

    private async Task<StreamReader> OpenAsync(string lastEvent, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/segments/changes/stream");
        if (lastEvent.Length > 0)
        {
            request.Headers.Add("Last-Event-ID", lastEvent);
        }

        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        return new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
    }

    private async Task CreateAsync(string key, string definition)
    {
        using var response = await client.PostAsJsonAsync("/api/segments", new { key, name = key, definition });
        response.EnsureSuccessStatusCode();
        await Eventually.UntilAsync(
            async () => (await client.GetFromJsonAsync<JsonElement>($"/api/segments/{key}")).GetProperty("state").GetString() == "ready", $"{key} is ready", TimeSpan.FromSeconds(30));
    }

    private async Task<List<JsonElement>> ItemsAsync() =>
        [.. (await client.GetFromJsonAsync<JsonElement>("/api/segments/changes?limit=1000")).GetProperty("items").EnumerateArray()];

    private async Task<List<string>> ChangesAsync() => (await ItemsAsync()).ConvertAll(change =>
        $"{change.GetProperty("segment")} {(change.GetProperty("entered").GetBoolean() ? "entered" : "left")} {change.GetProperty("cause")} {change.GetProperty("messageId")}");

    private async Task<long> SizeBySqlAsync(string definition)
    {
        using var answer = await client.PostAsJsonAsync("/api/segments/preview", new { definition });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("count").GetInt64();
    }
}
