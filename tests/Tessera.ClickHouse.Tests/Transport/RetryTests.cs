using System.Net;
using System.Net.Sockets;
using Tessera.ClickHouse.Tests.Support;
using Tessera.Testing;

namespace Tessera.ClickHouse.Tests.Transport;

/// <summary>What is sent again and what is not, against a server that drops, refuses and fails on command.</summary>
public sealed class RetryTests : IDisposable
{
    private static readonly RetryOptions AtOnce = new() { Tries = 4, FirstDelay = TimeSpan.Zero };
    private static readonly byte[] FortyTwo = RowBytes.Result(RowBytes.Columns(("n", "Int32")), [42]);

    private readonly ScriptedServer server = new();

    public void Dispose() => server.Dispose();

    [Fact]
    public async Task Read_DroppedTwice_IsSentAgainUnderAnotherId()
    {
        server.ThenDrop().ThenDrop().ThenAnswer(200, FortyTwo);
        using var client = Connect();

        (await client.SingleAsync<int>(new Statement("SELECT 42 AS n").WithQueryId("q"))).ShouldBe(42);

        server.Requests.Select(request => request.Field("query_id")).ShouldBe(["q", "q.2", "q.3"]);
    }

    [Fact]
    public async Task Read_AlwaysDropped_GivesUpAfterItsTries()
    {
        using var client = Connect();

        var exception = await Should.ThrowAsync<ClickHouseUnavailableException>(() => client.ListAsync<int>(new Statement("SELECT 1")));

        exception.Message.ShouldBe($"The connection to ClickHouse at {server.Address.GetLeftPart(UriPartial.Authority)} was lost before it answered.");
        exception.IsTransient.ShouldBeTrue();
        exception.NeverSent.ShouldBeFalse();
        server.Requests.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData("CREATE TABLE t (n Int32) ENGINE = Memory")]
    [InlineData("INSERT INTO t SELECT 1")]
    [InlineData("ALTER TABLE t DELETE WHERE n = 1")]
    [InlineData("/* SELECT */ DROP TABLE t")]
    public async Task Write_Dropped_IsNotSentAgain(string sql)
    {
        server.ThenDrop().ThenAnswer(200, "");
        using var client = Connect();

        await Should.ThrowAsync<ClickHouseUnavailableException>(() => client.ExecuteAsync(new Statement(sql)));
        await Should.NotThrowAsync(() => client.ExecuteAsync(new Statement(sql)));

        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Query_ThatWritesInDisguise_IsNotSentAgain()
    {
        using var client = Connect();

        await Should.ThrowAsync<ClickHouseUnavailableException>(() => client.ListAsync<int>(new Statement("INSERT INTO t SELECT 1")));

        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Write_DeclaredIdempotent_IsSentAgain()
    {
        server.ThenDrop().ThenAnswer(200, "");
        using var client = Connect();

        await client.ExecuteAsync(new Statement("CREATE TABLE IF NOT EXISTS t (n Int32) ENGINE = Memory").AsIdempotent());

        server.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(502, "Bad Gateway", null)]
    [InlineData(503, "", null)]
    [InlineData(500, "Code: 252. DB::Exception: Too many parts. (TOO_MANY_PARTS) (version 26)", "252")]
    [InlineData(503, "Code: 202. DB::Exception: Too many simultaneous queries. (TOO_MANY_SIMULTANEOUS_QUERIES) (version 26)", "202")]
    public async Task Read_FailedForNow_IsSentAgain(int status, string body, string? code)
    {
        server.ThenAnswer(status, body, code is null ? [] : [$"X-ClickHouse-Exception-Code: {code}"]).ThenAnswer(200, FortyTwo);
        using var client = Connect();

        (await client.SingleAsync<int>(new Statement("SELECT 42 AS n"))).ShouldBe(42);
    }

    [Theory]
    [InlineData(400, "Code: 62. DB::Exception: Syntax error. (SYNTAX_ERROR) (version 26)", 62)]
    [InlineData(404, "Code: 60. DB::Exception: No table. (UNKNOWN_TABLE) (version 26)", 60)]
    [InlineData(500, "Code: 241. DB::Exception: Memory limit exceeded. (MEMORY_LIMIT_EXCEEDED) (version 26)", 241)]
    [InlineData(408, "Code: 159. DB::Exception: Timeout exceeded. (TIMEOUT_EXCEEDED) (version 26)", 159)]
    [InlineData(403, "Forbidden by a proxy", 0)]
    [InlineData(404, "", 0)]
    public async Task Read_FailedForGood_IsNotSentAgain(int status, string body, int code)
    {
        server.ThenAnswer(status, body).ThenAnswer(200, FortyTwo);
        using var client = Connect();

        var exception = await Should.ThrowAsync<ClickHouseException>(() => client.ListAsync<int>(new Statement("SELECT 1")));

        exception.Code.ShouldBe(code);
        exception.ShouldNotBeOfType<ClickHouseUnavailableException>();
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Error_WithStatus200AndTheCodeInAHeader_IsAnError()
    {
        server.ThenAnswer(200, "Code: 395. DB::Exception: late. (X) (version 26)", "X-ClickHouse-Exception-Code: 395");
        using var client = Connect();

        (await Should.ThrowAsync<ClickHouseException>(() => client.ExecuteAsync(new Statement("SELECT 1")))).Code.ShouldBe(395);
    }

    [Fact]
    public async Task Read_BrokenAfterItsFirstRows_IsNotSentAgain()
    {
        server.ThenBytes(ScriptedServer.Answer(200, FortyTwo)[..^1]).ThenAnswer(200, FortyTwo);
        using var client = Connect();

        await Should.ThrowAsync<ClickHouseUnavailableException>(() => client.ListAsync<int>(new Statement("SELECT 42 AS n")));

        server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("MergeTree ORDER BY n SETTINGS non_replicated_deduplication_window = 100, index_granularity = 8192", 2)]
    [InlineData("ReplicatedMergeTree('/p', 'r') ORDER BY n", 2)]
    [InlineData("MergeTree ORDER BY n SETTINGS non_replicated_deduplication_window = 0", 1)]
    [InlineData("MergeTree ORDER BY n", 1)]
    [InlineData("Memory", 1)]
    public async Task Insert_Dropped_IsSentAgainOnlyWhereItsTokenIsRemembered(string engine, int sent)
    {
        var schema = RowBytes.Columns(("name", "String"), ("type", "String"), ("default_kind", "String"), ("engine", "Nullable(String)"));
        server.ThenAnswer(200, RowBytes.Result(schema, [("n", "Int32", "", (string?)engine)])).ThenDrop().ThenAnswer(200, "");
        using var client = Connect();

        var insert = client.InsertAsync("t", [1]);
        await insert.ContinueWith(_ => { }, TaskScheduler.Default);

        insert.IsCompletedSuccessfully.ShouldBe(sent == 2);

        var tries = server.Requests.Skip(1).ToList();
        tries.Count.ShouldBe(sent);
        tries.Select(request => request.Field("insert_deduplication_token")).Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
        tries.ShouldAllBe(request => request.Body.SequenceEqual(tries[0].Body));
        tries[0].Body.ShouldBe(RowBytes.Result(RowBytes.Columns(("n", "Int32")), [1]));
    }

    [Fact]
    public async Task AnyStatement_ThatNeverReachedTheEngine_IsSentAgainWithGrowingPauses()
    {
        var time = new ManualTimeProvider();
        var nobody = FreeAddress();
        using var client = new ClickHouseClient(
            () => new ClickHouseOptions { Endpoint = nobody, Retry = new RetryOptions { Tries = 6, LongestDelay = TimeSpan.FromSeconds(2) } }, time);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));

        var execute = client.ExecuteAsync(new Statement("DROP TABLE t"), patience.Token);
        List<double> pauses = [];
        while (pauses.Count < 5)
        {
            pauses.Add((await time.AdvanceToNextTimerAsync(within: TimeSpan.FromSeconds(5), patience.Token)).TotalSeconds);
        }

        var exception = await Should.ThrowAsync<ClickHouseUnavailableException>(() => execute);
        pauses.ShouldBe([0.1, 0.3, 0.9, 2, 2]);
        exception.NeverSent.ShouldBeTrue();
        exception.Message.ShouldBe($"ClickHouse at {nobody.GetLeftPart(UriPartial.Authority)} cannot be reached: Connection refused.");
    }

    [Fact]
    public async Task Engine_ThatRestartsElsewhere_IsFoundByTheNextTry()
    {
        server.ThenAnswer(200, FortyTwo);
        var addresses = new Queue<Uri>([FreeAddress(), server.Address]);
        using var client = new ClickHouseClient(() => new ClickHouseOptions { Endpoint = addresses.Dequeue(), Retry = AtOnce });

        (await client.SingleAsync<int>(new Statement("SELECT 42 AS n"))).ShouldBe(42);
    }

    [Fact]
    public async Task Ping_EngineThatIsGone_FailsAtOnce()
    {
        using var client = new ClickHouseClient(() => new ClickHouseOptions { Endpoint = FreeAddress() }, new ManualTimeProvider());

        await Should.ThrowAsync<ClickHouseUnavailableException>(() => client.PingAsync());
    }

    [Fact]
    public async Task Silence_LongerThanTheLimitAndItsGrace_IsUnavailableAndNotSentAgain()
    {
        var received = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        server.Then(async (_, token) =>
        {
            received.SetResult();
            await Task.Delay(Timeout.Infinite, token);
        }).ThenAnswer(200, FortyTwo);
        var time = new ManualTimeProvider();
        using var client = new ClickHouseClient(
            () => new ClickHouseOptions { Endpoint = server.Address, Timeout = TimeSpan.FromSeconds(30), Grace = TimeSpan.FromSeconds(5) },
            time);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));

