using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Tessera.ClickHouse;
using Tessera.Server.Hosting;
using Tessera.Server.Tests.Segments;
using Tessera.Testing;

namespace Tessera.Server.Tests.Hosting.Analytics;

/// <summary>A server of its own, whose stored data is damaged while it is stopped.</summary>
public sealed class DamagedDataTests
{
    [Fact]
    public async Task DamagedPart_IsToldToWhoeverLooksAfterTheServer()
    {
        using var folder = new TemporaryDirectory();
        await using (var server = await StartAsync(folder))
        {
            await server.Services.GetRequiredService<ClickHouseClient>().InsertAsync(
                "order_lines", Enumerable.Range(0, 1000).Select(line => OrderLine.Of("default", $"c{line}", "2024-06-01", $"{line}", 1)));
        }

        var part = Directory.EnumerateFiles(folder.Combine("data", "engine", "store"), "data.bin", SearchOption.AllDirectories)
            .Select(path => new FileInfo(path)).MaxBy(file => file.Length)!;
        await using (var file = part.OpenWrite())
        {
            file.SetLength(file.Length / 2);
        }

        await using (var server = await StartAsync(folder))
        {
            using var client = new HttpClient { BaseAddress = server.Address };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", File.ReadAllText(folder.Combine("data", "admin.token")).Trim());
            var engine = (await client.GetFromJsonAsync<JsonElement>("/api/system")).GetProperty("engine");
            engine.GetProperty("state").GetString().ShouldBe("ready");
            engine.GetProperty("warnings")[0].GetString()!.ShouldContain("1 damaged data parts were set aside");
            (await client.GetStringAsync("/metrics")).ShouldContain("\ntessera_engine_warnings 1\n");
        }
    }

    private static async Task<TesseraServer> StartAsync(TemporaryDirectory folder)
    {
        var server = await TesseraServer.CreateAsync(new TesseraServerOptions { DataDirectory = folder.Combine("data"), Urls = [new Uri("http://127.0.0.1:0")] });
        await server.StartAsync();
        return server;
    }
}
