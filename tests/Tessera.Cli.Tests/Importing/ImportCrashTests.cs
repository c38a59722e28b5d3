using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Tessera.ClickHouse;
using Tessera.Engine;
using Tessera.Testing;

namespace Tessera.Cli.Tests.Importing;

/// <summary>The server is killed while it imports: nothing is lost, nothing is doubled.</summary>
public sealed class ImportCrashTests : IDisposable
{
    private const int Lines = 150_000;

    private readonly TemporaryDirectory root = new();

    public void Dispose() => root.Dispose();

    [Fact]
    public async Task Kill_InEveryStateOfAnImport_LeavesEveryLineOnce()
    {
        var text = OrdersCsv();
        var killed = new List<string>();
        string? id = null;
        foreach (var state in new[] { "queued", "reading", "publishing" })
        {
            await using var server = await RunningServer.StartAsync(root.FullPath, "serve", "--port", "0");
            using var http = await ConnectAsync(server);
            id ??= await StartAsync(http, text);
            var seen = await UntilAsync(http, id, state);
            await server.SignalAsync("KILL");
            await server.ExitAsync();
            killed.Add(seen);
        }

        await using (var server = await RunningServer.StartAsync(root.FullPath, "serve", "--port", "0"))
        {
            using var http = await ConnectAsync(server);
            (await UntilAsync(http, id!, "done")).ShouldBe("done");
            var import = await http.GetFromJsonAsync<JsonElement>($"/api/imports/{id}");
            import.GetProperty("rowsAccepted").GetInt64().ShouldBe(Lines, $"killed while {string.Join(", ", killed)}: {import}");
            import.GetProperty("rowsDuplicate").GetInt64().ShouldBe(0);
        }

        (await CountAsync()).ShouldBe((Lines, Lines, Lines * 2.50m));
    }

    /// <summary>Orders of three lines, two of them identical.</summary>
    private static string OrdersCsv()
    {
        var text = new StringBuilder("order_id,customer_id,date,sku,quantity,unit_price\n");
        for (var line = 0; line < Lines; line++)
        {
            var order = line / 3;
            text.Append(CultureInfo.InvariantCulture, $"{order},{order % 5000},2024-{1 + (order % 12):00}-{1 + (order % 28):00} 10:00:00,{(line % 3 == 0 ? "A" : "B")},1,2.50\n");
        }

        return text.ToString();
    }

    private static async Task<string> StartAsync(HttpClient http, string text)
    {
        using var form = new MultipartFormDataContent { { new StringContent("orders"), "kind" }, { new StringContent(text), "file", "orders.csv" } };
        using var response = await http.PostAsync(new Uri("/api/imports", UriKind.Relative), form);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    /// <summary>Waits until the import is in a state or beyond it; answers the state it is in.</summary>
    private static async Task<string> UntilAsync(HttpClient http, string id, string state)
    {
        string[] order = ["queued", "reading", "publishing", "done", "failed", "needs-answer"];
        return await Eventually.GetAsync(
            async () =>
            {
                var import = await http.GetFromJsonAsync<JsonElement>($"/api/imports/{id}");
                var now = import.GetProperty("state").GetString()!;
                return Array.IndexOf(order, now) >= Array.IndexOf(order, state) ? now : null;
            },
            $"the import to be {state}",
            interval: TimeSpan.FromMilliseconds(2));
    }

    private async Task<HttpClient> ConnectAsync(RunningServer server)
    {
        var token = await File.ReadAllTextAsync(root.Combine("data", "admin.token"));
        var http = new HttpClient { BaseAddress = server.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Trim());
        return http;
    }

    /// <summary>What is in the engine's own files now: lines, different lines, their sum.</summary>
    private async Task<(long Lines, long Different, decimal Sum)> CountAsync()
    {
        await using var engine = new EngineSupervisor(
            new EngineOptions { DataDirectory = root.Combine("data", "engine"), Connections = 2 }, TimeProvider.System, NullLogger<EngineSupervisor>.Instance);
        await engine.StartAsync(CancellationToken.None);
        using var client = new ClickHouseClient(() => new ClickHouseOptions
        {
            Endpoint = engine.Endpoint.BaseAddress, User = engine.Endpoint.User, Password = engine.Endpoint.Password, Database = "tessera",
        });
        return await client.SingleAsync<(long, long, decimal)>(new Statement("SELECT toInt64(count()), toInt64(uniqExact(order_id, line_key, occurrence)), sum(amount) FROM order_lines"));
    }
}
