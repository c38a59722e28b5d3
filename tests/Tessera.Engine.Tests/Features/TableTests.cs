using Tessera.Engine.Tests.Http;
using Tessera.Testing;

namespace Tessera.Engine.Tests.Features;

/// <summary>What tables can do that Tessera's storage rests on, on whatever library is pinned.</summary>
[Collection(SharedEngine.Name)]
public sealed class TableTests(EngineFixture engine)
{
    [Fact]
    public async Task ReplacingMergeTree_ReadFinal_KeepsTheLatestVersion()
    {
        var run = await InADatabaseAsync();
        await run("CREATE TABLE profiles (id UInt32, name String, version UInt64) ENGINE = ReplacingMergeTree(version) ORDER BY id");
        await run("INSERT INTO profiles SELECT 1, 'new', 2");
        await run("INSERT INTO profiles SELECT 1, 'old', 1");

        (await run("SELECT name FROM profiles FINAL")).ShouldBe("new");
    }

    [Fact]
    public async Task MaterializedView_OfStates_AddsUpAsRowsArrive()
    {
        var run = await InADatabaseAsync();
        await run("CREATE TABLE events (name String, value UInt32) ENGINE = MergeTree ORDER BY name");
        await run("CREATE TABLE totals (name String, total AggregateFunction(sum, UInt32), people AggregateFunction(groupBitmap, UInt32)) ENGINE = AggregatingMergeTree ORDER BY name");
        await run("CREATE MATERIALIZED VIEW counting TO totals AS SELECT name, sumState(value) AS total, groupBitmapState(value) AS people FROM events GROUP BY name");
        await run("INSERT INTO events SELECT 'a', number FROM numbers(4)");
        await run("INSERT INTO events SELECT 'a', 3");

        (await run("SELECT sumMerge(total), groupBitmapMerge(people) FROM totals")).ShouldBe("9\t4");
    }

    [Fact]
    public async Task RefreshableView_Refreshed_HoldsTheAnswer()
    {
        var run = await InADatabaseAsync();
        await run("CREATE TABLE events (n UInt32) ENGINE = MergeTree ORDER BY n");
        await run("INSERT INTO events SELECT number FROM numbers(3)");
        await run("CREATE MATERIALIZED VIEW latest REFRESH EVERY 1 YEAR ENGINE = MergeTree ORDER BY tuple() EMPTY AS SELECT sum(n) AS total FROM events");
        await run("SYSTEM REFRESH VIEW latest");
        await run("SYSTEM WAIT VIEW latest");

        (await run("SELECT total FROM latest")).ShouldBe("3");
    }

    [Fact]
    public async Task Rows_DeletedAndUpdated_AreGoneAndChanged()
    {
        var run = await InADatabaseAsync();
        await run(
            "CREATE TABLE t (n UInt32, name String) ENGINE = MergeTree ORDER BY n SETTINGS enable_block_number_column = 1, enable_block_offset_column = 1");
        await run("INSERT INTO t SELECT number, 'x' FROM numbers(6)");
        await run("DELETE FROM t WHERE n = 0");
        await run("UPDATE t SET name = 'y' WHERE n = 1");
        await run("ALTER TABLE t DELETE WHERE n = 2 SETTINGS mutations_sync = 1");
        await run("ALTER TABLE t UPDATE name = 'z' WHERE n = 3 SETTINGS mutations_sync = 1");

        (await run("SELECT n, name FROM t ORDER BY n")).ShouldBe("1\ty\n3\tz\n4\tx\n5\tx");
    }

    [Fact]
    public async Task Rows_PastTheirTime_AreRemoved()
    {
        var run = await InADatabaseAsync();
        await run("CREATE TABLE t (time DateTime) ENGINE = MergeTree ORDER BY time TTL time + INTERVAL 1 DAY");
        await run("INSERT INTO t SELECT * FROM values('time DateTime', ('2001-01-01 00:00:00'), ('2100-01-01 00:00:00'))");
        await run("OPTIMIZE TABLE t FINAL");

        (await run("SELECT count() FROM t")).ShouldBe("1");
    }

    [Theory]
    [InlineData("INDEX by_name name TYPE bloom_filter GRANULARITY 1", "name = 'n7777'", "by_name")]
    [InlineData("INDEX by_amount amount TYPE minmax GRANULARITY 1", "amount = 7777", "by_amount")]
    [InlineData("INDEX by_word name TYPE text(tokenizer = 'splitByNonAlpha')", "hasToken(name, 'n7777')", "by_word")]
    public async Task Index_ThatSkips_IsUsed(string index, string condition, string name)
    {
        var run = await InADatabaseAsync();
        await run($"CREATE TABLE t (id UInt32, name String, amount UInt32, {index}) ENGINE = MergeTree ORDER BY id SETTINGS index_granularity = 128");
        await run("INSERT INTO t SELECT number, concat('n', toString(number)), number FROM numbers(10000)");

        (await run("SELECT id FROM t WHERE " + condition)).ShouldBe("7777");
        (await run("EXPLAIN indexes = 1 SELECT id FROM t WHERE " + condition)).ShouldContain(name);
    }

    [Fact]
    public async Task Projection_OfTheQuestionAsked_IsRead()
    {
        var run = await InADatabaseAsync();
        await run("CREATE TABLE t (id UInt32, k UInt8, PROJECTION by_k (SELECT k, count() GROUP BY k)) ENGINE = MergeTree ORDER BY id");
        await run("INSERT INTO t SELECT number, number % 3 FROM numbers(30000)");

        (await run("SELECT k, count() FROM t GROUP BY k ORDER BY k")).ShouldBe("0\t10000\n1\t10000\n2\t10000");
        (await run("EXPLAIN SELECT k, count() FROM t GROUP BY k")).ShouldContain("by_k");
    }

