using Tessera.Engine.Tests.Http;
using Tessera.Testing;

namespace Tessera.Engine.Tests.Features;

/// <summary>The functions that Tessera's questions are built from, on whatever library is pinned: each answers what it must.</summary>
[Collection(SharedEngine.Name)]
public sealed class FunctionTests(EngineFixture engine)
{
    private const string Journey =
        "values('time DateTime, name String', ('2026-01-01 00:00:00', 'view'), ('2026-01-01 00:30:00', 'cart'), ('2026-01-01 01:30:00', 'buy'))";

    [Theory]
    [InlineData("SELECT windowFunnel(5400)(time, name = 'view', name = 'cart', name = 'buy') FROM " + Journey, "3")]
    [InlineData("SELECT windowFunnel(5399)(time, name = 'view', name = 'cart', name = 'buy') FROM " + Journey, "2")]
    [InlineData("SELECT windowFunnel(86400, 'strict_order')(time, name = 'view', name = 'buy', name = 'cart') FROM " + Journey, "1")]
    [InlineData("SELECT sequenceMatch('(?1)(?t<=1800)(?2)')(time, name = 'view', name = 'cart') FROM " + Journey, "1")]
    [InlineData("SELECT sequenceMatch('(?1)(?t<1800)(?2)')(time, name = 'view', name = 'cart') FROM " + Journey, "0")]
    [InlineData("SELECT sequenceCount('(?1).*(?2)')(time, name = 'view', name = 'buy') FROM " + Journey, "1")]
    [InlineData("SELECT retention(name = 'view', name = 'cart', name = 'return') FROM " + Journey, "[1,1,0]")]
    public async Task Journeys_AreFollowedInTheirOrderAndTime(string sql, string expected) => await AnswersAsync(sql, expected);

    [Theory]
    [InlineData("SELECT groupBitmap(number % 1000) FROM numbers(100000)", "1000")]
    [InlineData("SELECT bitmapAndCardinality(groupBitmapState(number), groupBitmapState(number + 60)) FROM numbers(100)", "40")]
    [InlineData("SELECT uniqExact(number % 7) FROM numbers(100)", "7")]
    [InlineData("SELECT abs(uniqCombined(number) / 100000 - 1) < 0.02 FROM numbers(100000)", "1")]
    [InlineData("SELECT abs(quantileTDigest(0.9)(number) - 900) < 5 FROM numbers(1001)", "1")]
    [InlineData("SELECT quantilesExact(0.2, 0.8)(number) FROM numbers(101)", "[20,80]")]
    [InlineData("SELECT countIf(number < 3), sumIf(number, number < 3), argMax(number, -number), maxIf(number, number < 3) FROM numbers(10)", "3\t3\t0\t2")]
    [InlineData("SELECT sumMerge(s) FROM (SELECT sumState(number) AS s FROM numbers(10) GROUP BY number % 2)", "45")]
    [InlineData("SELECT sumMap([number % 2], [1]) FROM numbers(5)", "([0,1],[3,2])")]
    [InlineData("SELECT topK(1)(number % 3 = 0) FROM numbers(10)", "[0]")]
    public async Task Aggregates_CountAndSummarise(string sql, string expected) => await AnswersAsync(sql, expected);

    [Theory]
    [InlineData("SELECT arrayJoin([3, 1, 2]) AS x ORDER BY x", "1\n2\n3")]
    [InlineData("SELECT arrayFilter(x -> x > 1, [1, 2, 3]), arrayMap(x -> x * 2, [1, 2]), arraySort(x -> -x, [1, 3, 2])", "[2,3]\t[2,4]\t[3,2,1]")]
    [InlineData("SELECT map('plan', 'pro')['plan'], mapKeys(map('a', 1, 'b', 2)), mapContains(map('a', 1), 'b')", "pro\t['a','b']\t0")]
    [InlineData("""SELECT JSONExtractString('{"a":{"b":"x"},"n":[1,2]}', 'a', 'b'), JSONExtractInt('{"n":[1,2]}', 'n', 2), JSONHas('{"a":1}', 'b')""", "x\t2\t0")]
    [InlineData("""SELECT j.plan.name::String, j.seats::Int64 FROM (SELECT '{"plan":{"name":"pro"},"seats":12}'::JSON AS j)""", "pro\t12")]
    [InlineData("SELECT toTimeZone(toDateTime('2026-07-01 00:00:00', 'UTC'), 'Europe/Berlin')", "2026-07-01 02:00:00")]
    [InlineData("SELECT toStartOfInterval(toDateTime('2026-03-29 10:17:00', 'UTC'), INTERVAL 15 MINUTE), dateDiff('day', toDate('2026-02-28'), toDate('2026-03-01'))", "2026-03-29 10:15:00\t1")]
    [InlineData("SELECT toTypeName(toDecimal64(1, 4) * toDecimal64(2.5, 4)), toDecimal64(1.1, 4) + toDecimal64(2.2, 4)", "Decimal(18, 8)\t3.3")]
    [InlineData("SELECT round(greatCircleDistance(13.4, 52.5, 2.35, 48.86) / 1000)", "877")]
    [InlineData("SELECT h3ToString(geoToH3(52.5, 13.4, 5)) = h3ToString(geoToH3(52.5, 13.4001, 5))", "1")]
    public async Task Values_AreTakenApart(string sql, string expected) => await AnswersAsync(sql, expected);

