using Tessera.Server.Segments.Rfm;
using Tessera.Server.Segments.Rfm.Naming;

namespace Tessera.Server.Tests.Segments.Rfm;

[Collection(SharedServer.Name)]
public sealed class RfmComputationTests(ServerFixture server)
{
    private static readonly DateTimeOffset LastDay = OrderLine.Instant("2024-06-30");

    [Fact]
    public async Task Compute_FewCustomers_HasTheirValuesByHand()
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.SellAsync(
            shop.Line("ada", "2024-06-01T23:59:59Z", "1", 10.50m),
            shop.Line("ada", "2024-06-01T23:59:59Z", "1", 4.25m, sku: "cup"),
            shop.Line("ada", "2024-06-03T00:00:00Z", "2", 1m),
            shop.Line("ada", "2024-06-04T00:00:00Z", "3", -9m, kind: "return"),
            shop.Line("bob", "2024-06-10T12:00:00Z", "4", 100m),
            shop.Line("bob", "2024-06-12T12:00:00Z", "5", 0m, kind: "free"),
            shop.Line("cleo", "2024-06-11T12:00:00Z", "6", -3m, kind: "return"),
            shop.Line("", "2024-06-20T12:00:00Z", "7", 55m));

        var scored = await shop.ScoredAsync();

        // The reference date is 2024-06-11, the day after the last purchase of a known customer; Cleo never bought.
        scored.Keys.ShouldBe(["ada", "bob"], ignoreOrder: true);
        (scored["ada"].RecencyDays, scored["ada"].Frequency, scored["ada"].Monetary).ShouldBe((8, 2, 15.75m));
        scored["ada"].Scores.ShouldBe(new RfmScores(1, 3, 1));
        scored["ada"].Segment.ShouldBe("at-risk");
        scored["bob"].Scores.ShouldBe(new RfmScores(3, 1, 3));
        (scored["bob"].RecencyDays, scored["bob"].Frequency, scored["bob"].Monetary).ShouldBe((1, 1, 100m));
    }

    [Fact]
    public async Task Compute_AnyPopulation_HasTheScoresOfTheDefinition()
    {
        using var shop = await Shop.OpenAsync(server);
        var random = new Random(20111210);
        int[] sizes = [1, 2, 3, 4, 5, 6, 7, 9, 10, 11, .. Enumerable.Range(0, 20).Select(_ => 1 + random.Next(60)), 500];
        foreach (var customers in sizes.Select(size => Population(random, size)))
        {
            await shop.Engine.ExecuteAsync(new Tessera.ClickHouse.Statement("DELETE FROM order_lines WHERE workspace = {workspace:String}").With("workspace", shop.Key));
            await shop.SellAsync(Orders(shop, customers));
            var scored = await shop.ScoredAsync();

            var expected = ReferenceRfm.Scores(customers);
            scored.Count.ShouldBe(customers.Length);
            for (var i = 0; i < customers.Length; i++)
            {
                var name = Name(i);
                (scored[name].RecencyDays, scored[name].Frequency, scored[name].Monetary).ShouldBe(customers[i]);
                scored[name].Scores.ShouldBe(expected[i], $"{name} of {string.Join(", ", customers)}");
                scored[name].Segment.ShouldBe(SegmentNamings.Full.Of(expected[i]).Key);
            }
        }
    }

    /// <summary>Days, orders and money with heavy ties; somebody bought on the last day, so that days count from the day after it.</summary>
    private static (int Days, int Orders, decimal Money)[] Population(Random random, int customers)
    {
        decimal[] amounts = [1m, 5m, 5.01m, 20m, 1000m];
        var spread = 1 + random.Next(12);
        var population = Enumerable.Range(0, customers)
            .Select(_ => (Days: 1 + random.Next(spread), Orders: 1 + random.Next(1 + (spread / 3)), Money: amounts[random.Next(amounts.Length)]))
            .Select(customer => customer with { Money = customer.Money + customer.Orders - 1 })
            .ToArray();
        population[0].Days = 1;
        return population;
    }

    private static string Name(int i) => $"c{i:0000}";

    /// <summary>Lines that amount to the customers' values, in an order that has nothing to do with them.</summary>
    private static List<OrderLine> Orders(Shop shop, (int Days, int Orders, decimal Money)[] customers)
    {
        var lines =
            from i in Enumerable.Range(0, customers.Length)
            from order in Enumerable.Range(0, customers[i].Orders)
            let time = LastDay.AddDays(1 - customers[i].Days - (order * 3)).AddHours((i * 7) % 24)
            let amount = order == 0 ? customers[i].Money - customers[i].Orders + 1 : 1m
            // Each order is split into two lines where it can be: orders are counted, not lines.
            from part in amount > 1 ? new[] { amount - 0.5m, 0.5m } : [amount]
            select OrderLine.Of(shop.Key, Name(i), time, $"{i}-{order}", part);
        return [.. lines.OrderBy(line => line.Amount).ThenByDescending(line => line.OrderId, StringComparer.Ordinal)];
    }
}
