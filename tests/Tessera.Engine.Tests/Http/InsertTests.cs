using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Tessera.Testing;
using static Tessera.Engine.Tests.Http.EngineHttp;

namespace Tessera.Engine.Tests.Http;

[Collection(SharedEngine.Name)]
public sealed class InsertTests(EngineFixture engine) : IAsyncLifetime
{
    private string database = "";

    private HttpClient Http => engine.Http;

    private string In => "database=" + database;

    public async Task InitializeAsync()
    {
        database = await engine.CreateDatabaseAsync();
        (await Http.PostAsync("CREATE TABLE t (a UInt32, b String) ENGINE = MergeTree ORDER BY a SETTINGS non_replicated_deduplication_window = 100", In)).Ok();
    }

    public async Task DisposeAsync() => (await Http.PostAsync($"DROP DATABASE {database} SYNC")).Ok();

    [Fact]
    public async Task Insert_DataThatLooksLikeStatements_StaysData()
    {
        const string Evil = "x\n\nDROP TABLE t\n\nSELECT 1; DROP TABLE t";

        (await Http.InsertAsync("INSERT INTO t FORMAT RowBinary", Row(1, Evil), In)).Ok();
        (await Http.InsertAsync("INSERT INTO t FORMAT CSV", Encoding.UTF8.GetBytes($"2,\"{Evil}\"\n"), In)).Ok();
        (await Http.PostAsync($"INSERT INTO t VALUES (3, '{Evil}')", In)).Ok();
        (await Http.PostAsync($"INSERT INTO t FORMAT CSV\n4,\"{Evil}\"\n", In)).Ok();
        (await Http.InsertAsync($"INSERT INTO t VALUES (5, '{Evil}')", [], In)).Ok();

        (await Http.PostAsync("SELECT count(), uniqExact(b), any(b) FROM t", In)).Ok().ShouldBe($"5\t1\t{Evil.Replace("\n", "\\n", StringComparison.Ordinal)}\n");
    }

    [Theory]
    [InlineData("INSERT INTO t FORMAT TSV\nfoo\n\nDROP TABLE t")]
    [InlineData("INSERT INTO t VALUES (1, 'a'); DROP TABLE t")]
    [InlineData("INSERT INTO t VALUES (1, 'a')\n\nDROP TABLE t")]
    [InlineData("INSERT INTO t; DROP TABLE t")]
    public async Task Insert_WithAStatementBehind_DoesNotRunIt(string sql)
    {
        await Http.PostAsync(sql, In);

        (await Http.PostAsync("EXISTS TABLE t", In)).Ok().ShouldBe("1\n");
    }

    [Fact]
    public async Task Insert_ThatFailed_LeavesNoLockBehind()
    {
        // The library keeps a failed statement and its locks; dropping the table would wait for ever.
        for (var i = 0; i < 4; i++)
        {
            (await Http.InsertAsync("INSERT INTO t FORMAT TSV", "banana\ta\n"u8.ToArray(), In)).Code.ShouldNotBe(0);
            (await Http.PostAsync("INSERT INTO t SELECT throwIf(number = 100), '' FROM numbers(1000)", In)).Code.ShouldBe(395);
            (await Http.PostAsync("SELECT throwIf(count() = 0) FROM t", In)).Code.ShouldBe(395);
        }

        (await Http.PostAsync("SELECT count() FROM system.processes")).Ok().ShouldBe("1\n");
        (await Http.PostAsync("DROP TABLE t SYNC", In)).Ok();
    }

