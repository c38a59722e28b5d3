using System.Globalization;
using System.Net;
using Tessera.Testing;
using static Tessera.Engine.Tests.Http.EngineHttp;

namespace Tessera.Engine.Tests.Http;

[Collection(SharedEngine.Name)]
public sealed class CancellationTests(EngineFixture engine)
{
    private HttpClient Http => engine.Http;

    [Fact]
    public async Task Query_TimeLimit_EndsWith159() =>
        (await Http.PostAsync("SELECT sum(sipHash64(number)) FROM numbers(1000000000000)", "max_execution_time=1")).ShouldFail(159, HttpStatusCode.RequestTimeout);

    [Fact]
    public async Task Query_MemoryLimit_EndsWith241AndTheNextQueryWorks()
    {
        (await Http.PostAsync("SELECT groupArray(number) FROM numbers(100000000)", "max_memory_usage=50000000")).Code.ShouldBe(241);

        (await Http.PostAsync("SELECT 1")).Ok().ShouldBe("1\n");
    }

    [Theory]
    [InlineData("TabSeparated")]
    [InlineData("JSON")]
    public async Task Query_ClientGone_IsCancelledInTheEngine(string format)
    {
        var mark = Guid.CreateVersion7().ToString("N");
        using var leave = new CancellationTokenSource();
        var running = Http.PostAsync(
            new Uri("/?max_execution_time=60&default_format=" + format, UriKind.Relative),
            new StringContent($"SELECT sum(sipHash64(number)), '{mark}' FROM numbers(1000000000000)"), leave.Token);
        await UntilAsync(async () => await RunningAsync(mark) == 1);

        await leave.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => running);
        await UntilAsync(async () => await RunningAsync(mark) == 0);
    }

    [Fact]
    public async Task Query_ClientGoneInTheMiddleOfTheResult_IsCancelledInTheEngine()
    {
        var mark = Guid.CreateVersion7().ToString("N");
        using (var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/", UriKind.Relative)) { Content = new StringContent($"SELECT number, '{mark}' FROM numbers(1000000000000)") })
        using (var response = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead))
        {
            (await RunningAsync(mark)).ShouldBe(1);
        }

        await UntilAsync(async () => await RunningAsync(mark) == 0);
    }

    [Fact]
    public async Task Kill_ByTheClientsIdentifier_EndsTheStatement()
    {
        var id = Guid.CreateVersion7().ToString();
        var running = Http.PostAsync("SELECT sum(sipHash64(number)) FROM numbers(1000000000000)", "query_id=" + id);
        await UntilAsync(async () => await RunningAsync("sipHash64(number)") > 0);

        var killed = (await Http.PostAsync("KILL QUERY WHERE query_id = {id:String} SYNC", "param_id=" + id)).Ok();

        killed.ShouldStartWith($"finished\t{id}\t");
        (await running).Code.ShouldBe(394);
        (await Http.PostAsync($"KILL QUERY WHERE query_id = '{id}'")).Ok().ShouldBe("");
    }

    [Fact]
    public async Task Query_MoreThanThereAreConnections_WaitForTheirTurn()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(n => Http.PostAsync($"SELECT {n} + sleep(0.02)")));

        answers.Select(answer => answer.Ok()).ShouldBe(Enumerable.Range(0, 40).Select(n => FormattableString.Invariant($"{n}\n")));
    }

    /// <summary>Asks again and again; the engine's own time limits end the test when the answer never comes.</summary>
    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        while (!await condition())
        {
            await Task.Yield();
        }
    }

    private async Task<int> RunningAsync(string mark)
    {
        var count = (await Http.PostAsync(
            "SELECT count() FROM system.processes WHERE position(query, {mark:String}) > 0 AND position(query, 'system.processes') = 0",
            "param_mark=" + Uri.EscapeDataString(mark))).Ok();
        return int.Parse(count, CultureInfo.InvariantCulture);
    }
}
