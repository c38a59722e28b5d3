using Tessera.Testing;

namespace Tessera.ClickHouse.Tests.Contract;

public sealed class InsertTests(EngineFixture engine) : EngineTest(engine)
{
    private const string Remembering = "ENGINE = MergeTree ORDER BY id SETTINGS non_replicated_deduplication_window = 1000";

    private sealed record Line(int Id, string Text);

    private sealed record Short(int Id);

    private sealed record WithMore(int Id, string Text, string Comment);

    [Fact]
    public async Task Insert_NoRows_SendsNothing()
    {
        await RunAsync($"CREATE TABLE lines (id Int32, text String) {Remembering}");

        (await Client.InsertAsync("lines", Array.Empty<Line>(), cancellationToken: Token)).ShouldBe(new InsertSummary(0, 0, 0));
    }

    [Theory]
    [InlineData(1, 10)]
    [InlineData(3, 4)]
    [InlineData(10, 1)]
    [InlineData(1000, 1)]
    public async Task Insert_Batches_AreCutAtTheirRows(int batchRows, int batches)
    {
        await RunAsync($"CREATE TABLE lines (id Int32, text String) {Remembering}");

        var summary = await Client.InsertAsync("lines", Lines(10), new InsertOptions { BatchRows = batchRows }, Token);

        summary.Rows.ShouldBe(10);
        summary.Batches.ShouldBe(batches);
        (await Client.ListAsync<Line>(new Statement("SELECT * FROM lines ORDER BY id"), Token)).ShouldBe(Lines(10));
    }

    [Fact]
    public async Task Insert_Batches_AreCutAtTheirBytes()
    {
        await RunAsync($"CREATE TABLE lines (id Int32, text String) {Remembering}");
        var rows = Enumerable.Range(0, 10).Select(i => new Line(i, new string('x', 1000)));

        (await Client.InsertAsync("lines", rows, new InsertOptions { BatchBytes = 2500 }, Token)).Batches.ShouldBe(4);
    }

    [Fact]
    public async Task Insert_SameTokenAgain_ChangesNothing()
    {
        await RunAsync($"CREATE TABLE lines (id Int32, text String) {Remembering}");
        var options = new InsertOptions { DeduplicationToken = "import-1", BatchRows = 4 };

        await Client.InsertAsync("lines", Lines(10), options, Token);
        await Client.InsertAsync("lines", Lines(10), options, Token);
        (await CountAsync()).ShouldBe(10UL);

        await Client.InsertAsync("lines", Lines(10), options with { DeduplicationToken = "import-2" }, Token);
        (await CountAsync()).ShouldBe(20UL);
    }

    [Fact]
    public async Task Insert_HalfDoneThenAgainWithItsToken_IsCompleteOnce()
    {
        await RunAsync($"CREATE TABLE lines (id Int32, text String) {Remembering}");
        var options = new InsertOptions { DeduplicationToken = "import-1", BatchRows = 3 };

        await Should.ThrowAsync<IOException>(() => Client.InsertAsync("lines", BreakingOffAt(7), options, Token));
        (await CountAsync()).ShouldBe(6UL);
        await Client.InsertAsync("lines", Lines(10), options, Token);

        (await Client.ListAsync<int>(new Statement("SELECT id FROM lines ORDER BY id"), Token)).ShouldBe(Enumerable.Range(0, 10));
    }

    [Fact]
    public async Task Insert_EqualRowsWithoutToken_AreAllStored()
    {
        await RunAsync($"CREATE TABLE lines (id Int32, text String) {Remembering}");

        await Client.InsertAsync("lines", Lines(5), cancellationToken: Token);
        await Client.InsertAsync("lines", Lines(5), cancellationToken: Token);

        (await CountAsync()).ShouldBe(10UL);
    }

    [Theory]
    [InlineData("ENGINE = MergeTree ORDER BY id")]
    [InlineData("ENGINE = Memory")]
    public async Task Insert_TokenForATableThatForgets_IsRefused(string forgetting)
    {
        await RunAsync($"CREATE TABLE lines (id Int32, text String) {forgetting}");
        var options = new InsertOptions { DeduplicationToken = "import-1" };

        (await Should.ThrowAsync<InvalidOperationException>(() => Client.InsertAsync("lines", Lines(1), options, Token)))
            .Message.ShouldContain("non_replicated_deduplication_window");

        (await Client.InsertAsync("lines", Lines(1), cancellationToken: Token)).Rows.ShouldBe(1);
    }

    [Fact]
    public async Task Insert_ColumnsWithDefaults_MayBeLeftOut()
    {
        await RunAsync(
            $"CREATE TABLE lines (id Int32, doubled Int64 MATERIALIZED id * 2, text String DEFAULT concat('line ', toString(id)), note Nullable(String)) {Remembering}");

        await Client.InsertAsync("lines", [new Short(7)], cancellationToken: Token);

        (await Client.SingleAsync<(int, long, string, string?)>(new Statement("SELECT id, doubled, text, note FROM lines"), Token))
            .ShouldBe((7, 14L, "line 7", null));
    }

    [Fact]
    public async Task Insert_ColumnWithoutValueOrDefault_IsRefused()
    {
        await RunAsync($"CREATE TABLE lines (id Int32, text String) {Remembering}");

        var exception = await Should.ThrowAsync<ClickHouseMappingException>(() => Client.InsertAsync("lines", [new Short(7)], cancellationToken: Token));

        exception.Column.ShouldBe("text");
        exception.Message.ShouldContain("DEFAULT");
    }