    [Fact]
    public async Task Explain_Estimate_TellsTheRowsToRead()
    {
        var run = await InADatabaseAsync();
        await run("CREATE TABLE t (id UInt32) ENGINE = MergeTree ORDER BY id SETTINGS index_granularity = 100");
        await run("INSERT INTO t SELECT number FROM numbers(10000)");

        (await run("EXPLAIN ESTIMATE SELECT count() FROM t WHERE id BETWEEN 1000 AND 1099")).Split('\t')[3].ShouldBeOneOf("100", "200", "300");
    }

    [Fact]
    public async Task Tables_ExchangedDetachedAndAttached_KeepTheirRows()
    {
        var run = await InADatabaseAsync();
        await run("CREATE TABLE a (n UInt8) ENGINE = MergeTree ORDER BY n AS SELECT 1 AS n");
        await run("CREATE TABLE b (n UInt8) ENGINE = MergeTree ORDER BY n AS SELECT 2 AS n");
        await run("EXCHANGE TABLES a AND b");
        await run("DETACH TABLE a");
        await run("ATTACH TABLE a");

        (await run("SELECT (SELECT n FROM a), (SELECT n FROM b)")).ShouldBe("2\t1");
    }

    [Fact]
    public async Task Batch_WithATokenThatCameBefore_IsNotStoredTwice()
    {
        var run = await InADatabaseAsync();
        await run("CREATE TABLE t (n UInt32) ENGINE = MergeTree ORDER BY n SETTINGS non_replicated_deduplication_window = 100");
        foreach (var token in (string[])["one", "one", "two"])
        {
            await run($"INSERT INTO t SETTINGS insert_deduplication_token = '{token}' SELECT number FROM numbers(3)");
        }

        (await run("SELECT count() FROM t")).ShouldBe("6");
    }

    [Fact]
    public async Task Dictionary_OfATable_IsLookedUp()
    {
        var database = await engine.CreateDatabaseAsync();
        var run = In(database);
        await run("CREATE TABLE countries (id UInt64, name String) ENGINE = MergeTree ORDER BY id AS SELECT 49 AS id, 'Germany' AS name");
        await run(
            $"CREATE DICTIONARY names (id UInt64, name String DEFAULT '?') PRIMARY KEY id SOURCE(CLICKHOUSE(QUERY 'SELECT id, name FROM {database}.countries')) LAYOUT(HASHED()) LIFETIME(0)");

        (await run($"SELECT dictGet('{database}.names', 'name', toUInt64(49)), dictGet('{database}.names', 'name', toUInt64(1))")).ShouldBe("Germany\t?");
    }

    [SkippableFact]
    public async Task Database_BackedUp_IsRestored()
    {
        engine.RequireSupervisor();
        var database = await engine.CreateDatabaseAsync();
        var run = In(database);
        await run("CREATE TABLE t (n UInt32) ENGINE = MergeTree ORDER BY n AS SELECT number AS n FROM numbers(100)");
        await run($"BACKUP DATABASE {database} TO File('{database}')");
        await run("TRUNCATE TABLE t");
        await run($"RESTORE DATABASE {database} FROM File('{database}') SETTINGS allow_non_empty_tables = 1");

        (await run("SELECT count(), sum(n) FROM t")).ShouldBe("100\t4950");
    }

    [Fact]
    public async Task Parquet_WrittenAndRead_HoldsTheSameRows()
    {
        var database = await engine.CreateDatabaseAsync();
        var run = In(database);
        await run("CREATE TABLE t (id UInt64, name Nullable(String), amount Decimal(18, 4), tags Array(String), time DateTime64(6, 'UTC')) ENGINE = MergeTree ORDER BY id");
        await run("INSERT INTO t SELECT number, if(number % 2 = 0, NULL, 'ü'), number / 8, ['a', 'b'], toDateTime64('2026-01-01 00:00:00.123456', 6, 'UTC') + number FROM numbers(1000)");
        const string Sum = "SELECT groupBitXor(cityHash64(id, ifNull(name, '-'), amount, tags, time)) FROM t";
        var before = await run(Sum);
        var file = (await engine.Http.PostAsync("SELECT * FROM t FORMAT Parquet", "database=" + database)).Body;
        await run("TRUNCATE TABLE t");

        (await engine.Http.InsertAsync("INSERT INTO t FORMAT Parquet", file, "database=" + database)).Ok();

        file.AsSpan(0, 4).SequenceEqual("PAR1"u8).ShouldBeTrue();
        (await run(Sum)).ShouldBe(before);
    }

    [Theory]
    [InlineData("parts")]
    [InlineData("detached_parts")]
    [InlineData("metrics")]
    [InlineData("events")]
    [InlineData("merges")]
    [InlineData("mutations")]
    [InlineData("processes")]
    [InlineData("server_settings")]
    public async Task SystemTable_ThatOperationRestsOn_CanBeRead(string table) => (await engine.Http.PostAsync($"SELECT count() >= 0 FROM system.{table}")).Ok().ShouldBe("1\n");

    private async Task<Func<string, Task<string>>> InADatabaseAsync() => In(await engine.CreateDatabaseAsync());

    private Func<string, Task<string>> In(string database) => async sql => (await engine.Http.PostAsync(sql, "database=" + database)).Ok().TrimEnd('\n');
}
