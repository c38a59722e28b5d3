using System.Net;
using Tessera.ClickHouse;

namespace Tessera.Outsider.Tests;

public sealed class ClickHouseTests
{
    [Fact]
    public async Task Statement_WithValues_SendsThemAsTheEngineReadsThem()
    {
        using var server = new RecordingServer("");
        using var client = Connect(server);

        await client.ExecuteAsync(new Statement("INSERT INTO t SELECT {d:Float64}, {m:Decimal(18, 4)}, {n:Int64}, {day:Date}, {at:DateTime64(3, 'UTC')}, {all:Array(Float64)}")
            .With("d", -1.5).With("m", -2.25m).With("n", -3L).With("day", new DateOnly(2026, 1, 31))
            .With("at", new DateTimeOffset(2026, 1, 31, 12, 30, 15, TimeSpan.Zero)).With("all", new[] { 0.5, -0.5 }));

        string[] expected = ["&param_d=-1.5", "&param_m=-2.25", "&param_n=-3", "&param_day=2026-01-31", "&param_at=2026-01-31 12:30:15", "&param_all=[0.5,-0.5]"];
        expected.ShouldAllBe(part => server.Address.Contains(part, StringComparison.Ordinal), server.Address);
        server.Body.ShouldContain("{d:Float64}");
    }

    [Fact]
    public async Task Error_OfTheEngine_HasItsCodeAndItsName()
    {
        using var server = new RecordingServer("Code: 60. DB::Exception: Table t does not exist. (UNKNOWN_TABLE) (version 26)", HttpStatusCode.NotFound);
        using var client = Connect(server);

        var exception = await Should.ThrowAsync<ClickHouseException>(() => client.ListAsync<int>(new Statement("SELECT n FROM t")));

        (exception.Code, exception.Name, exception.IsTransient).ShouldBe((60, "UNKNOWN_TABLE", false));
    }

    [Fact]
    public void Migration_OfItsOwn_IsTakenApartIntoStatements() =>
        new Migration(1, "tables", "CREATE TABLE a (n Int8) ENGINE = Memory; CREATE TABLE b (s String DEFAULT ';') ENGINE = Memory;").Statements.Count.ShouldBe(2);

    private static ClickHouseClient Connect(HttpMessageHandler server) => new(
        new HttpClient(server, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan },
        () => new ClickHouseOptions { Endpoint = new Uri("http://engine.example:8123"), Retry = RetryOptions.None });
}
