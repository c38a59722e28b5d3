using System.Globalization;
using Tessera.Testing;

namespace Tessera.Server.Tests.Segments;

/// <summary>The acceptance test of the RFM model: a real shop's year against a table that was computed elsewhere.</summary>
[Collection(SharedServer.Name)]
public sealed class OnlineRetailTests(OnlineRetailShop retail) : IClassFixture<OnlineRetailShop>
{
    [Fact]
    public async Task CustomersCsv_OnlineRetail_EqualsTheReferenceTable()
    {
        if (!retail.IsLoaded)
        {
            return;
        }

        var expected = File.ReadLines(DataSets.Path("online_retail_rfm.csv")).Skip(1).Select(line => line.Split(','))
            .ToDictionary(
                fields => fields[0],
                fields => (int.Parse(fields[1], CultureInfo.InvariantCulture), int.Parse(fields[2], CultureInfo.InvariantCulture), decimal.Parse(fields[3], CultureInfo.InvariantCulture)),
                StringComparer.Ordinal);

        var scored = await retail.Shop.ScoredAsync();

        expected.Count.ShouldBe(4338);
        scored.Keys.ShouldBe(expected.Keys, ignoreOrder: true);
        foreach (var (customer, (recency, frequency, monetary)) in expected)
        {
            (scored[customer].RecencyDays, scored[customer].Frequency).ShouldBe((recency, frequency), customer);
            decimal.Round(scored[customer].Monetary, 2).ShouldBe(decimal.Round(monetary, 2), customer);
        }
    }

    [Fact]
    public async Task CustomersCsv_OnlineRetail_HasTheScoresOfTheDefinition()
    {
        if (!retail.IsLoaded)
        {
            return;
        }

        var scored = (await retail.Shop.ScoredAsync()).Values.ToList();
        var expected = Rfm.ReferenceRfm.Scores([.. scored.Select(customer => (customer.RecencyDays, customer.Frequency, customer.Monetary))]);

        scored.Select(customer => customer.Scores).ShouldBe(expected);
    }
}
