using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Domain;
using Tessera.Server.Identity.Contracts;
using Tessera.Server.Profiles.Documents;
using Tessera.Server.Tests.Imports;
using Tessera.Server.Tests.Pipeline;
using Tessera.Testing;

namespace Tessera.Server.Tests.Profiles.Documents;

/// <summary>What is kept of profiles says what the engine would answer, whatever happened to them.</summary>
[Collection(SharedServer.Name)]
public sealed class ProfileDocumentsTests(ServerFixture server) : IAsyncLifetime, IDisposable
{
    private const int People = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private TrackingClient source = null!;
    private HttpClient client = null!;

    private WorkspaceKey Workspace => new(source.Workspace);

    public async Task InitializeAsync()
    {
        source = await TrackingClient.CreateAsync(server);
        client = server.AdminClient(source.Workspace);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        source.Dispose();
        client.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Show_AnyHistory_SaysWhatTheEngineSays(int seed)
    {
        var random = new Random(seed);
        await AddSegmentAsync("buyers", "did \"Order Completed\" at least 2 times ever");
        await AddSegmentAsync("pros", "plan is \"pro\"");
        for (var round = 0; round < 3; round++)
        {
            await source.SendAsync([.. Enumerable.Range(0, 15).Select(number => Call(random, round, number))]);
            await CheckAsync();
        }

        // Another time zone is other days, another currency other sentences; a segment of the same key is another segment.
        using var settings = await client.PatchAsJsonAsync($"/api/workspaces/{source.Workspace}", new { timeZone = "Pacific/Auckland", currency = "NZD" });
        settings.EnsureSuccessStatusCode();
        await CheckAsync();
        using var deleted = await client.DeleteAsync(new Uri("/api/segments/buyers", UriKind.Relative));
        deleted.EnsureSuccessStatusCode();
        await AddSegmentAsync("buyers", "did \"Order Completed\" at least 100 times ever");
        await source.SettleAsync();
        await CheckAsync();
    }

    [Fact]
    public async Task Show_ScoresAreComputedAnew_SaysThem()
    {
        await source.SendAsync(Order("u0", "o1", 10));
        await EventuallyScoredAsync(10);
        await source.SendAsync(Order("u1", "o2", 30));
        await EventuallyScoredAsync(10, 30);
    }

    [Fact]
    public async Task Show_OrdersAreImported_SaysThem()
    {
        await source.SendAsync(TrackingClient.Call("""{ "type": "track", "messageId": "1", "userId": "u0", "event": "Looked", "timestamp": "2024-01-01T10:00:00Z" }"""));
        await CheckAsync();
        using var imports = new ImportClient(server.AdminClient(source.Workspace));
        await imports.ImportAsync("order_id,time,customer,sku,quantity,price\no1,2024-02-01 10:00,u0,A,2,10\no2,2024-02-02 10:00,u1,B,1,5\n");
        await CheckAsync();
        var profile = await client.GetFromJsonAsync<JsonElement>("/api/profiles?identifier=user_id:u0");
        profile.GetProperty("value").GetProperty("revenue").GetDecimal().ShouldBe(20);
    }

    private static JsonNode Order(string user, string order, int total) => TrackingClient.Call(
        $$"""{ "type": "track", "messageId": "{{order}}", "userId": "{{user}}", "event": "Order Completed", "timestamp": "2024-01-01T10:00:00Z", "properties": { "order_id": "{{order}}", "total": {{total}} } }""");

    private async Task EventuallyScoredAsync(params decimal[] spent)
    {
        for (var user = 0; user < spent.Length; user++)
        {
            await Eventually.UntilAsync(
                async () => (await client.GetFromJsonAsync<JsonElement>($"/api/profiles?identifier=user_id:u{user.ToString(CultureInfo.InvariantCulture)}"))
                    .GetProperty("rfm") is { ValueKind: JsonValueKind.Object } rfm && rfm.GetProperty("monetary").GetDecimal() == spent[user],
                "the scores are computed anew",
                Patience);
        }
    }

    private static JsonObject Call(Random random, int round, int number)
    {
        var time = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(random.Next(60 * 24 * 40));
        var (user, anonymous, id) = ($"u{random.Next(People)}", $"a{random.Next(2 * People)}", $"{round}-{number}");
        var call = new JsonObject { ["messageId"] = id, ["timestamp"] = time.ToString("O", CultureInfo.InvariantCulture) };
        if (random.Next(3) > 0)
        {
            call["userId"] = user;
        }

        if (random.Next(4) == 0 || !call.ContainsKey("userId"))
        {
            call["anonymousId"] = anonymous;
        }

        if (random.Next(2) == 0)
        {
            call["context"] = new JsonObject { ["device"] = new JsonObject { ["id"] = $"D{random.Next(4)}" }, ["page"] = new JsonObject { ["url"] = $"https://shop.example.com/{id}" } };
        }

        switch (random.Next(5))
        {
            case 0:
                call["type"] = "identify";
                call["traits"] = new JsonObject { ["plan"] = random.Next(2) == 0 ? "pro" : "free", ["name"] = $"Name {random.Next(3)}", ["email"] = $"{user}@example.com" };
                break;
            case 1:
                call["type"] = "group";
                call["groupId"] = $"g{random.Next(2)}";
                call["traits"] = new JsonObject { ["name"] = $"Company {random.Next(3)}" };
                break;
            case 2:
                call["type"] = "track";
                call["event"] = "Order Completed";
                call["properties"] = new JsonObject { ["order_id"] = $"o{random.Next(20)}", ["total"] = random.Next(100) };
                break;
            default:
                call["type"] = "page";
                call["name"] = "Home";
                break;
        }

        return call;
    }

    // At once, when some documents are put together and some are not, and once they all are.
    private async Task CheckAsync()
    {
        var profiles = (await source.QueryAsync("SELECT toString(profile_id) FROM profiles FINAL WHERE workspace = {workspace:String} ORDER BY profile_id"))
            .ConvertAll(profile => Guid.Parse(profile, CultureInfo.InvariantCulture));
        profiles.ShouldNotBeEmpty();
        foreach (var profile in profiles)
        {
            WithoutScores(await ShownAsync(profile)).ShouldBe(WithoutScores(await FromEngineAsync(profile)));
        }

        var timeZone = (await client.GetFromJsonAsync<JsonElement>("/api/workspaces")).GetProperty("items").EnumerateArray()
            .First(workspace => workspace.GetProperty("key").GetString() == source.Workspace).GetProperty("timeZone").GetString()!;
        var (documents, identity) = (server.Services.GetRequiredService<ProfileDocuments>(), server.Services.GetRequiredService<ICustomerIdentity>());
        foreach (var profile in profiles)
        {
            await Eventually.UntilAsync(
                async () => documents.Find(Workspace, profile, await identity.NodesOfAsync(profile, CancellationToken.None), timeZone) is not null, "the document is put together", Patience);
            WithoutScores(await ShownAsync(profile)).ShouldBe(WithoutScores(await FromEngineAsync(profile)));
        }
    }

    // Scores are computed a while after orders came.
    private static string WithoutScores(string profile)
    {
        var all = JsonNode.Parse(profile)!.AsObject();
        all.Remove("rfm");
        all.Remove("scores");
        var segments = all["segments"]!.AsArray();
        foreach (var scored in segments.Where(segment => segment!["kind"]!.GetValue<string>() == "rfm").ToList())
        {
            segments.Remove(scored);
        }

        return all.ToJsonString();
    }

    private Task<string> ShownAsync(Guid profile) => client.GetStringAsync(new Uri($"/api/profiles/{profile}", UriKind.Relative));

    private async Task<string> FromEngineAsync(Guid profile)
    {
        var marks = server.Services.GetRequiredService<DocumentMarks>();
        marks.Hold([profile]);
        try
        {
            return await ShownAsync(profile);
        }
        finally
        {
            marks.LetGo([profile]);
            server.Services.GetRequiredService<ProfileDocuments>().Changed(Workspace, [profile]);
        }
    }

    private async Task AddSegmentAsync(string key, string definition)
    {
        using var made = await client.PostAsJsonAsync("/api/segments", new { key, name = $"The {key}", definition });
        made.EnsureSuccessStatusCode();
    }
}
