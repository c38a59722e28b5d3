using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Tessera.Testing;
using static Tessera.Engine.Tests.Http.EngineHttp;

namespace Tessera.Engine.Tests.Http;

[Collection(SharedEngine.Name)]
public sealed class ResponseStreamTests(EngineFixture engine)
{
    private HttpClient Http => engine.Http;

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

        var answer = await Http.PostAsync(Rows, "default_format=" + format);

        answer.Ok();
        answer.Headers["X-ClickHouse-Format"].ShouldBe(format);
        var names = Occurrences(answer.Body, "the_number");
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
        var answer = await Http.SendAsync("", new StringContent("SELECT 1, 'x'"), headers => headers.Add("X-ClickHouse-Format", "CSV"));

        answer.Ok().ShouldBe("1,\"x\"\n");
    }

    [Fact]
    public async Task Query_WithTotals_KeepsThem() =>
        (await Http.PostAsync("SELECT number % 2 AS k, count() FROM numbers(4) GROUP BY k WITH TOTALS ORDER BY k")).Ok().ShouldBe("0\t2\n1\t2\n\n0\t4\n");

    [Fact]
    public async Task Query_EmptyResult_StillHasItsHeader() =>
        (await Http.PostAsync("SELECT 1 AS a WHERE 0", "default_format=RowBinaryWithNamesAndTypes")).Body.ShouldBe([1, 1, (byte)'a', 5, .. "UInt8"u8]);

    [Fact]
    public async Task Query_ErrorAfterTheResultHasBegun_BreaksTheStream()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/", UriKind.Relative))
        {
            Content = new StringContent("SELECT throwIf(number = 3000000, 'too late') FROM numbers(10000000)"),
        };
        using var response = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var tag = response.Headers.GetValues("X-ClickHouse-Exception-Tag").Single();
        using var received = new MemoryStream();
        await using var body = await response.Content.ReadAsStreamAsync();

        await Should.ThrowAsync<IOException>(() => body.CopyToAsync(received));

        var end = Encoding.UTF8.GetString(received.ToArray()[^600..]);
        end.ShouldContain($"\r\n__exception__\r\n{tag}\r\nCode: 395. DB::Exception: too late");
        end.ShouldEndWith($" {tag}\r\n__exception__\r\n");
    }

    [Fact]
    public async Task Query_ErrorLateButWaitedFor_HasItsOwnStatus() =>
        (await Http.PostAsync("SELECT throwIf(number = 3000000) FROM numbers(10000000)", "wait_end_of_query=1")).ShouldFail(395, HttpStatusCode.InternalServerError);

    [Fact]
    public async Task Query_WaitEndOfQuery_SendsTheWholeResult() =>
        (await Http.PostAsync("SELECT number FROM numbers(300000)", "wait_end_of_query=1")).Ok().Count(c => c == '\n').ShouldBe(300_000);

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task Query_AcceptingCompression_IsCompressedWhenAskedFor(string encoding)
    {
        var compressed = await Http.SendAsync(
            "enable_http_compression=1", new StringContent("SELECT number FROM numbers(100000)"), headers => headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding)));
        var plain = await Http.SendAsync(
            "", new StringContent("SELECT number FROM numbers(100000)"), headers => headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding)));

        plain.Headers.ContainsKey("Content-Encoding").ShouldBeFalse();
        compressed.Headers["Content-Encoding"].ShouldBe(encoding);
        using var bytes = new MemoryStream(compressed.Body);
        await using Stream stream = encoding switch
        {
            "gzip" => new GZipStream(bytes, CompressionMode.Decompress),
            "deflate" => new ZLibStream(bytes, CompressionMode.Decompress),
            _ => new BrotliStream(bytes, CompressionMode.Decompress),
        };
        using var reader = new StreamReader(stream);
        (await reader.ReadToEndAsync()).ShouldBe(plain.Text);
    }

    private static int Occurrences(byte[] body, string text)
    {
        var pattern = Encoding.UTF8.GetBytes(text);
        var count = 0;
        for (ReadOnlySpan<byte> rest = body; rest.IndexOf(pattern) is var at and >= 0; rest = rest[(at + pattern.Length)..])
        {
            count++;
        }

        return count;
    }
}
