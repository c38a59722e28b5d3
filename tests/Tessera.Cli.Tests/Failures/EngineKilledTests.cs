using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Tessera.Testing;

namespace Tessera.Cli.Tests.Failures;

/// <summary>The engine's process is killed while people look at pages.</summary>
public sealed class EngineKilledTests : IDisposable
{
    private const int Readers = 8;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryDirectory root = new();

    public void Dispose() => root.Dispose();

    [Fact]
    public async Task Kill_WhileRequestsAreRunning_EachIsAnsweredOrSaysToTryAgain_AndTheEngineComesBack()
    {
        await using var server = await RunningServer.StartAsync(root.FullPath, "serve", "--port", "0");
        using var http = new HttpClient { BaseAddress = server.Address, Timeout = Patience };
        http.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", (await File.ReadAllTextAsync(root.Combine("data", "admin.token"))).Trim());
        (await RestartsAsync(http)).ShouldBe(0);

        using var over = new CancellationTokenSource();
        var reading = Enumerable.Range(0, Readers).Select(_ => ReadAsync(http, over.Token)).ToArray();
        using (var engine = Process.GetProcessById(ProcessTable.ChildOf(server.ProcessId)))
        {
            engine.Kill();
            await engine.WaitForExitAsync();
        }

        using var patience = new CancellationTokenSource(Patience);
        while (await RestartsAsync(http) == 0 || (await http.GetAsync("/readyz", patience.Token)).StatusCode != HttpStatusCode.OK)
        {
            patience.Token.ThrowIfCancellationRequested();
        }

        await over.CancelAsync();
        await Task.WhenAll(reading);
        using var after = await http.GetAsync("/api/insights/overview");
        after.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>Reads one page again and again, and insists that every answer is the page or asks to try again.</summary>
    private static async Task ReadAsync(HttpClient http, CancellationToken over)
    {
        do
        {
            using var answer = await http.GetAsync("/api/insights/overview", CancellationToken.None);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
                using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(CancellationToken.None));
                problem.RootElement.GetProperty("code").GetString().ShouldBe("engine-restarting");
                answer.Headers.RetryAfter.ShouldNotBeNull();
            }
        }
        while (!over.IsCancellationRequested);
    }

    private static async Task<int> RestartsAsync(HttpClient http)
    {
        using var system = JsonDocument.Parse(await http.GetStringAsync("/api/system"));
        return system.RootElement.GetProperty("engine").GetProperty("restarts").GetInt32();
    }
}
