using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tessera.Testing;

namespace Tessera.Server.Tests.Pipeline;

/// <summary>A sender, and a reader of segments, that knows a server by HTTP alone.</summary>
internal sealed class HttpSource : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly HttpClient admin;
    private readonly HttpClient sender;

    public HttpSource(string directory, Uri address)
    {
        admin = Client(address);
        admin.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", File.ReadAllText(Path.Combine(directory, "admin.token")).Trim());
        sender = Client(address);
        var key = File.ReadAllText(Path.Combine(directory, "write.key")).Trim();
        sender.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(key + ":")));
    }

    public async Task CreateAsync(string key, string definition)
    {
        using var made = await admin.PostAsJsonAsync("/api/segments", new { key, name = key, definition });
        made.IsSuccessStatusCode.ShouldBeTrue(await made.Content.ReadAsStringAsync());
        await Eventually.UntilAsync(
            async () => (await admin.GetFromJsonAsync<JsonElement>($"/api/segments/{key}")).GetProperty("state").GetString() == "ready", $"{key} is computed", Patience);
    }

    /// <summary>Sends calls once; says what came of it.</summary>
    public async Task<HttpStatusCode> TrySendAsync(params JsonNode[] calls)
    {
        using var content = new StringContent(new JsonObject { ["batch"] = new JsonArray([.. calls.Select(call => call.DeepClone())]) }.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await sender.PostAsync("/v1/batch", content);
        return response.StatusCode;
    }

    public async Task SendAsync(params JsonNode[] calls) => (await TrySendAsync(calls)).ShouldBe(HttpStatusCode.OK);

    /// <summary>Changes of membership after a cursor, as texts, and the cursor after them.</summary>
    public async Task<(IReadOnlyList<string> Changes, string Cursor)> ChangesAsync(string cursor = "")
    {
        var page = await admin.GetFromJsonAsync<JsonElement>($"/api/segments/changes?limit=1000&cursor={Uri.EscapeDataString(cursor)}");
        return ([.. page.GetProperty("items").EnumerateArray().Select(item => $"{item.GetProperty("segment")} {(item.GetProperty("entered").GetBoolean() ? "entered" : "left")} {item.GetProperty("messageId")}")],
            page.GetProperty("next").GetString()!);
    }

    /// <summary>How many belong to a definition over all that is stored.</summary>
    public async Task<long> CountAsync(string definition)
    {
        using var answer = await admin.PostAsJsonAsync("/api/segments/preview", new { definition });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("count").GetInt64();
    }

    /// <summary>Waits until everything that is durable is stored.</summary>
    public Task StoredAsync() => Eventually.UntilAsync(
        async () => (await admin.GetFromJsonAsync<JsonElement>("/api/pipeline")).GetProperty("partitions").EnumerateArray().All(partition => partition.GetProperty("behind").GetInt64() == 0),
        "everything is stored",
        Patience);

    public void Dispose()
    {
        admin.Dispose();
        sender.Dispose();
    }

    private static HttpClient Client(Uri address) => new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address };
}
