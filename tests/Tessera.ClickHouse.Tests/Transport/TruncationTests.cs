using System.Globalization;
using System.Text;
using Tessera.ClickHouse.Tests.Support;

namespace Tessera.ClickHouse.Tests.Transport;

/// <summary>A result that is cut anywhere is an error, never fewer rows.</summary>
public sealed class TruncationTests : IDisposable
{
    private static readonly (int Id, string Text)[] Rows = [(1, "one"), (2, ""), (3, "three")];

    private static readonly byte[] Result = RowBytes.Result(RowBytes.Columns(("id", "Int32"), ("text", "String")), Rows);

    private readonly ScriptedServer server = new();

    public void Dispose() => server.Dispose();

    [Fact]
    public async Task Result_OfStatedLengthCutAtAnyByte_IsAnError()
    {
        var answer = ScriptedServer.Answer(200, Result);
        using var client = Connect();
        for (var length = answer.Length - Result.Length; length < answer.Length; length++)
        {
            server.ThenBytes(answer[..length]);
            await Should.ThrowAsync<ClickHouseUnavailableException>(() => ReadAsync(client), $"cut after {length} bytes");
        }

        server.ThenBytes(answer);
        (await ReadAsync(client)).ShouldBe(Rows);
    }

    [Fact]
    public async Task Result_OfChunksCutAtAnyByte_IsAnError()
    {
        var head = ScriptedServer.Head(200, "Transfer-Encoding: chunked");
        byte[] answer = [.. head, .. Chunk(Result[..20]), .. Chunk(Result[20..]), .. "0\r\n\r\n"u8];
        using var client = Connect();
        for (var length = head.Length; length < answer.Length; length++)
        {
            server.ThenBytes(answer[..length]);
            await Should.ThrowAsync<ClickHouseUnavailableException>(() => ReadAsync(client), $"cut after {length} bytes");
        }

        server.ThenBytes(answer);
        (await ReadAsync(client)).ShouldBe(Rows);
    }

    [Fact]
    public async Task Result_CompleteAsHttpButCutAsRows_IsAnError()
    {
        using var client = Connect();
        var rowEnds = Enumerable.Range(0, Rows.Length + 1)
            .Select(count => RowBytes.Result(RowBytes.Columns(("id", "Int32"), ("text", "String")), Rows.Take(count)).Length)
            .ToHashSet();
        for (var length = 1; length < Result.Length; length++)
        {
            // Where a row ends HTTP's own framing is what tells a cut from an end; the two tests above hold that.
            if (!rowEnds.Contains(length))
            {
                server.ThenAnswer(200, Result[..length]);
                await Should.ThrowAsync<ClickHouseUnavailableException>(() => ReadAsync(client), $"cut after {length} bytes");
            }
        }
    }

    [Fact]
    public async Task Result_CompressedAndCutAtAnyByte_IsAnError()
    {
        using var compressed = new MemoryStream();
        await using (var gzip = new System.IO.Compression.GZipStream(compressed, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true))
        {
            await gzip.WriteAsync(Result);
        }

        var bytes = compressed.ToArray();
        using var client = Connect();

        // Cut inside well-formed HTTP, as an engine does that stops compressing half-way and then ends its answer properly.
        for (var length = 1; length < bytes.Length; length++)
        {
            server.ThenAnswer(200, bytes[..length], "Content-Encoding: gzip");
            await Should.ThrowAsync<ClickHouseException>(() => ReadAsync(client), $"cut after {length} of {bytes.Length} bytes");
        }

        server.ThenAnswer(200, bytes, "Content-Encoding: gzip");
        (await ReadAsync(client)).ShouldBe(Rows);
    }

