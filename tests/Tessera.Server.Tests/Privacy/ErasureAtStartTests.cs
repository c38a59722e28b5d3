using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Hosting;
using Tessera.Server.Pipeline;
using Tessera.Server.Privacy.Jobs;
using Tessera.Testing;

namespace Tessera.Server.Tests.Privacy;

/// <summary>A server that was killed while it erased somebody, with a batch half stored, goes on with both.</summary>
public sealed class ErasureAtStartTests : IDisposable
{
    private static readonly WorkspaceKey Workspace = new("default");
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly TemporaryDirectory folder = new();

    private string Data => folder.Combine("data");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Start_WithAnErasureAndABatchHalfDone_FinishesBoth()
    {
        await using (var server = await StartAsync())
        {
            await SendAsync(server, "1", "ada");
            await SendAsync(server, "2", "bob");
            await SettleAsync(server);
            var ada = ProfileId.For(Workspace, new Identifier(IdentifierKinds.UserId, "ada")).Value;
            var (person, since) = (await server.Services.GetRequiredService<PersonLookup>().FindAsync(Workspace, ada, CancellationToken.None))!.Value;
            await server.Services.GetRequiredService<ErasureStore>().RequestAsync(person, since, "test", CancellationToken.None);
        }

        await using (var state = new SqliteConnection($"Data Source={Path.Combine(Data, "state.db")};Pooling=false"))
        {
            (await state.ExecuteAsync("UPDATE progress SET begun_last = position, position = position - 1 WHERE position > 0")).ShouldBeGreaterThan(0);
            await state.ExecuteAsync("DELETE FROM messages");
        }

        await using var again = await StartAsync();
        for (var call = 0; call < 20; call++)
        {
            await SendAsync(again, $"beside-{call}", $"u{call}");
        }

        var erasures = again.Services.GetRequiredService<ErasureStore>();
        await Eventually.UntilAsync(async () => (await erasures.UnfinishedAsync(CancellationToken.None)).Count == 0, "the erasure is finished", Patience);
        await SettleAsync(again);
        var stored = await again.Services.GetRequiredService<ClickHouseClient>().ListAsync<string>(new Statement("SELECT message_id FROM events ORDER BY message_id"));
        stored.ShouldBe(Enumerable.Range(0, 20).Select(call => $"beside-{call}").Append("2").Order(StringComparer.Ordinal));
    }

    private static async Task SettleAsync(TesseraServer server)
    {
        var pipeline = server.Services.GetRequiredService<PipelineService>();
        await Eventually.UntilAsync(() => Task.FromResult(pipeline.Lag == 0), "everything is stored", Patience);
    }

    private async Task SendAsync(TesseraServer server, string message, string user)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        var writeKey = (await File.ReadAllTextAsync(Path.Combine(Data, "write.key"))).Trim();
        using var response = await client.PostAsJsonAsync(
            "/v1/track", new JsonObject { ["writeKey"] = writeKey, ["messageId"] = message, ["userId"] = user, ["event"] = "Bought" });
        response.EnsureSuccessStatusCode();
    }

    private async Task<TesseraServer> StartAsync()
    {
        var server = await TesseraServer.CreateAsync(new TesseraServerOptions { DataDirectory = Data, Urls = [new Uri("http://127.0.0.1:0")], EngineMemoryBytes = 1L << 30 });
        await server.StartAsync();
        return server;
    }
}