    [Theory]
    [InlineData("SELECT number, sum(number) OVER (ORDER BY number ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM numbers(3) ORDER BY number", "0\t0\n1\t1\n2\t3")]
    [InlineData("SELECT number, ntile(2) OVER (ORDER BY number), rank() OVER (ORDER BY intDiv(number, 2)) FROM numbers(4) ORDER BY number", "0\t1\t1\n1\t1\t1\n2\t2\t3\n3\t2\t3")]
    [InlineData("WITH RECURSIVE days AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM days WHERE n < 4) SELECT sum(n) FROM days", "10")]
    [InlineData("SELECT number % 2 AS k, count() FROM numbers(5) GROUP BY k WITH ROLLUP ORDER BY ALL", "0\t3\n0\t5\n1\t2")]
    [InlineData("SELECT number FROM numbers(0, 10, 5) ORDER BY number WITH FILL FROM 0 TO 10 STEP 5", "0\n5")]
    [InlineData("SELECT number FROM numbers(6) ORDER BY number DESC LIMIT 1 BY number % 2", "5\n4")]
    public async Task Windows_AndGroups_AreComputed(string sql, string expected) => await AnswersAsync(sql, expected);

    [Theory]
    [InlineData(
        "SELECT o.at, p.price FROM values('k UInt8, at UInt32', (1, 15), (1, 25)) AS o ASOF JOIN values('k UInt8, at UInt32, price UInt32', (1, 10, 100), (1, 20, 200)) AS p "
        + "ON o.k = p.k AND o.at >= p.at ORDER BY o.at", "15\t100\n25\t200")]
    [InlineData("SELECT number FROM numbers(4) AS a ANTI JOIN (SELECT number FROM numbers(2)) AS b USING number ORDER BY number", "2\n3")]
    [InlineData("SELECT number FROM numbers(4) AS a SEMI JOIN (SELECT number FROM numbers(2)) AS b USING number ORDER BY number", "0\n1")]
    [InlineData("SELECT number FROM numbers(4) WHERE number NOT IN (SELECT number FROM numbers(3))", "3")]
    [InlineData("SELECT number FROM numbers(4) INTERSECT SELECT number FROM numbers(2, 4) ORDER BY number", "2\n3")]
    public async Task Joins_MatchWhatTheyMust(string sql, string expected) => await AnswersAsync(sql, expected);

    [Theory]
    [InlineData("SELECT simpleLinearRegression(number, number * 3 + 1) FROM numbers(100)", "(3,1)")]
    [InlineData("SELECT arrayAUC([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1])", "0.75")]
    [InlineData("SELECT length(seriesDecomposeSTL(arrayMap(x -> x % 7, range(70)), 7)[1])", "70")]
    [InlineData(
        "WITH (SELECT stochasticLinearRegressionState(0.1, 0, 5, 'SGD')(number / 10, number / 10) FROM numbers(10)) AS model SELECT isFinite(evalMLMethod(model, 0.5))", "1")]
    public async Task Models_OfTheEngine_AreThere(string sql, string expected) => await AnswersAsync(sql, expected);

    private async Task AnswersAsync(string sql, string expected) => (await engine.Http.PostAsync(sql)).Ok().TrimEnd('\n').ShouldBe(expected);
}
