using System.Net;
using System.Text.Json;
using Tessera.Testing;
using static Tessera.Engine.Tests.Http.EngineHttp;

namespace Tessera.Engine.Tests.Http;

[Collection(SharedEngine.Name)]
public sealed class QueryEndpointTests(EngineFixture engine)
{
    private HttpClient Http => engine.Http;

    [Fact]
    public async Task Query_Select_AnswersWithTabSeparatedTextAndTheUsualHeaders()
    {
        var answer = await Http.PostAsync("SELECT number, number * 2 FROM numbers(3)", "query_id=my-own-id");

        answer.Ok().ShouldBe("0\t0\n1\t2\n2\t4\n");
        answer.Headers["Content-Type"].ShouldBe("text/tab-separated-values; charset=UTF-8");
        answer.Headers["X-ClickHouse-Query-Id"].ShouldBe("my-own-id");
        answer.Headers["X-ClickHouse-Format"].ShouldBe("TabSeparated");
        answer.Headers["X-ClickHouse-Timezone"].ShouldBe("UTC");
        Summary(answer).GetProperty("read_rows").GetString().ShouldBe("3");
        Summary(answer).GetProperty("result_rows").GetString().ShouldBe("3");
    }

    [Fact]
    public async Task Query_InTheAddress_AnswersToGet() =>
        (await Http.GetAnswerAsync("/?query=SELECT%201&default_format=JSONEachRow")).Ok().ShouldBe("{\"1\":1}\n");

    [Fact]
    public async Task Query_HalfInTheAddressHalfInTheBody_IsOneStatement() =>
        (await Http.SendAsync("query=SELECT%201%2B", new StringContent("2"), null)).Ok().ShouldBe("3\n");

    [Theory]
    [InlineData("SHOW DATABASES", "default")]
    [InlineData("DESCRIBE TABLE (SELECT 1 AS a)", "a\tUInt8")]
    [InlineData("EXISTS TABLE system.one", "1")]
    [InlineData("EXPLAIN SYNTAX SELECT 1", "SELECT 1")]
    [InlineData("SYSTEM FLUSH LOGS", "")]
    [InlineData("WITH 1 AS x SELECT x", "1")]
    [InlineData("(SELECT 1) UNION ALL (SELECT 1)", "1\n1")]
    public async Task Query_OtherStatements_Work(string sql, string expected) => (await Http.PostAsync(sql)).Ok().ShouldContain(expected);