    [Fact]
    public async Task Insert_ManyBinaryRows_ArriveWhole()
    {
        using var data = new MemoryStream();
        for (uint i = 0; i < 200_000; i++)
        {
            data.Write(Row(i, "\n\nDROP " + i.ToString(CultureInfo.InvariantCulture)));
        }

        var answer = await Http.InsertAsync("INSERT INTO t FORMAT RowBinary", data.ToArray(), In);

        answer.Ok();
        answer.Headers["X-ClickHouse-Summary"].ShouldContain("\"written_rows\":\"200000\"");
        (await Http.PostAsync("SELECT count(), sum(a), countIf(b = concat('\\n\\nDROP ', toString(a))) FROM t", In)).Ok().ShouldBe("200000\t19999900000\t200000\n");
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task Insert_CompressedBody_IsTakenIn(string encoding)
    {
        using var compressed = new MemoryStream();
        await using (Stream stream = encoding switch
        {
            "gzip" => new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true),
            "deflate" => new ZLibStream(compressed, CompressionLevel.Fastest, leaveOpen: true),
            _ => new BrotliStream(compressed, CompressionLevel.Fastest, leaveOpen: true),
        })
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 50_000).Select(i => FormattableString.Invariant($"{i}\tname\n")))));
        }

        using var content = new ByteArrayContent(compressed.ToArray());
        content.Headers.ContentEncoding.Add(encoding);
        (await Http.SendAsync(In + "&query=INSERT%20INTO%20t%20FORMAT%20TSV", content, null)).Ok();

        (await Http.PostAsync("SELECT count(), sum(a) FROM t", In)).Ok().ShouldBe("50000\t1249975000\n");
    }

    [Fact]
    public async Task Insert_DamagedCompression_FailsAndInsertsNothing()
    {
        using var content = new ByteArrayContent([1, 2, 3, 4, 5, 6, 7, 8]);
        content.Headers.ContentEncoding.Add("gzip");
        (await Http.SendAsync(In + "&query=INSERT%20INTO%20t%20FORMAT%20TSV", content, null)).Code.ShouldBe(354);
        using var unknown = new ByteArrayContent([1]);
        unknown.Headers.ContentEncoding.Add("lzma");
        (await Http.SendAsync(In + "&query=INSERT%20INTO%20t%20FORMAT%20TSV", unknown, null)).Code.ShouldNotBe(0);

        (await Http.PostAsync("SELECT count() FROM t", In)).Ok().ShouldBe("0\n");
    }

    [Fact]
    public async Task Insert_RowThatDoesNotParse_InsertsNothing()
    {
        var answer = await Http.InsertAsync("INSERT INTO t FORMAT TSV", "1\ta\nbanana\tb\n"u8.ToArray(), In);

        answer.Code.ShouldNotBe(0);
        answer.Status.ShouldNotBe(HttpStatusCode.OK);
        (await Http.PostAsync("SELECT count() FROM t", In)).Ok().ShouldBe("0\n");
    }

    [Fact]
    public async Task Insert_IntoUnknownTable_Is404() =>
        (await Http.InsertAsync("INSERT INTO no_such_table FORMAT TSV", "1\n"u8.ToArray(), In)).ShouldFail(60, HttpStatusCode.NotFound);

    [Fact]
    public async Task Insert_ClientGoneHalfWay_InsertsNothing()
    {
        using var leave = new CancellationTokenSource();
        var half = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/?{In}&query=INSERT%20INTO%20t%20FORMAT%20TSV", UriKind.Relative))
        {
            Content = new HalfWritten("1\ta\n2\tb\n"u8.ToArray(), half, leave.Token),
        };
        var sending = Http.SendAsync(request, leave.Token);
        await half.Task;

        await leave.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => sending);
        // The insert is over when its connection is free again; then nothing of it may be there.
        while ((await Http.PostAsync("SELECT count() FROM system.processes WHERE startsWith(query, 'INSERT')")).Ok() != "0\n")
        {
            await Task.Yield();
        }

        (await Http.PostAsync("SELECT count() FROM t", In)).Ok().ShouldBe("0\n");
    }

    [SkippableFact]
    public async Task Insert_LongBody_IsNeverHeldInMemory()
    {
        var supervisor = engine.RequireSupervisor();
        (await Http.PostAsync("CREATE TABLE sink (a UInt64, b String) ENGINE = Null", In)).Ok();
        (await Http.InsertAsync("INSERT INTO sink FORMAT RowBinary", new byte[17], In)).Code.ShouldNotBe(0);
        byte[] piece = [.. Enumerable.Range(0, 8192).SelectMany(_ => (byte[])[1, 2, 3, 4, 5, 6, 7, 8, 0])];
        using var content = new Repeated(piece, 8000);
        var before = supervisor.State.ResidentBytes;

        (await Http.SendAsync(In + "&query=INSERT%20INTO%20sink%20FORMAT%20RowBinary", content, null)).Ok();

        // 590 MB went through; the engine may keep a few blocks of it.
        var grown = supervisor.State.ResidentBytes - before;
        grown.ShouldBeLessThan(250L * 1024 * 1024);
    }

    [Fact]
    public async Task Insert_SameDeduplicationToken_CountsOnce()
    {
        for (var i = 0; i < 3; i++)
        {
            (await Http.InsertAsync("INSERT INTO t FORMAT TSV", "1\ta\n2\tb\n"u8.ToArray(), In + "&insert_deduplication_token=batch-1")).Ok();
        }

        (await Http.PostAsync("SELECT count() FROM t", In)).Ok().ShouldBe("2\n");
    }

    [Fact]
    public async Task Insert_WithColumnsSettingsAndParameters_Works()
    {
        (await Http.InsertAsync("INSERT INTO {table:Identifier} (b, a) SETTINGS async_insert = 0 FORMAT TSV", "x\t7\n"u8.ToArray(), In + "&param_table=t")).Ok();

        (await Http.PostAsync("SELECT * FROM t", In)).Ok().ShouldBe("7\tx\n");
    }

    [Fact]
    public async Task Insert_FormatFromTheRequest_IsUsed()
    {
        (await Http.InsertAsync("INSERT INTO t", "{\"a\":1,\"b\":\"x\"}\n"u8.ToArray(), In + "&default_format=JSONEachRow")).Ok();
        (await Http.InsertAsync("INSERT INTO t", "(2,'y'),(3,'z')"u8.ToArray(), In)).Ok();
        (await Http.InsertAsync("INSERT INTO t (a, b)", " FORMAT CSV\n4,values\n"u8.ToArray(), In)).Ok();
        (await Http.InsertAsync("INSERT INTO t", "SELECT 5, 'select'"u8.ToArray(), In)).Ok();

        (await Http.PostAsync("SELECT groupArray(b) FROM (SELECT b FROM t ORDER BY a)", In)).Ok().ShouldBe("['x','y','z','values','select']\n");
    }

    [Fact]
    public async Task InsertSelect_AndDataDefinition_Work()
    {
        (await Http.PostAsync("INSERT INTO t SELECT number, toString(number) FROM numbers(1000)", In)).Ok();
        (await Http.PostAsync("CREATE TABLE copy AS t", In)).Ok();
        (await Http.PostAsync("INSERT INTO copy (a, b) SELECT * FROM t WHERE a < {limit:UInt32}", In + "&param_limit=10")).Ok();
        (await Http.PostAsync("ALTER TABLE copy ADD COLUMN c UInt8 DEFAULT 1", In)).Ok();
        (await Http.PostAsync("ALTER TABLE copy DELETE WHERE a >= 5 SETTINGS mutations_sync = 1", In)).Ok();
        (await Http.PostAsync("SELECT count(), sum(c) FROM copy", In)).Ok().ShouldBe("5\t5\n");
        (await Http.PostAsync("OPTIMIZE TABLE copy FINAL", In)).Ok();
        (await Http.PostAsync("RENAME TABLE copy TO moved", In)).Ok();
        (await Http.PostAsync("TRUNCATE TABLE moved", In)).Ok();
    }

    [Fact]
    public async Task Drop_TableThatHadInserts_EndsAndFreesTheName()
    {
        for (var i = 0; i < 5; i++)
        {
            (await Http.InsertAsync("INSERT INTO t FORMAT TSV", "1\ta\n"u8.ToArray(), In)).Ok();
            (await Http.PostAsync("DROP TABLE t SYNC", In)).Ok();
            (await Http.PostAsync("CREATE TABLE t (a UInt32, b String) ENGINE = MergeTree ORDER BY a", In)).Ok();
        }
    }

    private static byte[] Row(uint a, string b)
    {
        var text = Encoding.UTF8.GetBytes(b);
        return [.. BitConverter.GetBytes(a), (byte)text.Length, .. text];
    }

    /// <summary>The same bytes many times over, made as they are sent.</summary>
    private sealed class Repeated(byte[] piece, int times) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            for (var i = 0; i < times; i++)
            {
                await stream.WriteAsync(piece);
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    /// <summary>A body of unknown length that stops after its first part and waits.</summary>
    private sealed class HalfWritten(byte[] first, TaskCompletionSource written, CancellationToken cancellation) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(first, cancellation);
            await stream.FlushAsync(cancellation);
            written.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
