using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Tessera.Engine.Tests.Http;
using Tessera.Testing;

namespace Tessera.Engine.Tests.Supervision;

public sealed class QueueTests
{
    private const string Endless = "SELECT sum(sipHash64(number)) FROM numbers(1000000000000)";

    [Fact]
    public async Task Query_WhileAllConnectionsAreBusy_GivesUpAndLosesNoConnection()
    {
        using var directory = new TemporaryDirectory();
        await using var supervisor = new EngineSupervisor(
            new EngineOptions { DataDirectory = directory.Combine("engine"), MemoryBytes = 768L * 1024 * 1024, Connections = 1, QueueTimeout = TimeSpan.FromSeconds(1) },
            TimeProvider.System,
            NullLogger<EngineSupervisor>.Instance);
        await supervisor.StartAsync(CancellationToken.None);
        using var http = EngineSupervisorTests.Client(supervisor);
        using var leave = new CancellationTokenSource();
        var holder = http.PostAsync(new Uri("/", UriKind.Relative), new StringContent(Endless), leave.Token);
        while (!(await http.GetAnswerAsync("/metrics")).Ok().Contains("connections_busy 1", StringComparison.Ordinal))
        {
            await Task.Yield();
        }

        var refused = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => http.PostAsync("SELECT 1")));
        using var impatient = new CancellationTokenSource();
        Task<HttpResponseMessage>[] abandoned = [.. Enumerable.Range(0, 4).Select(_ => http.PostAsync(new Uri("/", UriKind.Relative), new StringContent("SELECT 1"), impatient.Token))];
        await impatient.CancelAsync();
        await leave.CancelAsync();

        foreach (var answer in refused)
        {
            answer.ShouldFail(202, HttpStatusCode.ServiceUnavailable);
        }

        await Should.ThrowAsync<OperationCanceledException>(() => holder);
        await Should.ThrowAsync<OperationCanceledException>(() => Task.WhenAll(abandoned));
        (await http.PostAsync("SELECT 1")).Ok().ShouldBe("1\n");
    }
}
