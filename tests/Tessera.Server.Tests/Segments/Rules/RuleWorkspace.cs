using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Domain;
using Tessera.Server.Segments.Rules;
using Tessera.Server.Tests.Pipeline;

namespace Tessera.Server.Tests.Segments.Rules;

/// <summary>A workspace of its own with calls in it, whose segments are asked about over HTTP.</summary>
internal sealed class RuleWorkspace : IDisposable
{
    private readonly ServerFixture server;
    private readonly TrackingClient source;

    private RuleWorkspace(ServerFixture server, TrackingClient source)
    {
        (this.server, this.source) = (server, source);
        Http = server.AdminClient(source.Workspace);
    }

    public HttpClient Http { get; }

    public TrackingClient Source => source;

    public WorkspaceKey Key => new(source.Workspace);

    public static async Task<RuleWorkspace> OpenAsync(ServerFixture server, params JsonNode[] calls)
    {
        var workspace = new RuleWorkspace(server, await TrackingClient.CreateAsync(server));
        await workspace.source.SendAsync(calls);
        return workspace;
    }

    public static JsonNode Identify(string user, string day, string traits) =>
        TrackingClient.Call($$"""{ "type": "identify", "userId": "{{user}}", "timestamp": "{{day}}T00:00:00Z", "traits": {{traits}} }""");

    public static JsonNode Track(string user, string name, string day, string properties = "{}") =>
        TrackingClient.Call($$"""{ "type": "track", "userId": "{{user}}", "event": "{{name}}", "timestamp": "{{day}}T00:00:00Z", "properties": {{properties}} }""");

    /// <summary>Makes a segment and finds its members.</summary>
    public async Task CreateAsync(string key, string definition)
    {
        await AskAsync(HttpMethod.Post, "/api/segments", new { key, name = key, definition }, HttpStatusCode.Created);
        await EvaluateAsync();
    }

    public Task EvaluateAsync() => server.Services.GetRequiredService<RuleEvaluation>().EvaluateAsync(Key, CancellationToken.None);

    public Task<JsonElement> GetAsync(string path) => AskAsync(HttpMethod.Get, path);

    public Task<JsonElement> PostAsync(string path, object body) => AskAsync(HttpMethod.Post, path, body);

    public async Task<JsonElement> AskAsync(HttpMethod method, string path, object? body = null, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(expected, text);
        using var document = JsonDocument.Parse(text.Length == 0 ? "null" : text);
        return document.RootElement.Clone();
    }

    public void Dispose()
    {
        Http.Dispose();
        source.Dispose();
    }
}
