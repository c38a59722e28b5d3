using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Tessera.Server.Segments.Rfm;
using Tessera.Server.Segments.Rfm.Naming;
using Tessera.Testing;

namespace Tessera.Server.Tests.Segments;

/// <summary>The acceptance test of the RFM model: a real shop's year against a table that was computed elsewhere.</summary>
[Collection(SharedServer.Name)]
public sealed class OnlineRetailTests(OnlineRetailShop retail) : IClassFixture<OnlineRetailShop>
{
    private const string Page = "docs/concepts/rfm.md";

    [SkippableFact]
    public async Task CustomersCsv_OnlineRetail_EqualsTheReferenceTable()
    {
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

    [SkippableFact]
    public async Task CustomersCsv_OnlineRetail_HasTheScoresOfTheDefinition()
    {
        var scored = (await retail.Shop.ScoredAsync()).Values.ToList();
        var expected = Rfm.ReferenceRfm.Scores([.. scored.Select(customer => (customer.RecencyDays, customer.Frequency, customer.Monetary))]);

        scored.Select(customer => customer.Scores).ShouldBe(expected);
    }

    [SkippableTheory]
    [InlineData("did \"Order Completed\" at least 3 times", 2010)]
    [InlineData("sum of revenue of \"Order Completed\" > 1000", -1)]
    public async Task Preview_OnlineRetail_AsksAboutTheOrdersOfTheFile(string definition, int expected)
    {
        var rich = (await retail.Shop.ScoredAsync()).Values.Count(customer => customer.Monetary > 1000);
        using var response = await retail.Shop.Client.PostAsJsonAsync("/api/segments/preview", new { definition });

        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("count").GetInt64().ShouldBe(expected < 0 ? rich : expected);
    }

    [SkippableFact]
    public async Task Documentation_WorkedExample_IsWhatTheProductComputes()
    {
        var shop = retail.Shop;
        var scored = await shop.ScoredAsync();
        foreach (var row in MarkdownTable.Read(Page, "customer", "R", "worse"))
        {
            var customer = scored[row[0]];
            var worse = (
                scored.Values.Count(other => other.RecencyDays > customer.RecencyDays),
                scored.Values.Count(other => other.Frequency < customer.Frequency),
                scored.Values.Count(other => other.Monetary < customer.Monetary));
            (customer.RecencyDays, customer.Frequency, customer.Monetary).ShouldBe((Number(row[1]), Number(row[4]), Money(row[7])), row[0]);
            worse.ShouldBe((Number(row[2]), Number(row[5]), Number(row[8])), row[0]);
            customer.Scores.ShouldBe(new RfmScores(Number(row[3]), Number(row[6]), Number(row[9])), row[0]);
            SegmentNamings.Full.Of(customer.Scores).Name.ShouldBe(row[10], row[0]);
        }

        var cutoffs = (await shop.GetAsync<JsonElement>("/api/rfm")).GetProperty("cutoffs");
        foreach (var row in MarkdownTable.Read(Page, "score"))
        {
            var index = Number(row[0]) - 2;
            (cutoffs.GetProperty("recency")[index].GetInt32(), cutoffs.GetProperty("frequency")[index].GetInt32(), cutoffs.GetProperty("monetary")[index].GetDecimal())
                .ShouldBe((Number(row[1]), Number(row[2]), Money(row[3])));
        }

        (await shop.GetAsync<JsonElement>("/api/segments")).GetProperty("items").EnumerateArray()
            .Select(segment => (segment.GetProperty("name").GetString()!, segment.GetProperty("size").GetInt32(), decimal.Round(segment.GetProperty("revenue").GetDecimal(), 2)))
            .ShouldBe(MarkdownTable.Read(Page, "segment", "customers", "revenue (£)").Select(row => (row[0], Number(row[1]), Money(row[2]))));
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static decimal Money(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
