using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Hosting;
using Tessera.Server.Hosting.Analytics;
using Tessera.Server.Imports.Contracts;
using Tessera.Server.Segments.Rfm;
using Tessera.Testing;

namespace Tessera.Server.Tests.Segments.Rfm;

/// <summary>A server of its own, whose engine is killed and which is started again: the segments come back by themselves.</summary>
public sealed class RfmRecoveryTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task EngineKilledAndServerStartedAgain_SegmentsAreComputedWithoutBeingAskedFor()
    {
        using var folder = new TemporaryDirectory();
        var lines = Enumerable.Range(0, 50).Select(customer => OrderLine.Of("default", $"c{customer}", $"2024-06-{1 + (customer % 28):00}", $"{customer}", 1 + customer)).ToList();
        await using (var server = await StartAsync(folder))
        {
            await server.Services.GetRequiredService<ClickHouseClient>().InsertAsync("order_lines", lines.Take(40));
            Kill(server);

            // The engine is gone, or just coming back, when the import tells of its lines: the import must not fail.
            var observer = server.Services.GetServices<IOrdersObserver>().OfType<RfmOrdersObserver>().Single();
            await observer.OrdersChangedAsync(new OrdersChanged(WorkspaceKey.Default, Guid.Empty, 40, 0, 40), CancellationToken.None);
            (await WaitUntilReadyAsync(server, customers: 40)).GetProperty("problem").ValueKind.ShouldBe(JsonValueKind.Null);

            // Lines that arrive without anybody telling, as when the server is killed between publishing and telling.
            await server.Services.GetRequiredService<ClickHouseClient>().InsertAsync("order_lines", lines.Skip(40));
        }

        await using (var server = await StartAsync(folder))
        {
            // What was computed before is served at once; what is new follows.
            using var client = Client(server, folder);
            (await client.GetFromJsonAsync<JsonElement>("/api/rfm")).GetProperty("customers").GetInt64().ShouldBeGreaterThanOrEqualTo(40);
            await WaitUntilReadyAsync(server, customers: 50);
        }
    }

    private static async Task<TesseraServer> StartAsync(TemporaryDirectory folder)
    {
        var server = await TesseraServer.CreateAsync(new TesseraServerOptions
        {
            DataDirectory = folder.Combine("data"),
            Urls = [new Uri("http://127.0.0.1:0")],
        });
        await server.StartAsync();
        return server;
    }

    private static void Kill(TesseraServer server)
    {
        var engine = (EmbeddedEngine)server.Services.GetRequiredService<IAnalyticalEngine>();
        using var process = Process.GetProcessById(engine.ProcessId!.Value);
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>The answer of GET /api/rfm once it is ready with that many customers.</summary>
    private static async Task<JsonElement> WaitUntilReadyAsync(TesseraServer server, long customers)
    {
        using var patience = new CancellationTokenSource(Patience);
        var reader = server.Services.GetRequiredService<RfmReader>();
        while (true)
        {
            var standing = await reader.ReadAsync(WorkspaceKey.Default, patience.Token);
            if (!standing.State.IsStale && standing.Result?.Customers == customers)
            {
                return JsonSerializer.SerializeToElement(Tessera.Server.Segments.Rfm.Endpoints.RfmViews.Of(standing), JsonSerializerOptions.Web);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token);
        }
    }

    private static HttpClient Client(TesseraServer server, TemporaryDirectory folder)
    {
        var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", File.ReadAllText(folder.Combine("data", "admin.token")).Trim());
        return client;
    }
}
