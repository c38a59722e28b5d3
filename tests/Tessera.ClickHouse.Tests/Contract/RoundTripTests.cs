using FsCheck;
using FsCheck.Fluent;
using Tessera.ClickHouse.Tests.Support;
using Tessera.Testing;

namespace Tessera.ClickHouse.Tests.Contract;

/// <summary>Whatever the client can insert comes back the same, and the engine itself sees the same values.</summary>
public sealed class RoundTripTests(EngineFixture engine) : EngineTest(engine)
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(25).WithReplay(541_909, 2_010_201);

    private sealed record Seen(int Id, string Uuid, string Day, string Microsecond, string Decimal64, string Signed128, string Standing8, string Address4, string Pair, string Amounts);

    [Fact]
    public async Task InsertThenSelect_EveryType_IsTheSameRow()
    {
        await RunAsync($"CREATE TABLE every_type ({EveryType.ColumnsSql}) ENGINE = MergeTree ORDER BY id");

        Prop.ForAll(EveryTypeGenerator.Seeds, seed => CheckAsync(seed).GetAwaiter().GetResult()).Check(Fixed);

        async Task CheckAsync(int seed)
        {
            await RunAsync("TRUNCATE TABLE every_type");
            var rows = EveryTypeGenerator.Rows(seed, 20);
            var summary = await Client.InsertAsync("every_type", rows, cancellationToken: Token);
            summary.Rows.ShouldBe(20);
            var read = await Client.ListAsync<EveryType>(new Statement("SELECT * FROM every_type ORDER BY id"), Token);
            read.Count.ShouldBe(rows.Count);
            foreach (var (row, expected) in read.Zip(rows))
            {
                row.ShouldBeTheSame(expected);
            }
        }
    }

    /// <summary>Reading back what one wrote would also succeed if both sides were wrong alike; the engine's own texts would not.</summary>
    [Fact]
    public async Task Insert_KnownValues_AreWhatTheEngineSees()
    {
        await RunAsync($"CREATE TABLE every_type ({EveryType.ColumnsSql}) ENGINE = MergeTree ORDER BY id");
        var row = EveryTypeGenerator.Row(1, new Random(1)) with
        {
            Uuid = Guid.Parse("61f0c404-5cb3-11e7-907b-a6006ad3dba0"),
            Day = new DateOnly(2011, 12, 9),
            Microsecond = new DateTimeOffset(2011, 12, 9, 13, 50, 0, TimeSpan.FromHours(1)).AddMicroseconds(7),
            Decimal64 = -12.345678m,
            Signed128 = Int128.MinValue,
            Standing8 = Standing.AtRisk,
            Address4 = System.Net.IPAddress.Parse("192.168.0.1"),
            Pair = ("it's", -3),
            Amounts = new Dictionary<string, decimal>(StringComparer.Ordinal) { ["EUR"] = 1.5m },
        };
        await Client.InsertAsync("every_type", [row], cancellationToken: Token);

        var seen = await Client.SingleAsync<Seen>(
            new Statement(
                """
                SELECT id, toString(uuid) AS uuid, toString(day) AS day, toString(microsecond) AS microsecond, toString(decimal64) AS decimal64,
                    toString(signed128) AS signed128, toString(standing8) AS standing8, toString(address4) AS address4,
                    toString(pair) AS pair, toString(amounts) AS amounts
                FROM every_type
                """),
            Token);

        seen.ShouldBe(new Seen(
            1,
            "61f0c404-5cb3-11e7-907b-a6006ad3dba0",
            "2011-12-09",
            "2011-12-09 12:50:00.000007",
            "-12.345678",
            "-170141183460469231731687303715884105728",
            "at-risk",
            "192.168.0.1",
            @"('it\'s',-3)",
            "{'EUR':1.5}"));
    }

    [Fact]
    public async Task InsertThenSelect_Json_IsText()
    {
        await RunAsync("CREATE TABLE documents (id Int32, content JSON) ENGINE = MergeTree ORDER BY id");
        var options = new InsertOptions
        {
            Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["input_format_binary_read_json_as_string"] = "1" },
        };
        await Client.InsertAsync("documents", [(1, "{\"a\":{\"b\":[1,2]}}")], options, Token);

        var content = await Client.SingleAsync<string>(
            new Statement("SELECT content FROM documents").WithSetting("output_format_binary_write_json_as_string", "1"), Token);

        System.Text.Json.JsonDocument.Parse(content).RootElement.GetProperty("a").GetProperty("b").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Select_AggregatesAndWrappers_HaveTheirOwnTypes()
    {
        await RunAsync("CREATE TABLE sums (id Int32, total SimpleAggregateFunction(sum, Decimal(38, 4))) ENGINE = AggregatingMergeTree ORDER BY id");
        await Client.InsertAsync("sums", [(1, 2.5m), (1, 3m)], cancellationToken: Token);

        (await Client.SingleAsync<decimal>(new Statement("SELECT sum(total) FROM sums"), Token)).ShouldBe(5.5m);
        (await Client.ListAsync<(int, decimal)>(new Statement("SELECT * FROM sums FINAL"), Token)).ShouldBe([(1, 5.5m)]);
    }
}
