using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Access.Secrets;
using Tessera.Server.Access.Tokens;
using Tessera.Server.Ingestion.Contracts;
using Tessera.Server.Pipeline;
using Tessera.Server.Segments.Live;

namespace Tessera.Server.Tests.Pipeline;

/// <summary>A source of a workspace of its own: sends calls and waits until they went through the pipeline.</summary>
internal sealed class TrackingClient : IDisposable
{
    private readonly IServiceProvider services;
    private readonly HttpClient http;

    private TrackingClient(IServiceProvider services, HttpClient client, string workspace, string writeKey) =>
        (this.services, http, Workspace, WriteKey) = (services, client, workspace, writeKey);

    public string WriteKey { get; }

    public Uri Address => http.BaseAddress!;

    public string Workspace { get; }

    public ClickHouseClient Engine => services.GetRequiredService<ClickHouseClient>();

    public static async Task<TrackingClient> CreateAsync(ServerFixture server)
    {
        var workspace = await server.CreateWorkspaceAsync("tracking");
        var secret = Secret.Create(SecretPrefixes.WriteKey);
        await server.Services.GetRequiredService<WriteKeyStore>().SetDefaultAsync(new WorkspaceKey(workspace), secret, CancellationToken.None);
        var client = server.AnonymousClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(secret.Text + ":")));
        return new TrackingClient(server.Services, client, workspace, secret.Text);
    }

    /// <summary>Sends calls in one batch and waits until they are stored.</summary>
    public Task SendAsync(params JsonNode[] calls) =>
        SendBatchAsync(new JsonObject { ["batch"] = new JsonArray([.. calls.Select(call => call.DeepClone())]) });

    /// <summary>Sends a batch and waits until it is stored.</summary>
    public async Task SendBatchAsync(JsonNode batch)
    {
        await PostAsync(batch);
        await SettleAsync();
    }

    /// <summary>Sends a batch and waits until it is acknowledged.</summary>
    public async Task PostAsync(JsonNode batch)
    {
        using var content = new StringContent(batch.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await http.PostAsync("/v1/batch", content);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Waits until everything in the log is stored, and nobody waits for being evaluated.</summary>
    public async Task SettleAsync()
    {
        var pipeline = services.GetRequiredService<PipelineService>();
        var membership = services.GetRequiredService<LiveMembership>();
        var patience = Stopwatch.StartNew();
        while (pipeline.Lag > 0 || !membership.IsSettled)
        {
            patience.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30), "the pipeline has come to a halt");
            await Task.Delay(20);
        }

        await membership.FlushAsync(CancellationToken.None);
    }

    /// <summary>What is stored for this workspace, one text a row, in the order given.</summary>
    public Task<List<string>> QueryAsync(string sql) => Engine.ListAsync<string>(new Statement(sql).With("workspace", Workspace));

    public static JsonNode Call(string json) => JsonNode.Parse(json)!;

    public void Dispose() => http.Dispose();
}
