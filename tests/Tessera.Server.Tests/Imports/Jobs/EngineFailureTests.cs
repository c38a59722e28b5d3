using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Tessera.ClickHouse;
using Tessera.Server.Hosting.Analytics;
using Tessera.Testing;

namespace Tessera.Server.Tests.Imports.Jobs;

/// <summary>The engine is killed while the server imports: it is started again, and the import arrives as if nothing had happened.</summary>
public sealed class EngineFailureTests : IClassFixture<ServerFixture>
{
    private const int Lines = 150_000;

    private readonly ServerFixture server;

    public EngineFailureTests(ServerFixture server) => this.server = server;

    [Fact]
    public async Task Import_EngineKilledWhileReadingAndWhilePublishing_LeavesEveryLineOnce()
    {
        using var scene = await ImportScene.CreateAsync(server, "crash");
        using var content = new StringContent(OrdersCsv(), Encoding.UTF8);
        var id = await scene.Client.StartAsync(content, "orders");
        foreach (var state in new[] { "reading", "publishing" })
        {
            await UntilAsync(scene, id, state);
            Kill();
        }

        var import = await scene.Client.WaitAsync(id);
        ImportScene.State(import).ShouldBe("done", import.ToString());
        ImportScene.Rows(import).ShouldBe((Lines, Lines, 0, 0));
        (await scene.QueryAsync("SELECT toString(count()), toString(uniqExact(order_id, line_key, occurrence)), toString(sum(amount)) FROM order_lines WHERE workspace = {workspace:String}"))
            .ShouldBe([string.Create(CultureInfo.InvariantCulture, $"{Lines}|{Lines}|{Lines * 2.5m:0}")]);
    }

    private static string OrdersCsv()
    {
        var text = new StringBuilder("order_id,customer_id,date,sku,quantity,unit_price\n");
        for (var line = 0; line < Lines; line++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{line / 3},{line % 5000},2024-01-02,{(line % 3 == 0 ? "A" : "B")},1,2.50\n");
        }

        return text.ToString();
    }

    private static async Task UntilAsync(ImportScene scene, Guid id, string state)
    {
        string[] order = ["queued", "reading", "publishing", "done"];
        await Eventually.UntilAsync(
            async () => Array.IndexOf(order, ImportScene.State(await scene.Client.GetAsync(id))) is var now && (now < 0 || now >= Array.IndexOf(order, state)),
            $"the import to be {state}",
            interval: TimeSpan.FromMilliseconds(2));
    }

    private void Kill()
    {
        var engine = server.Services.GetRequiredService<IAnalyticalEngine>() as EmbeddedEngine;
        if (engine?.ProcessId is { } process)
        {
            using var running = Process.GetProcessById(process);
            running.Kill();
        }
    }
}