        var query = client.ListAsync<int>(new Statement("SELECT 1"), patience.Token);
        // The clock may only run out once the engine has the statement.
        await received.Task.WaitAsync(patience.Token);
        (await time.AdvanceToNextTimerAsync(within: TimeSpan.FromMinutes(1), patience.Token)).ShouldBe(TimeSpan.FromSeconds(35));

        var exception = await Should.ThrowAsync<ClickHouseUnavailableException>(() => query);
        exception.Message.ShouldEndWith("did not answer within 35 seconds.");
        exception.TimedOut.ShouldBeTrue();
        exception.IsTransient.ShouldBeFalse();
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Silence_InTheMiddleOfAResult_IsUnavailable()
    {
        var twoRows = ScriptedServer.Answer(200, RowBytes.Result(RowBytes.Columns(("n", "Int32")), [42, 43]));
        server.Then(async (stream, token) =>
        {
            await stream.WriteAsync(twoRows.AsMemory()[..^2], token);
            await Task.Delay(Timeout.Infinite, token);
        });
        var time = new ManualTimeProvider();
        using var client = new ClickHouseClient(() => new ClickHouseOptions { Endpoint = server.Address, Retry = RetryOptions.None }, time);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var statement = new Statement("SELECT n").WithTimeout(TimeSpan.FromSeconds(10));
        await using var rows = client.QueryAsync<int>(statement, patience.Token).GetAsyncEnumerator(patience.Token);

        (await rows.MoveNextAsync()).ShouldBeTrue();
        var next = rows.MoveNextAsync().AsTask();
        (await time.AdvanceToNextTimerAsync(within: TimeSpan.FromMinutes(1), patience.Token)).ShouldBe(TimeSpan.FromSeconds(25));

        (await Should.ThrowAsync<ClickHouseUnavailableException>(() => next)).Message.ShouldBe("ClickHouse sent nothing of its result for 25 seconds.");
        server.Requests.Single().Field("max_execution_time").ShouldBe("10");
    }