    [Fact]
    public async Task Answer_WithoutLengthOrChunks_IsRefused()
    {
        server.ThenBytes([.. ScriptedServer.Head(200), .. Result]);
        using var client = Connect();

        (await Should.ThrowAsync<ClickHouseException>(() => ReadAsync(client))).Message.ShouldContain("neither its length nor its chunks");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(17)]
    [InlineData(10_000)]
    public async Task ExceptionBlock_InPacketsOfAnySize_IsTheEnginesErrorAfterTheRows(int packet)
    {
        byte[] body = [.. Result, .. "\r\n__exception__\r\nsecrettag\r\nCode: 395. DB::Exception: too far. (SOME_NAME) (version 26.7)\n44 secrettag\r\n__exception__\r\n"u8];
        byte[] answer = [.. ScriptedServer.Head(200, "Transfer-Encoding: chunked", "X-ClickHouse-Exception-Tag: secrettag"), .. Chunk(body)];
        server.Then(async (stream, token) =>
        {
            for (var start = 0; start < answer.Length; start += packet)
            {
                await stream.WriteAsync(answer.AsMemory(start, Math.Min(packet, answer.Length - start)), token);
            }
        });
        using var client = Connect();
        List<(int, string)> rows = [];

        var exception = await Should.ThrowAsync<ClickHouseException>(async () =>
        {
            await foreach (var row in client.QueryAsync<(int, string)>(new Statement("SELECT id, text FROM t")))
            {
                rows.Add(row);
            }
        });

        (exception.Code, exception.Name, exception.Message).ShouldBe((395, "SOME_NAME", "too far."));
        rows.ShouldBe(Rows);
    }

    [Fact]
    public async Task ExceptionMarker_InData_IsDataUnlessItBearsTheTag()
    {
        var columns = RowBytes.Columns(("id", "Int32"), ("text", "String"));
        (int, string)[] tricky = [(1, "\r\n__exception__\r\nothertag\r\nCode: 1. DB::Exception: no. (X)"), (2, "__exception__\r\n"), (3, "__exception__\r\nsecretta")];
        server.ThenAnswer(200, RowBytes.Result(columns, tricky), "X-ClickHouse-Exception-Tag: secrettag");
        using var client = Connect();

        (await ReadAsync(client)).ShouldBe(tricky);
    }

    [Fact]
    public async Task ErrorText_BeforeACut_IsTheReason()
    {
        // Engines before 25.11 have no tag; they write the text and cut the connection.
        byte[] body = [.. Result, .. "Code: 241. DB::Exception: Memory limit exceeded. (MEMORY_LIMIT_EXCEEDED) (version 24.8)"u8];
        server.ThenBytes([.. ScriptedServer.Head(200, "Transfer-Encoding: chunked"), .. Chunk(body)]);
        using var client = Connect();

        (await Should.ThrowAsync<ClickHouseException>(() => ReadAsync(client))).Code.ShouldBe(241);
    }

    [Theory]
    [InlineData("ff ff ff ff ff ff ff ff ff 01")]
    [InlineData("ff ff ff ff 7f")]
    [InlineData("80 80 80 80 80 80 80 80 80 80 80 80")]
    public async Task Nonsense_InsteadOfAHeader_IsAnErrorAndNoHugeBuffer(string hexadecimal)
    {
        server.ThenAnswer(200, Convert.FromHexString(hexadecimal.Replace(" ", "", StringComparison.Ordinal)));
        using var client = Connect();

        await Should.ThrowAsync<ClickHouseUnavailableException>(() => ReadAsync(client));
    }

    [Theory]
    [InlineData("Mystery(1)", "this client does not know the type")]
    [InlineData("Mystery(", "is not a ClickHouse type")]
    public async Task Header_WithATypeFromTheFuture_NamesTheColumn(string type, string reason)
    {
        var text = Encoding.UTF8.GetBytes(type);
        server.ThenAnswer(200, [1, 2, (byte)'i', (byte)'d', (byte)text.Length, .. text, 1]);
        using var client = Connect();

        var exception = await Should.ThrowAsync<ClickHouseMappingException>(() => client.ListAsync<int>(new Statement("SELECT id FROM t")));

        exception.Message.ShouldContain("'id'");
        exception.Message.ShouldContain(reason);
    }

    private static byte[] Chunk(byte[] bytes) =>
        [.. Encoding.ASCII.GetBytes(bytes.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n"), .. bytes, .. "\r\n"u8];

    private static async Task<List<(int Id, string Text)>> ReadAsync(ClickHouseClient client) =>
        await client.ListAsync<(int, string)>(new Statement("SELECT id, text FROM t"));

    private ClickHouseClient Connect() => new(() => new ClickHouseOptions { Endpoint = server.Address, Retry = RetryOptions.None });
}
