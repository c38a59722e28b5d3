using System.Globalization;
using Tessera.Learning.Lifetime;
using Tessera.Testing;

namespace Tessera.Learning.Tests.Lifetime;

/// <summary>What a lifetime model computes in process, the engine computes from its SQL.</summary>
public sealed class LifetimeSqlTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    private static readonly PurchaseHistory[] Customers =
    [
        new(0, 0, 1), new(0, 0, 39), new(1, 1.7, 38.9), new(2, 30.43, 38.86), new(7, 12.5, 31.2), new(26, 30.86, 31), new(3, 27, 27), new(140, 77.7, 78), new(9, 3, 78),
    ];

    [Fact]
    public async Task Sql_AnyModelAndCustomer_GivesTheSameNumbers()
    {
        ILifetimeModel[] models =
        [
            new BetaGeometricNbd(BetaGeometricVariant.Original, 0.243, 4.414, 0.793, 2.426),
            new BetaGeometricNbd(BetaGeometricVariant.Modified, 0.525, 6.183, 0.891, 1.614),
            new BetaGeometricNbd(BetaGeometricVariant.Original, 1.5, 20, 1, 9),
            new ParetoNbd(0.553, 10.578, 0.606, 11.669),
            new ParetoNbd(1.2, 30, 1, 4),
            new ParetoNbd(0.8, 3, 2.5, 70),
            new Nbd(0.7442, 9.0474),
        ];
        var database = await engine.CreateDatabaseAsync();
        await engine.RunAsync($"CREATE TABLE {database}.c (i UInt32, orders UInt32, `last one` Float64, age Nullable(Float64)) ENGINE = Memory");
        var rows = Customers.Select((each, i) => string.Create(CultureInfo.InvariantCulture, $"({i}, {each.Frequency}, {each.Recency:R}, {each.Age:R})"));
        await engine.RunAsync($"INSERT INTO {database}.c VALUES {string.Join(", ", rows)}");
        var columns = new HistoryColumns("orders", "last one", "age");

        foreach (var model in models)
        {
            foreach (var horizon in new[] { 0.5, 39, 104 })
            {
                var answer = await engine.RunAsync(
                    $"SELECT {model.ProbabilityAliveSql(columns)}, {model.ExpectedPurchasesSql(horizon, columns)} FROM {database}.c ORDER BY i");

                (await engine.RunAsync($"SELECT isNull({model.ExpectedPurchasesSql(horizon, columns)}) FROM (SELECT 0 AS orders, 0 AS `last one`, NULL::Nullable(Float64) AS age)")).Trim().ShouldBe("1");
                var lines = answer.Split('\n', StringSplitOptions.RemoveEmptyEntries);
                lines.Length.ShouldBe(Customers.Length);
                for (var i = 0; i < lines.Length; i++)
                {
                    var values = lines[i].Split('\t').Select(value => double.Parse(value, CultureInfo.InvariantCulture)).ToArray();
                    Same(values[0], model.ProbabilityAlive(Customers[i]), $"{model.Name} alive {Customers[i]}");
                    Same(values[1], model.ExpectedPurchases(horizon, Customers[i]), $"{model.Name} within {horizon} {Customers[i]}");
                }
            }
        }
    }

    [Fact]
    public async Task Sql_GammaGamma_GivesTheSameAmounts()
    {
        var model = new GammaGamma(6.25, 3.74, 15.44);

        var answer = await engine.RunAsync(
            $"SELECT {model.ExpectedAmountSql("x", "mean")} FROM (SELECT arrayJoin([(0, 0.), (1, 12.5), (14, 80.25)]) AS pair, pair.1 AS x, pair.2 AS mean) ORDER BY x");

        var values = answer.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(value => double.Parse(value, CultureInfo.InvariantCulture)).ToArray();
        Same(values[0], model.PopulationMean, "population");
        Same(values[1], model.ExpectedAmount(new(1, 12.5)), "one purchase");
        Same(values[2], model.ExpectedAmount(new(14, 80.25)), "many purchases");
    }

    private static void Same(double actual, double expected, string what) =>
        (Math.Abs(actual - expected) <= 1e-9 * Math.Abs(expected)).ShouldBeTrue($"{what}: {actual:R} in the engine, {expected:R} in process");
}