    [Fact]
    public async Task Cancellation_DuringAPause_EndsTheWait()
    {
        using var client = new ClickHouseClient(() => new ClickHouseOptions { Endpoint = FreeAddress() }, new ManualTimeProvider());
        using var giveUp = new CancellationTokenSource();

        var query = client.ListAsync<int>(new Statement("SELECT 1"), giveUp.Token);
        await giveUp.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => query);
    }

    [Theory]
    [InlineData("INSERT INTO t SELECT * FROM u", 2)]
    [InlineData("SELECT 1", 1)]
    public async Task Cancellation_OfARunningStatement_TellsAServerToEndWhatWrites(string sql, int requests)
    {
        using var giveUp = new CancellationTokenSource();
        server.Then(async (_, token) =>
        {
            await giveUp.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
        }).ThenAnswer(200, "");
        using var client = Connect();

        await Should.ThrowAsync<OperationCanceledException>(() => client.ExecuteAsync(new Statement(sql).WithQueryId("long"), giveUp.Token));

        server.Requests.Count.ShouldBe(requests);
        server.Requests.Skip(1).ShouldAllBe(kill => kill.Field("param_query_id") == "long");
        server.Requests.First().Field("cancel_http_readonly_queries_on_client_close").ShouldBe(requests == 1 ? "1" : null);
    }

    [Fact]
    public async Task Request_CarriesItsSecretsInHeadersOnly()
    {
        server.ThenAnswer(200, FortyTwo);
        using var client = new ClickHouseClient(() => new ClickHouseOptions { Endpoint = server.Address, User = "tessera", Password = "s3cret", Database = "shop" });

        await client.SingleAsync<int>(new Statement("SELECT {n:Int32} AS n").With("n", 42));

        var request = server.Requests.Single();
        request.Target.ShouldNotContain("s3cret");
        request.Headers["X-ClickHouse-User"].ShouldBe("tessera");
        request.Headers["X-ClickHouse-Key"].ShouldBe("s3cret");
        request.Field("database").ShouldBe("shop");
        request.Field("param_n").ShouldBe("42");
        System.Text.Encoding.UTF8.GetString(request.Body).ShouldBe("SELECT {n:Int32} AS n");
    }

    [Fact]
    public void Constructor_HttpClientWithATimeoutOfItsOwn_IsRefused()
    {
        using var http = new HttpClient();

        Should.Throw<ArgumentException>(() => new ClickHouseClient(http, () => new ClickHouseOptions { Endpoint = server.Address }));
    }

    private ClickHouseClient Connect() => new(() => new ClickHouseOptions { Endpoint = server.Address, Retry = AtOnce });

    private static Uri FreeAddress()
    {
        // A port that was just free: nobody listens there now.
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
    }
}
