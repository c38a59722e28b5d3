using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Tessera.Engine.Statements;
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
        EngineAnswer answer = await Http.PostAsync("SELECT number, number * 2 FROM numbers(3)", "query_id=my-own-id");

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
    [InlineData("JSONEachRow")]
    [InlineData("JSON")]
    [InlineData("JSONCompact")]
    [InlineData("CSVWithNames")]
    [InlineData("TabSeparatedWithNamesAndTypes")]
    [InlineData("RowBinaryWithNamesAndTypes")]
    [InlineData("RowBinaryWithNames")]
    [InlineData("RowBinary")]
    [InlineData("Native")]
    [InlineData("Parquet")]
    [InlineData("Values")]
    [InlineData("XML")]
    public async Task Query_LargeResult_IsOneDocumentInEveryFormat(string format)
    {
        // Several blocks of the engine, each of which it formats as a document of its own.
        const string Rows = "SELECT number AS the_number, toString(number) AS the_text FROM numbers(200000)";

        EngineAnswer answer = await Http.PostAsync(Rows, "default_format=" + format);

        answer.Ok();
        answer.Headers["X-ClickHouse-Format"].ShouldBe(format);
        int names = Occurrences(answer.Body, "the_number");
        switch (format)
        {
            case "JSONEachRow":
                names.ShouldBe(200_000);
                break;
            case "JSON":
                JsonDocument.Parse(answer.Body).RootElement.GetProperty("rows").GetInt32().ShouldBe(200_000);
                break;
            case "RowBinary" or "Values":
                names.ShouldBe(0);
                break;
            case "CSVWithNames" or "TabSeparatedWithNamesAndTypes" or "RowBinaryWithNamesAndTypes" or "RowBinaryWithNames" or "JSONCompact":
                names.ShouldBe(1);
                break;
        }
    }

    [Fact]
    public async Task Query_FormatClause_WinsOverTheRequest() =>
        (await Http.PostAsync("SELECT 1 AS a FORMAT JSONEachRow", "default_format=CSV")).Ok().ShouldBe("{\"a\":1}\n");

    [Fact]
    public async Task Query_FormatHeader_IsUsed()
    {
        EngineAnswer answer = await Http.SendAsync("", new StringContent("SELECT 1, 'x'"), headers => headers.Add("X-ClickHouse-Format", "CSV"));

        answer.Ok().ShouldBe("1,\"x\"\n");
    }

    [Fact]
    public async Task Query_WithTotals_KeepsThem() =>
        (await Http.PostAsync("SELECT number % 2 AS k, count() FROM numbers(4) GROUP BY k WITH TOTALS ORDER BY k")).Ok().ShouldBe("0\t2\n1\t2\n\n0\t4\n");

    [Fact]
    public async Task Query_EmptyResult_StillHasItsHeader() =>
        (await Http.PostAsync("SELECT 1 AS a WHERE 0", "default_format=RowBinaryWithNamesAndTypes")).Body.ShouldBe([1, 1, (byte)'a', 5, .. "UInt8"u8]);

    [Theory]
    [InlineData("SELECT 1; SELECT 2")]
    [InlineData("SELECT 1;; DROP TABLE IF EXISTS x")]
    [InlineData("SELECT 1; nonsense")]
    [InlineData("SELECT ';'; SELECT 2")]
    public async Task Query_SeveralStatements_AreRefused(string sql)
    {
        EngineAnswer answer = await Http.PostAsync(sql);

        answer.ShouldFail(62, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Query_SeveralStatements_RunNoneOfThem()
    {
        string database = await engine.CreateDatabaseAsync();
        await Http.PostAsync("CREATE TABLE kept (a UInt8) ENGINE = MergeTree ORDER BY a", "database=" + database);
        string[] attempts =
        [
            "SELECT 1; DROP TABLE kept", "SELECT 1; DROP TABLE kept; nonsense (", "DROP TABLE kept; SELECT 1", "SELECT 'x\\'; DROP TABLE kept; --'; DROP TABLE kept",
            "SELECT 1 /* ; */ ; DROP TABLE kept", "SELECT $$;$$; DROP TABLE kept", "SELECT 1 -- x\n; DROP TABLE kept",
        ];

        foreach (string sql in attempts)
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
        EngineAnswer answer = await Http.PostAsync(sql);

        answer.ShouldFail(code, status);
        answer.Text.ShouldStartWith($"Code: {code}. DB::Exception: ");
        answer.Text.ShouldContain($"({name})");
    }

    [Fact]
    public async Task Query_UnknownDatabase_IsSaid() =>
        (await Http.PostAsync("SELECT 1", "database=no_such_database")).ShouldFail(81, HttpStatusCode.NotFound);

    [Fact]
    public async Task Query_ErrorAfterTheResultHasBegun_BreaksTheStream()
    {
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri("/", UriKind.Relative))
        {
            Content = new StringContent("SELECT throwIf(number = 3000000, 'too late') FROM numbers(10000000)"),
        };
        using HttpResponseMessage response = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        string tag = response.Headers.GetValues("X-ClickHouse-Exception-Tag").Single();
        using MemoryStream received = new();
        await using Stream body = await response.Content.ReadAsStreamAsync();

        await Should.ThrowAsync<IOException>(() => body.CopyToAsync(received));

        string end = Encoding.UTF8.GetString(received.ToArray()[^600..]);
        end.ShouldContain($"\r\n__exception__\r\n{tag}\r\nCode: 395. DB::Exception: too late");
        end.ShouldEndWith($" {tag}\r\n__exception__\r\n");
    }

    [Fact]
    public async Task Query_ErrorLateButWaitedFor_HasItsOwnStatus() =>
        (await Http.PostAsync("SELECT throwIf(number = 3000000) FROM numbers(10000000)", "wait_end_of_query=1")).ShouldFail(395, HttpStatusCode.InternalServerError);

    [Fact]
    public async Task Query_WaitEndOfQuery_SendsTheWholeResult() =>
        (await Http.PostAsync("SELECT number FROM numbers(300000)", "wait_end_of_query=1")).Ok().Count(c => c == '\n').ShouldBe(300_000);

    [Fact]
    public async Task Query_Settings_ApplyToOneStatementOnly()
    {
        const string Ask = "SELECT getSetting('max_block_size'), getSetting('join_use_nulls'), getSetting('max_memory_usage') > 1000000";
        string usual = (await Http.PostAsync(Ask)).Ok();

        for (int i = 0; i < 8; i++)
        {
            (await Http.PostAsync(Ask, "max_block_size=1234&join_use_nulls=1&max_memory_usage=1000000")).Ok().ShouldBe("1234\ttrue\t0\n");
            (await Http.PostAsync(Ask)).Ok().ShouldBe(usual);
        }

        (await Http.PostAsync(Ask, "max_block_size=1234&no_such_setting=1")).ShouldFail(115, HttpStatusCode.NotFound);
        (await Http.PostAsync(Ask, "max_block_size=1234&join_use_nulls=banana")).Code.ShouldNotBe(0);
        for (int i = 0; i < 8; i++)
        {
            (await Http.PostAsync(Ask)).Ok().ShouldBe(usual);
        }
    }

    [Fact]
    public async Task Query_SetAndUse_LeaveNothingBehind()
    {
        const string Ask = "SELECT getSetting('max_block_size'), currentDatabase()";
        string usual = (await Http.PostAsync(Ask)).Ok();

        for (int i = 0; i < 8; i++)
        {
            (await Http.PostAsync("SET max_block_size = 4321")).Ok();
            (await Http.PostAsync("USE system")).Ok();
            (await Http.PostAsync("SET readonly = 1")).Ok();
        }

        for (int i = 0; i < 8; i++)
        {
            (await Http.PostAsync(Ask)).Ok().ShouldBe(usual);
            (await Http.PostAsync("DROP TABLE IF EXISTS no_such_table")).Ok();
        }
    }

    [Theory]
    [InlineData("String", "tab\there newline\nreturn\r backslash\\ quote' \"double\" 漢字 🙂", @"tab\there newline\nreturn\r backslash\\ quote\' ""double"" 漢字 🙂")]
    [InlineData("String", "'); DROP TABLE x; --", @"\'); DROP TABLE x; --")]
    [InlineData("Int64", "-9223372036854775808", "-9223372036854775808")]
    [InlineData("Float64", "1e300", "1e300")]
    [InlineData("Decimal(18, 4)", "12345.6789", "12345.6789")]
    [InlineData("DateTime64(6, 'UTC')", "2011-12-09 12:50:00.123456", "2011-12-09 12:50:00.123456")]
    [InlineData("Date", "2011-12-09", "2011-12-09")]
    [InlineData("UUID", "61f0c404-5cb3-11e7-907b-a6006ad3dba0", "61f0c404-5cb3-11e7-907b-a6006ad3dba0")]
    [InlineData("Array(String)", "['a\\'b','c,d']", @"[\'a\\\'b\',\'c,d\']")]
    [InlineData("Array(UInt8)", "[1,2,3]", "[1,2,3]")]
    [InlineData("Bool", "true", "true")]
    [InlineData("Map(String, UInt8)", "{'a':1}", @"{\'a\':1}")]
    public async Task Query_Parameters_ArriveAsTheyWere(string type, string value, string shown)
    {
        // Inside arrays and maps strings are quoted, and the whole is not escaped once more.
        string sent = value.StartsWith('[') || value.StartsWith('{') ? value : TabSeparated.Escape(value);

        string text = (await Http.PostAsync($"SELECT toString({{value:{type}}})", "param_value=" + Uri.EscapeDataString(sent))).Ok();

        text.ShouldBe(shown + "\n");
    }

    [Fact]
    public async Task Query_NullParameter_IsNull() =>
        (await Http.PostAsync("SELECT {value:Nullable(String)} IS NULL", "param_value=%5CN")).Ok().ShouldBe("1\n");

    [Fact]
    public async Task Query_IdentifierParameter_NamesATable() =>
        (await Http.PostAsync("SELECT count() FROM {database:Identifier}.{table:Identifier}", "param_database=system&param_table=one")).Ok().ShouldBe("1\n");

    [Fact]
    public async Task Query_ParameterThatDoesNotFit_IsRefused()
    {
        (await Http.PostAsync("SELECT {value:UInt8}", "param_value=banana")).Code.ShouldBe(457);
        (await Http.PostAsync("SELECT {value:UInt8}")).Code.ShouldBe(456);
    }

    [Fact]
    public async Task Query_ParametersAsForm_Work()
    {
        string longText = new('x', 300_000);
        using MultipartFormDataContent form = new() { { new StringContent("SELECT length({value:String})"), "query" }, { new StringContent(longText), "param_value" } };

        (await Http.SendAsync("", form, null)).Ok().ShouldBe("300000\n");
    }

    [Fact]
    public async Task Query_ByGet_CannotChangeAnything()
    {
        string database = await engine.CreateDatabaseAsync();

        (await Http.GetAnswerAsync($"/?database={database}&query=CREATE%20TABLE%20t%20(a%20UInt8)%20ENGINE%3DMemory")).Code.ShouldBe(164);
        (await Http.PostAsync("CREATE TABLE t (a UInt8) ENGINE=Memory", $"database={database}&readonly=1")).Code.ShouldBe(164);
        (await Http.PostAsync("SHOW TABLES", "database=" + database)).Ok().ShouldBe("");
    }

    [Theory]
    [InlineData("session_id=x")]
    [InlineData("compress=1")]
    [InlineData("decompress=1")]
    [InlineData("role=x")]
    public async Task Query_WhatTheEmbeddedEngineDoesNotOffer_IsSaid(string query)
    {
        if (engine.Supervisor is not null)
        {
            (await Http.PostAsync("SELECT 1", query)).ShouldFail(48, HttpStatusCode.NotImplemented);
        }
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task Query_AcceptingCompression_IsCompressedWhenAskedFor(string encoding)
    {
        EngineAnswer compressed = await Http.SendAsync(
            "enable_http_compression=1", new StringContent("SELECT number FROM numbers(100000)"), headers => headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding)));
        EngineAnswer plain = await Http.SendAsync(
            "", new StringContent("SELECT number FROM numbers(100000)"), headers => headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding)));

        plain.Headers.ContainsKey("Content-Encoding").ShouldBeFalse();
        compressed.Headers["Content-Encoding"].ShouldBe(encoding);
        using MemoryStream bytes = new(compressed.Body);
        await using Stream stream = encoding switch
        {
            "gzip" => new GZipStream(bytes, CompressionMode.Decompress),
            "deflate" => new ZLibStream(bytes, CompressionMode.Decompress),
            _ => new BrotliStream(bytes, CompressionMode.Decompress),
        };
        using StreamReader reader = new(stream);
        (await reader.ReadToEndAsync()).ShouldBe(plain.Text);
    }

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
        string mark = Guid.CreateVersion7().ToString("N");
        using CancellationTokenSource leave = new();
        Task<HttpResponseMessage> running = Http.PostAsync(
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
        string mark = Guid.CreateVersion7().ToString("N");
        using (HttpRequestMessage request = new(HttpMethod.Post, new Uri("/", UriKind.Relative)) { Content = new StringContent($"SELECT number, '{mark}' FROM numbers(1000000000000)") })
        using (HttpResponseMessage response = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead))
        {
            (await RunningAsync(mark)).ShouldBe(1);
        }

        await UntilAsync(async () => await RunningAsync(mark) == 0);
    }

    [Fact]
    public async Task Kill_ByTheClientsIdentifier_EndsTheStatement()
    {
        string id = Guid.CreateVersion7().ToString();
        Task<EngineAnswer> running = Http.PostAsync("SELECT sum(sipHash64(number)) FROM numbers(1000000000000)", "query_id=" + id);
        await UntilAsync(async () => await RunningAsync("sipHash64(number)") > 0);

        string killed = (await Http.PostAsync("KILL QUERY WHERE query_id = {id:String} SYNC", "param_id=" + id)).Ok();

        killed.ShouldStartWith($"finished\t{id}\t");
        (await running).Code.ShouldBe(394);
        (await Http.PostAsync($"KILL QUERY WHERE query_id = '{id}'")).Ok().ShouldBe("");
    }

    [Fact]
    public async Task Query_MoreThanThereAreConnections_WaitForTheirTurn()
    {
        EngineAnswer[] answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(n => Http.PostAsync($"SELECT {n} + sleep(0.02)")));

        answers.Select(answer => answer.Ok()).ShouldBe(Enumerable.Range(0, 40).Select(n => FormattableString.Invariant($"{n}\n")));
    }

    [Fact]
    public async Task Authentication_WrongOrMissing_IsRefused()
    {
        using HttpClient stranger = new() { BaseAddress = engine.Endpoint.BaseAddress };
        EngineEndpoint endpoint = engine.Endpoint;

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

    [Fact]
    public async Task Queries_AfterStatements_TellsWhatRan()
    {
        if (engine.Supervisor is null)
        {
            return;
        }

        string id = Guid.CreateVersion7().ToString();
        await Http.PostAsync("SELECT count() FROM numbers(10)", "query_id=" + id);

        using JsonDocument queries = JsonDocument.Parse((await Http.GetAnswerAsync("/queries?limit=1000")).Body);

        JsonElement entry = queries.RootElement.EnumerateArray().Single(query => query.GetProperty("queryId").GetString() == id);
        entry.GetProperty("kind").GetString().ShouldBe("SELECT");
        entry.GetProperty("readRows").GetInt32().ShouldBe(10);
        entry.GetProperty("errorCode").GetInt32().ShouldBe(0);
        (await Http.GetAnswerAsync("/metrics")).Ok().ShouldContain("tessera_engine_statements_total{kind=\"SELECT\"}");
    }

    private static JsonElement Summary(EngineAnswer answer) => JsonDocument.Parse(answer.Headers["X-ClickHouse-Summary"]).RootElement;

    private static int Occurrences(byte[] body, string text)
    {
        byte[] pattern = Encoding.UTF8.GetBytes(text);
        int count = 0;
        for (ReadOnlySpan<byte> rest = body; rest.IndexOf(pattern) is var at and >= 0; rest = rest[(at + pattern.Length)..])
        {
            count++;
        }

        return count;
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
        string count = (await Http.PostAsync(
            "SELECT count() FROM system.processes WHERE position(query, {mark:String}) > 0 AND position(query, 'system.processes') = 0",
            "param_mark=" + Uri.EscapeDataString(mark))).Ok();
        return int.Parse(count, System.Globalization.CultureInfo.InvariantCulture);
    }
}
