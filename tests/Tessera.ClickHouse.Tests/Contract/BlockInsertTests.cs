using System.Globalization;
using System.Text;
using Tessera.Testing;

namespace Tessera.ClickHouse.Tests.Contract;

public sealed class BlockInsertTests(EngineFixture engine) : EngineTest(engine)
{
    private sealed record Row(ulong Number, Guid Id, decimal Price, string Text, string Kind);

    /// <summary>So many different texts that rows refer to them by one, two and four bytes.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(70_000)]
    public async Task InsertBlocks_FilledTwice_StoresEveryValue(int kinds)
    {
        await RunAsync("CREATE TABLE lines (number UInt64, id UUID, price Decimal(18, 4), text String, kind LowCardinality(String), more String DEFAULT 'x') ENGINE = MergeTree ORDER BY number");
        var rows = kinds * 2;

        var summary = await Client.InsertBlocksAsync("lines", Blocks(rows, kinds), cancellationToken: Token);

        summary.Rows.ShouldBe(rows * 2);
        summary.Batches.ShouldBe(2);

        var stored = await Client.ListAsync<Row>(new Statement("SELECT number, id, price, text, kind FROM lines WHERE more = 'x' ORDER BY number"), Token);
        stored.ShouldBe(Enumerable.Range(0, rows * 2).Select(number => Of(number, kinds)));
    }

    [Fact]
    public async Task InsertBlocks_None_SendsNothing() =>
        (await Client.InsertBlocksAsync("nowhere", AsyncEnumerable.Empty<RowBlock>(), cancellationToken: Token)).ShouldBe(new InsertSummary(0, 0, 0));

    [Fact]
    public async Task InsertBlocks_ColumnTheTableLacks_NamesIt()
    {
        await RunAsync("CREATE TABLE lines (number UInt64) ENGINE = MergeTree ORDER BY number");
        var failure = await Should.ThrowAsync<ClickHouseException>(() => Client.InsertBlocksAsync("lines", Blocks(1, 1), cancellationToken: Token));
        failure.Message.ShouldContain("id");
    }

    [Fact]
    public async Task Indexer_TextOfARow_IsReplaced()
    {
        await RunAsync("CREATE TABLE lines (kind LowCardinality(String)) ENGINE = MergeTree ORDER BY tuple()");
        using var kind = new RepeatedTextColumn("kind");
        using var block = new RowBlock([kind]);
        kind.Add("a");
        kind.Add("b");
        kind[1] = "c";
        kind[1].ShouldBe("c");
        Should.Throw<ArgumentOutOfRangeException>(() => kind[2] = "d");
        await Client.InsertBlocksAsync("lines", new[] { block }.ToAsyncEnumerable(), cancellationToken: Token);
        (await Client.ListAsync<string>(new Statement("SELECT kind FROM lines ORDER BY kind"), Token)).ShouldBe(["a", "c"]);
    }

    private static Row Of(int number, int kinds) => new(
        (ulong)number,
        new Guid(number, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
        number - 5.25m,
        string.Create(CultureInfo.InvariantCulture, $"Löffel {number}") + new string('y', number % 300),
        string.Create(CultureInfo.InvariantCulture, $"kind {number % kinds}"));

    private static async IAsyncEnumerable<RowBlock> Blocks(int rows, int kinds)
    {
        await Task.Yield();
        var numbers = new FixedColumn<ulong>("number", "UInt64");
        var ids = new UuidColumn("id");
        var prices = new FixedColumn<long>("price", "Decimal(18, 4)");
        var texts = new TextColumn("text");
        var names = new RepeatedTextColumn("kind");
        using var block = new RowBlock([numbers, ids, prices, texts, names]);
        for (var from = 0; from < rows * 2; from += rows)
        {
            foreach (var row in Enumerable.Range(from, rows).Select(number => Of(number, kinds)))
            {
                numbers.Add(row.Number);
                ids.Add(row.Id);
                prices.Add((long)(row.Price * 10_000));
                texts.Add(Encoding.UTF8.GetBytes(row.Text));
                names.Add(row.Kind);
            }

            block.Rows.ShouldBe(rows);
            yield return block;
            block.Clear();
        }
    }
}
