using Tessera.Testing;

namespace Tessera.ClickHouse.Tests.Contract;

public sealed class QueryTests(EngineFixture engine) : EngineTest(engine)
{
    private sealed record Day(DateOnly Date, ulong Orders, decimal Revenue, string? Note);

    [Fact]
    public async Task Ping_EngineThatAnswers_Returns() => await Client.PingAsync(Token);

    [Fact]
    public async Task Query_Record_IsFilledByNames()
    {
        var day = await Client.SingleAsync<Day>(
            new Statement("SELECT toDecimal64('12.50', 4) AS revenue, toDate('2011-12-09') AS date, CAST(NULL, 'Nullable(String)') AS note, toUInt64(3) AS orders"),
            Token);

        day.ShouldBe(new Day(new DateOnly(2011, 12, 9), 3, 12.5m, null));
    }

    [Fact]
    public async Task Query_OneColumn_IsAPlainValue()
    {
        (await Client.SingleAsync<long>(new Statement("SELECT count() FROM numbers(10)"), Token)).ShouldBe(10);
        (await Client.SingleAsync<string>(new Statement("SELECT 'x'"), Token)).ShouldBe("x");
        (await Client.SingleAsync<string?>(new Statement("SELECT NULL"), Token)).ShouldBeNull();
        (await Client.SingleAsync<string[]>(new Statement("SELECT ['a', 'b']"), Token)).ShouldBe(["a", "b"]);
        (await Client.SingleAsync<(string, byte)>(new Statement("SELECT ('a', 1)"), Token)).ShouldBe(("a", (byte)1));
        (await Client.SingleAsync<(string, byte)>(new Statement("SELECT 'a', 1"), Token)).ShouldBe(("a", (byte)1));
    }

    [Fact]
    public async Task Query_NoRows_IsEmptyAndStillChecked()
    {
        var nothing = new Statement("SELECT toDate('2011-12-09') AS date, toUInt64(1) AS orders, toDecimal64(1, 4) AS revenue, CAST(NULL, 'Nullable(String)') AS note WHERE 0");

        (await Client.ListAsync<Day>(nothing, Token)).ShouldBeEmpty();
        (await Client.FirstOrDefaultAsync<Day>(nothing, Token)).ShouldBeNull();
        await Should.ThrowAsync<InvalidOperationException>(() => Client.SingleAsync<Day>(nothing, Token));
        await Should.ThrowAsync<ClickHouseMappingException>(() => Client.ListAsync<int>(nothing, Token));
    }

    [Fact]
    public async Task Single_TwoRows_IsAnError() =>
        await Should.ThrowAsync<InvalidOperationException>(() => Client.SingleAsync<ulong>(new Statement("SELECT number FROM numbers(2)"), Token));

    [Fact]
    public async Task Query_WithoutResult_SaysSo()
    {
        var exception = await Should.ThrowAsync<ClickHouseException>(
            () => Client.ListAsync<int>(new Statement("CREATE TABLE nothing (n Int32) ENGINE = Memory"), Token));

        exception.Message.ShouldContain("ExecuteAsync");
    }

    [Fact]
    public async Task Query_EarlyEnd_StopsReadingAndLeavesTheClientUsable()
    {
        await foreach (var number in Client.QueryAsync<ulong>(new Statement("SELECT number FROM system.numbers"), Token))
        {
            if (number == 1000)
            {
                break;
            }
        }

        await Client.PingAsync(Token);
    }

    [Fact]
    public async Task Query_ResultOfManyBlocks_ArrivesWholeAndInOrder()
    {
        var expected = 0UL;
        await foreach (var (number, text) in Client.QueryAsync<(ulong, string)>(
            new Statement("SELECT number, repeat('x', number % 50) FROM numbers(300000) ORDER BY number SETTINGS max_block_size = 1000"), Token))
        {
            number.ShouldBe(expected);
            text.Length.ShouldBe((int)(expected % 50));
            expected++;
        }

        expected.ShouldBe(300_000UL);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Query_ErrorAfterManyRows_EndsTheRowsWithTheEnginesError(bool compressed)
    {
        using var client = Engine.Connect(Database, options => options with { CompressResponses = compressed });
        var late = new Statement("SELECT throwIf(number = 900000, 'too far') + number AS n FROM numbers(1000000) SETTINGS max_block_size = 1000, max_threads = 1");
        var rows = 0;

        var exception = await Should.ThrowAsync<ClickHouseException>(async () =>
        {
            await foreach (var number in client.QueryAsync<ulong>(late, Token))
            {
                number.ShouldBe((ulong)rows++);
            }
        });

        exception.Code.ShouldBe(395);
        exception.Name.ShouldBe("FUNCTION_THROW_IF_VALUE_IS_NON_ZERO");
        exception.Message.ShouldStartWith("too far");
        rows.ShouldBeInRange(1, 900_000);
    }

    [Fact]
    public async Task Stream_Format_IsTheEnginesOwnText()
    {
        await using var stream = await Client.StreamAsync(new Statement("SELECT number AS n, 'a,b' AS text FROM numbers(2)"), "CSVWithNames", Token);
        using var reader = new StreamReader(stream);

        (await reader.ReadToEndAsync(Token)).ShouldBe("\"n\",\"text\"\n0,\"a,b\"\n1,\"a,b\"\n");
    }

    [Fact]
    public async Task Stream_ErrorHalfWay_Throws()
    {
        await using var stream = await Client.StreamAsync(
            new Statement("SELECT throwIf(number = 900000, 'too far') FROM numbers(1000000) SETTINGS max_block_size = 1000, max_threads = 1"), "CSV", Token);

        (await Should.ThrowAsync<ClickHouseException>(() => stream.CopyToAsync(Stream.Null, Token))).Code.ShouldBe(395);
    }

    [Fact]
    public async Task Query_Compressed_IsTheSame()
    {
        using var client = Engine.Connect(Database, options => options with { CompressResponses = true, CompressRequests = true });

        (await client.ListAsync<ulong>(new Statement("SELECT number FROM numbers(100000)"), Token)).Count.ShouldBe(100_000);
    }

    [Fact]
    public async Task Execute_Settings_ReachTheEngineForThisStatementOnly()
    {
        var threads = new Statement("SELECT getSetting('max_threads')");

        (await Client.SingleAsync<ulong>(threads.WithSetting("max_threads", "7"), Token)).ShouldBe(7UL);
        (await Client.SingleAsync<ulong>(threads, Token)).ShouldNotBe(7UL);
    }

    [Fact]
    public async Task Execute_Summary_CountsRows()
    {
        await RunAsync("CREATE TABLE counted (n UInt64) ENGINE = MergeTree ORDER BY n");

        var summary = await Client.ExecuteAsync(new Statement("INSERT INTO counted SELECT number FROM numbers(1000)").WithQueryId("counted-1"), Token);

        summary.WrittenRows.ShouldBe(1000);
        summary.ReadRows.ShouldBe(1000);
        summary.QueryId.ShouldBe("counted-1");
        summary.Elapsed.ShouldBeGreaterThan(TimeSpan.Zero);
    }
}