    [Theory]
    [InlineData("SELECT 1; SELECT 2")]
    [InlineData("SELECT 1;; DROP TABLE IF EXISTS x")]
    [InlineData("SELECT 1; nonsense")]
    [InlineData("SELECT ';'; SELECT 2")]
    public async Task Query_SeveralStatements_AreRefused(string sql)
    {
        var answer = await Http.PostAsync(sql);

        answer.ShouldFail(62, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Query_SeveralStatements_RunNoneOfThem()
    {
        var database = await engine.CreateDatabaseAsync();
        await Http.PostAsync("CREATE TABLE kept (a UInt8) ENGINE = MergeTree ORDER BY a", "database=" + database);
        string[] attempts =
        [
            "SELECT 1; DROP TABLE kept", "SELECT 1; DROP TABLE kept; nonsense (", "DROP TABLE kept; SELECT 1", "SELECT 'x\\'; DROP TABLE kept; --'; DROP TABLE kept",
            "SELECT 1 /* ; */ ; DROP TABLE kept", "SELECT $$;$$; DROP TABLE kept", "SELECT 1 -- x\n; DROP TABLE kept",
        ];

        foreach (var sql in attempts)
        {
            (await Http.PostAsync(sql, "database=" + database)).Code.ShouldBe(62, sql);
        }

        (await Http.PostAsync("EXISTS TABLE kept", "database=" + database)).Ok().ShouldBe("1\n");
    }

    [Theory]
    [InlineData("SELECT 1;")]
    [InlineData("SELECT ';' AS a -- ; SELECT 2")]
    [InlineData("SELECT 1 ; /* ; */ ;")]
    public async Task Query_SemicolonsThatSeparateNothing_AreFine(string sql) => (await Http.PostAsync(sql)).Ok();

    [Theory]
    [InlineData("SELECT * FROM no_such_table", 60, "UNKNOWN_TABLE", HttpStatusCode.NotFound)]
    [InlineData("SELECT 1 +", 62, "SYNTAX_ERROR", HttpStatusCode.BadRequest)]
    [InlineData("SELECT no_such_function(1)", 46, "UNKNOWN_FUNCTION", HttpStatusCode.NotFound)]
    [InlineData("SELECT throwIf(1)", 395, "FUNCTION_THROW_IF_VALUE_IS_NON_ZERO", HttpStatusCode.InternalServerError)]
    [InlineData("SELECT 1 INTO OUTFILE '/tmp/must-not-exist'", 358, "INTO_OUTFILE_NOT_ALLOWED", HttpStatusCode.InternalServerError)]
    [InlineData("SELECT 1 FORMAT NoSuchFormat", 73, "UNKNOWN_FORMAT", HttpStatusCode.NotFound)]
    [InlineData("", 62, "SYNTAX_ERROR", HttpStatusCode.BadRequest)]
    public async Task Query_Error_HasCodeNameAndStatus(string sql, int code, string name, HttpStatusCode status)
    {
        var answer = await Http.PostAsync(sql);

        answer.ShouldFail(code, status);
        answer.Text.ShouldStartWith($"Code: {code}. DB::Exception: ");
        answer.Text.ShouldContain($"({name})");
    }

    [Fact]
    public async Task Query_UnknownDatabase_IsSaid() =>
        (await Http.PostAsync("SELECT 1", "database=no_such_database")).ShouldFail(81, HttpStatusCode.NotFound);

    [Fact]
    public async Task Query_ByGet_CannotChangeAnything()
    {
        var database = await engine.CreateDatabaseAsync();

        (await Http.GetAnswerAsync($"/?database={database}&query=CREATE%20TABLE%20t%20(a%20UInt8)%20ENGINE%3DMemory")).Code.ShouldBe(164);
        (await Http.PostAsync("CREATE TABLE t (a UInt8) ENGINE=Memory", $"database={database}&readonly=1")).Code.ShouldBe(164);
        (await Http.PostAsync("SHOW TABLES", "database=" + database)).Ok().ShouldBe("");
    }

    [SkippableTheory]
    [InlineData("session_id=x")]
    [InlineData("compress=1")]
    [InlineData("decompress=1")]
    [InlineData("role=x")]
    [InlineData("query=CREATE%20TEMPORARY%20TABLE%20x%20(a%20UInt8)")]
    [InlineData("query=INSERT%20INTO%20x%20SELECT%20a%20FROM%20input('a%20UInt8')%20FORMAT%20TSV")]
    [InlineData("query=INSERT%20INTO%20x%20FROM%20INFILE%20'%2Fetc%2Fpasswd'%20FORMAT%20TSV")]
    [InlineData("query=BEGIN%20TRANSACTION")]
    public async Task Query_WhatTheEmbeddedEngineDoesNotOffer_IsSaid(string query)
    {
        engine.RequireSupervisor();

        (await Http.PostAsync(query.StartsWith("query", StringComparison.Ordinal) ? "" : "SELECT 1", query)).ShouldFail(48, HttpStatusCode.NotImplemented);
    }

    [Fact]
    public async Task Authentication_WrongOrMissing_IsRefused()
    {
        using var stranger = new HttpClient() { BaseAddress = engine.Endpoint.BaseAddress };
        var endpoint = engine.Endpoint;

        (await stranger.GetAnswerAsync("/ping")).Ok().ShouldBe("Ok.\n");
        (await stranger.PostAsync("SELECT 1", "user=default&password=wrong")).ShouldFail(516, HttpStatusCode.Forbidden);
        (await stranger.PostAsync("SELECT 1", $"user={endpoint.User}&password={Uri.EscapeDataString(endpoint.Password)}")).Ok();
        (await stranger.SendAsync("", new StringContent("SELECT 1"), headers =>
        {
            headers.Add("X-ClickHouse-User", endpoint.User);
            headers.Add("X-ClickHouse-Key", endpoint.Password);
        })).Ok();
        if (engine.Supervisor is not null)
        {
            (await stranger.PostAsync("SELECT 1")).ShouldFail(194, HttpStatusCode.Unauthorized);
            (await stranger.GetAnswerAsync("/metrics")).Status.ShouldBe(HttpStatusCode.Unauthorized);
            (await stranger.GetAnswerAsync("/queries")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        }
    }

    [SkippableFact]
    public async Task Queries_AfterStatements_TellsWhatRan()
    {
        engine.RequireSupervisor();
        var id = Guid.CreateVersion7().ToString();
        await Http.PostAsync("SELECT count() FROM numbers(10)", "query_id=" + id);

        using var queries = JsonDocument.Parse((await Http.GetAnswerAsync("/queries?limit=1000")).Body);

        var entry = queries.RootElement.EnumerateArray().Single(query => query.GetProperty("queryId").GetString() == id);
        entry.GetProperty("kind").GetString().ShouldBe("SELECT");
        entry.GetProperty("readRows").GetInt32().ShouldBe(10);
        entry.GetProperty("errorCode").GetInt32().ShouldBe(0);
        (await Http.GetAnswerAsync("/metrics")).Ok().ShouldContain("tessera_engine_statements_total{kind=\"SELECT\"}");
    }

    private static JsonElement Summary(EngineAnswer answer) => JsonDocument.Parse(answer.Headers["X-ClickHouse-Summary"]).RootElement;
}
