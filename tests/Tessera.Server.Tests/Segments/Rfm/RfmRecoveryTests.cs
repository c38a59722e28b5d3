using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
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

    [Fact]
    public async Task MetadataThatTakesNoWrites_StopsNeitherServerNorWorker_AndTheSegmentsFollow()
    {
        using var folder = new TemporaryDirectory();
        await using var server = await StartAsync(folder);
        await ExecuteAsync(
            server,
            """
            CREATE TABLE refused (n INTEGER);
            CREATE TRIGGER full_account BEFORE UPDATE OF computed ON rfm_models BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END;
            CREATE TRIGGER full_note BEFORE UPDATE OF failure ON rfm_models WHEN NEW.failure IS NOT NULL
            BEGIN INSERT INTO refused VALUES (1); SELECT RAISE(FAIL, 'database or disk is full'); END;
            """);
        await server.Services.GetRequiredService<ClickHouseClient>().InsertAsync("order_lines", [OrderLine.Of("default", "c", "2024-06-01", "1", 1)]);

        var observer = server.Services.GetServices<IOrdersObserver>().OfType<RfmOrdersObserver>().Single();
        await observer.OrdersChangedAsync(new OrdersChanged(WorkspaceKey.Default, Guid.Empty, 1, 0, 1), CancellationToken.None);
        await Eventually.UntilAsync(async () => await CountAsync(server, "SELECT count(*) FROM refused") > 0, "a note of failure that is refused");
        await ExecuteAsync(server, "DROP TRIGGER full_account; DROP TRIGGER full_note;");

        await WaitUntilReadyAsync(server, customers: 1);
        server.UntilFailedAsync().IsCompleted.ShouldBeFalse();
    }

    private static async Task ExecuteAsync(TesseraServer server, string sql)
    {
        await using var connection = await server.Services.GetRequiredService<MetadataDatabase>().OpenAsync(CancellationToken.None);
        await connection.ExecuteAsync(sql);
    }

    private static async Task<long> CountAsync(TesseraServer server, string sql)
    {
        await using var connection = await server.Services.GetRequiredService<MetadataDatabase>().OpenAsync(CancellationToken.None);
        return await connection.ExecuteScalarAsync<long>(sql);
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
        var reader = server.Services.GetRequiredService<RfmReader>();
        var standing = await Eventually.GetAsync(
            async () => await reader.ReadAsync(WorkspaceKey.Default, CancellationToken.None) is { State.IsStale: false } now && now.Result?.Customers == customers ? now : null,
            $"segments of {customers} customers",
            Patience);
        return JsonSerializer.SerializeToElement(Tessera.Server.Segments.Rfm.Endpoints.RfmViews.Of(standing), JsonSerializerOptions.Web);
    }

    private static HttpClient Client(TesseraServer server, TemporaryDirectory folder)
    {
        var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", File.ReadAllText(folder.Combine("data", "admin.token")).Trim());
        return client;
    }
}