    [Fact]
    public async Task Insert_MemberWithoutColumn_IsRefused()
    {
        await RunAsync($"CREATE TABLE lines (id Int32, text String) {Remembering}");

        (await Should.ThrowAsync<ClickHouseMappingException>(
            () => Client.InsertAsync("lines", [new WithMore(1, "a", "b")], cancellationToken: Token))).Message.ShouldContain("'Comment'");
    }

    [Fact]
    public async Task Insert_UnknownTable_IsClear()
    {
        var exception = await Should.ThrowAsync<ClickHouseException>(() => Client.InsertAsync("nowhere", Lines(1), cancellationToken: Token));

        exception.Code.ShouldBe(60);
        exception.Message.ShouldBe($"There is no table nowhere in the database {Database}.");
    }

    [Fact]
    public async Task Insert_TableThatChangedSince_FailsOnceThenWorks()
    {
        await RunAsync($"CREATE TABLE lines (id Int32, text String) {Remembering}");
        await Client.InsertAsync("lines", Lines(1), cancellationToken: Token);
        await RunAsync("ALTER TABLE lines MODIFY COLUMN text Nullable(String)");

        await Should.ThrowAsync<ClickHouseException>(() => Client.InsertAsync("lines", Lines(1), cancellationToken: Token));

        (await Client.InsertAsync("lines", Lines(1), cancellationToken: Token)).Rows.ShouldBe(1);
    }

    [Fact]
    public async Task Insert_ValuesThatAreNeverNull_GoIntoNullableColumns()
    {
        await RunAsync("CREATE TABLE maybe (id Nullable(Int32), text Nullable(String)) ENGINE = Memory");

        await Client.InsertAsync("maybe", Lines(1), cancellationToken: Token);

        (await Client.SingleAsync<(int?, string?)>(new Statement("SELECT * FROM maybe"), Token)).ShouldBe((0, "line 0"));
    }

    [Fact]
    public async Task Insert_TableOfAnotherDatabase_IsFoundByItsFullName()
    {
        await RunAsync($"CREATE TABLE lines (id Int32, text String) {Remembering}");
        using var elsewhere = Engine.Connect("default");

        (await elsewhere.InsertAsync($"{Database}.lines", Lines(2), cancellationToken: Token)).Rows.ShouldBe(2);
    }

    [Fact]
    public async Task Insert_ValueThatDoesNotFit_NamesItsColumnAndStoresNothingOfItsBatch()
    {
        await RunAsync($"CREATE TABLE lines (id UInt8, text String) {Remembering}");

        var exception = await Should.ThrowAsync<ClickHouseMappingException>(() => Client.InsertAsync("lines", Lines(300), cancellationToken: Token));

        exception.Message.ShouldBe("Column 'id' (UInt8) of Line: 256 does not fit into byte.");
        (await CountAsync()).ShouldBe(0UL);
    }

    [Fact]
    public async Task Insert_RefusedByTheEngine_KeepsTheBatchesBefore()
    {
        await RunAsync($"CREATE TABLE lines (id Int32, text String, CONSTRAINT small CHECK id < 7) {Remembering}");

        var exception = await Should.ThrowAsync<ClickHouseException>(
            () => Client.InsertAsync("lines", Lines(10), new InsertOptions { BatchRows = 5 }, Token));

        exception.Name.ShouldBe("VIOLATED_CONSTRAINT");
        (await CountAsync()).ShouldBe(5UL);
    }

    [Fact]
    public async Task Insert_BinaryThatLooksLikeSql_IsOnlyData()
    {
        await RunAsync($"CREATE TABLE lines (id Int32, text String) {Remembering}");
        Line[] rows = [new(0x0A0A0A0A, "\n\nDROP TABLE lines\n\n"), new(0x3B3B3B3B, "';\n\n; DROP TABLE lines; --")];

        await Client.InsertAsync("lines", rows, cancellationToken: Token);

        (await Client.ListAsync<Line>(new Statement("SELECT * FROM lines ORDER BY id"), Token)).ShouldBe(rows);
    }

    [Fact]
    public async Task Insert_Compressed_IsTheSame()
    {
        await RunAsync($"CREATE TABLE lines (id Int32, text String) {Remembering}");
        using var client = Engine.Connect(Database, options => options with { CompressRequests = true });

        await client.InsertAsync("lines", Lines(5_000), new InsertOptions { BatchRows = 2_000 }, Token);

        (await Client.ListAsync<Line>(new Statement("SELECT * FROM lines ORDER BY id"), Token)).ShouldBe(Lines(5_000));
    }

    [Theory]
    [InlineData(0, 1, "t")]
    [InlineData(InsertOptions.LargestBatchRows + 1, 1, "t")]
    [InlineData(1, 0, "t")]
    [InlineData(1, 1, "")]
    public async Task Insert_OptionsOutOfRange_AreRefused(int batchRows, int batchBytes, string token) =>
        await Should.ThrowAsync<ArgumentException>(() => Client.InsertAsync(
            "lines", Lines(1), new InsertOptions { BatchRows = batchRows, BatchBytes = batchBytes, DeduplicationToken = token }, Token));

    private static IEnumerable<Line> Lines(int count) => Enumerable.Range(0, count).Select(i => new Line(i, $"line {i % 7}"));

    private static IEnumerable<Line> BreakingOffAt(int count)
    {
        foreach (var line in Lines(count))
        {
            yield return line;
        }

        throw new IOException("the file ends here");
    }

    private Task<ulong> CountAsync() => Client.SingleAsync<ulong>(new Statement("SELECT count() FROM lines"), Token);
}
