using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tessera.Server.Hosting;
using Tessera.Testing;

namespace Tessera.Server.Tests.Segments.Live;

/// <summary>A clock that was ahead for a while, as that of a machine that was put to sleep, ends memberships only until it is right again.</summary>
public sealed class LiveClockTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly TemporaryDirectory folder = new();
    private readonly ShiftedClock clock = new();

    private string Data => folder.Combine("data");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Clock_ThatWasAMonthAhead_LeavesNobodyWithoutTheirSegment()
    {
        await using (var server = await StartAsync())
        {
            using var client = Client(server);
            using var made = await client.PostAsJsonAsync("/api/segments", new { key = "recent", name = "Recent", definition = "did \"Bought\" in the last 7 days" });
            made.EnsureSuccessStatusCode();
            await Eventually.UntilAsync(
                async () => (await client.GetFromJsonAsync<JsonElement>("/api/segments/recent")).GetProperty("state").GetString() == "ready", "the segment is ready", Patience);
            await SendAsync(server);
            await UntilAsync(client, "entered");
            clock.Ahead = TimeSpan.FromDays(30);
            await UntilAsync(client, "entered left");
            clock.Ahead = TimeSpan.Zero;
            await UntilAsync(client, "entered left entered");
            clock.Ahead = TimeSpan.FromDays(60);
            await UntilAsync(client, "entered left entered left");
        }

        clock.Ahead = TimeSpan.Zero;
        await using var again = await StartAsync();
        using var late = Client(again);
        await UntilAsync(late, "entered left entered left entered");
    }

    private static async Task UntilAsync(HttpClient client, string changes) => await Eventually.UntilAsync(
        async () => string.Join(' ', (await client.GetFromJsonAsync<JsonElement>("/api/segments/changes?limit=1000")).GetProperty("items").EnumerateArray()
            .Select(change => change.GetProperty("entered").GetBoolean() ? "entered" : "left")) == changes,
        changes,
        Patience);

    private async Task SendAsync(TesseraServer server)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        var writeKey = (await File.ReadAllTextAsync(Path.Combine(Data, "write.key"))).Trim();
        using var response = await client.PostAsJsonAsync("/v1/track", new JsonObject { ["writeKey"] = writeKey, ["userId"] = "ada", ["event"] = "Bought" });
        response.EnsureSuccessStatusCode();
    }

    private HttpClient Client(TesseraServer server)
    {
        var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", File.ReadAllText(Path.Combine(Data, "admin.token")).Trim());
        return client;
    }

    private async Task<TesseraServer> StartAsync()
    {
        var server = await TesseraServer.CreateAsync(
            new TesseraServerOptions { DataDirectory = Data, Urls = [new Uri("http://127.0.0.1:0")], EngineMemoryBytes = 1L << 30, Time = clock });
        await server.StartAsync();
        return server;
    }

    private sealed class ShiftedClock : TimeProvider
    {
        private long ahead;

        public TimeSpan Ahead
        {
            get => new(Interlocked.Read(ref ahead));
            set => Interlocked.Exchange(ref ahead, value.Ticks);
        }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
    }
}
