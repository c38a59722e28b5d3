using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Tessera.ClickHouse;
using Tessera.Server.Hosting;
using Tessera.Server.Hosting.Analytics;
using Tessera.Testing;

namespace Tessera.Server.Tests.Hosting;

/// <summary>Servers of their own: what happens at the start, when the engine is killed, and at the end.</summary>
public sealed class TesseraServerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Start_OnATakenPort_FailsBeforeTheEngineIsStarted()
    {
        using var folder = new TemporaryDirectory();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        await using var server = await TesseraServer.CreateAsync(Options(folder) with { Urls = [new Uri($"http://127.0.0.1:{port}")] });
        (await Should.ThrowAsync<TesseraException>(() => server.StartAsync())).Message.ShouldContain($"Port {port} is taken");
        Directory.Exists(folder.Combine("data", "engine")).ShouldBeFalse();
    }

    [Fact]
    public async Task Create_OnADirectoryInUse_IsRefused()
    {
        using var folder = new TemporaryDirectory();
        await using var first = await TesseraServer.CreateAsync(Options(folder));
        (await Should.ThrowAsync<TesseraException>(() => TesseraServer.CreateAsync(Options(folder)))).Message.ShouldContain("in use by process");
    }

    [Fact]
    public async Task Start_WithAClickHouseServerThatIsNotThere_NamesTheVariable()
    {
        using var folder = new TemporaryDirectory();
        await using var server = await TesseraServer.CreateAsync(Options(folder) with { ClickHouseUrl = new Uri("http://user:secret@127.0.0.1:1/?database=t") });
        var refused = await Should.ThrowAsync<TesseraException>(() => server.StartAsync());
        refused.Message.ShouldContain("http://127.0.0.1:1");
        refused.Message.ShouldContain("TESSERA_CLICKHOUSE_URL");
        refused.Message.ShouldNotContain("secret");
    }

    [Fact]
    public async Task UntilFailed_EndsWhenTheServerStopsByItself_AndNotBefore()
    {
        using var folder = new TemporaryDirectory();
        await using var server = await TesseraServer.CreateAsync(Options(folder));
        var failed = server.UntilFailedAsync();
        failed.IsCompleted.ShouldBeFalse();

        // What the host does when a background job throws.
        server.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        await failed.WaitAsync(Patience);
    }

    [Fact]
    public async Task EngineKilled_ServerGoesOn_AndAnswersAgainOnceItIsRestarted()
    {
        using var folder = new TemporaryDirectory();
        await using var server = await TesseraServer.CreateAsync(Options(folder));
        await server.StartAsync();
        var engine = (EmbeddedEngine)server.Services.GetRequiredService<IAnalyticalEngine>();
        var client = server.Services.GetRequiredService<ClickHouseClient>();
        using var http = new HttpClient { BaseAddress = server.Address };
        (await http.GetAsync("/readyz")).StatusCode.ShouldBe(HttpStatusCode.OK);

        using (var process = System.Diagnostics.Process.GetProcessById(engine.ProcessId!.Value))
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        using var patience = new CancellationTokenSource(Patience);
        (await http.GetAsync("/healthz", patience.Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        http.DefaultRequestHeaders.Authorization = new("Bearer", (await File.ReadAllTextAsync(folder.Combine("data", "admin.token"), patience.Token)).Trim());
        using (var meanwhile = await http.GetAsync("/api/insights/overview", patience.Token))
        {
            // The client tries again for a while, so the engine may be back before it gives up; anything else would be an error.
            if (!meanwhile.IsSuccessStatusCode)
            {
                await meanwhile.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "engine-restarting");
                meanwhile.Headers.RetryAfter.ShouldNotBeNull();
            }
        }

        HttpStatusCode ready;
        do
        {
            ready = (await http.GetAsync("/readyz", patience.Token)).StatusCode;
        }
        while (ready == HttpStatusCode.ServiceUnavailable);

        ready.ShouldBe(HttpStatusCode.OK);
        engine.Status.Restarts.ShouldBe(1);
        (await client.SingleAsync<ulong>(new Statement("SELECT count() FROM order_lines"), patience.Token)).ShouldBe(0UL);
    }

    [Fact]
    public async Task Dispose_GivesTheDirectoryBackAndLeavesNoProcess()
    {
        using var folder = new TemporaryDirectory();
        var server = await TesseraServer.CreateAsync(Options(folder));
        await server.StartAsync();
        var directory = new DataDirectory(folder.Combine("data"));
        ServerRecord.FindRunning(directory)!.Url.ShouldBe(server.Address);
        using var engine = System.Diagnostics.Process.GetProcessById(((EmbeddedEngine)server.Services.GetRequiredService<IAnalyticalEngine>()).ProcessId!.Value);

        await server.DisposeAsync();
        engine.HasExited.ShouldBeTrue();
        File.Exists(directory.ServerFile).ShouldBeFalse();
        (await DataDirectoryLock.AcquireAsync(directory, TimeProvider.System, default)).Dispose();
    }

    private static TesseraServerOptions Options(TemporaryDirectory folder) => new()
    {
        DataDirectory = folder.Combine("data"),
        Urls = [new Uri("http://127.0.0.1:0")],
        EngineMemoryBytes = 1L << 30,
    };
}
