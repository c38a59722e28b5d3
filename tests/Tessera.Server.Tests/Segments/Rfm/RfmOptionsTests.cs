using Tessera.Server.Segments.Rfm;

namespace Tessera.Server.Tests.Segments.Rfm;

/// <summary>Every option of the model, on a shop small enough to compute by hand.</summary>
[Collection(SharedServer.Name)]
public sealed class RfmOptionsTests(ServerFixture server)
{
    [Fact]
    public async Task WindowDays_CountsPurchasesOfTheDaysBeforeTheReferenceDateOnly()
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.SellAsync(
            shop.Line("ada", "2024-05-31T23:59:59Z", "1", 100m),
            shop.Line("ada", "2024-06-01T00:00:00Z", "2", 10m),
            shop.Line("bob", "2024-05-01", "3", 50m),
            shop.Line("cleo", "2024-06-10T23:59:59Z", "4", 5m));
        await shop.ChangeAsync(new RfmOptions { WindowDays = 10 });

        // The reference date stays 2024-06-11; ten days before it begin on 2024-06-01.
        var scored = await shop.ScoredAsync();
        scored.Keys.ShouldBe(["ada", "cleo"], ignoreOrder: true);
        Values(scored["ada"]).ShouldBe((10, 1, 10m));
        Values(scored["cleo"]).ShouldBe((1, 1, 5m));
    }

    [Fact]
    public async Task ReferenceDate_PurchasesOnItAndLater_DoNotCount()
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.SellAsync(
            shop.Line("ada", "2024-06-01T10:00:00Z", "1", 100m),
            shop.Line("ada", "2024-06-05T00:00:00Z", "2", 10m),
            shop.Line("bob", "2024-06-09", "3", 50m));
        await shop.ChangeAsync(new RfmOptions { ReferenceDate = new DateOnly(2024, 6, 5) });

        var scored = await shop.ScoredAsync();
        Values(scored.ShouldHaveSingleItem().Value).ShouldBe((4, 1, 100m));
    }

    [Fact]
    public async Task Monetary_Net_TakesOffWhatWentBackAndNothingThatWasNeverPaid()
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.SellAsync(
            shop.Line("ada", "2024-06-01", "1", 100m),
            shop.Line("ada", "2024-06-02", "2", -30m, kind: "return"),
            shop.Line("ada", "2024-06-02", "3", -5m, kind: "cancellation"),
            shop.Line("ada", "2024-06-02", "3", -1.5m, kind: "discount"),
            // An order that was cancelled before it was paid, and a line in a currency without a rate.
            shop.Line("ada", "2024-06-03", "4", 70m, kind: "cancellation"),
            shop.Line("ada", "2024-06-03", "5", 99m, kind: "other-currency"),
            shop.Line("bob", "2024-06-04", "6", 40m));

        Values((await shop.ScoredAsync())["ada"]).ShouldBe((4, 1, 100m));
        await shop.ChangeAsync(new RfmOptions { Monetary = RfmMonetary.Net });
        Values((await shop.ScoredAsync())["ada"]).ShouldBe((4, 1, 63.5m));
    }

    [Fact]
    public async Task Thresholds_ScoresByTheGivenCutOffs()
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.SellAsync(
        [
            .. Enumerable.Range(1, 10).Select(order => shop.Line("many", $"2024-06-{order:00}", $"m{order}", 100m)),
            shop.Line("edge", "2024-05-12", "e1", 50m), shop.Line("edge", "2024-05-12", "e2", 50m),
            shop.Line("past", "2024-05-11", "p1", 99.99m),
        ]);
        await shop.ChangeAsync(new RfmOptions
        {
            Scoring = RfmScoring.Thresholds,
            Thresholds = new RfmThresholds([60, 30, 20, 10], [2, 3, 5, 10], [100m, 250m, 500m, 1000m]),
        });

        // The reference date is 2024-06-11: 1, 30 and 31 days; each threshold is reached by meeting it.
        var scored = await shop.ScoredAsync();
        scored["many"].Scores.ShouldBe(new RfmScores(5, 5, 5));
        scored["edge"].Scores.ShouldBe(new RfmScores(3, 2, 2));
        scored["past"].Scores.ShouldBe(new RfmScores(2, 1, 1));
        (await shop.GetAsync<System.Text.Json.JsonElement>("/api/rfm")).GetProperty("cutoffs").GetProperty("recency").EnumerateArray()
            .Select(days => days.GetInt32()).ShouldBe([60, 30, 20, 10]);
    }

    [Fact]
    public async Task Naming_Short_UsesTheFiveNames()
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.SellAsync(shop.Line("ada", "2024-06-01", "1", 100m), shop.Line("bob", "2024-05-01", "2", 10m));
        await shop.ChangeAsync(new RfmOptions { Naming = RfmNaming.Short });

        string[] five = ["champions", "loyal-customers", "potential-loyalists", "new-customers", "at-risk-customers"];
        (await shop.ScoredAsync()).Values.ShouldAllBe(customer => five.Contains(customer.Segment, StringComparer.Ordinal));
        (await shop.GetAsync<System.Text.Json.JsonElement>("/api/segments")).GetProperty("items").GetArrayLength().ShouldBe(5);
    }

    [Fact]
    public async Task TimeZone_OfTheWorkspace_DecidesWhereDaysBegin()
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.ConfigureAsync(timeZone: "America/New_York");
        // 03:00 UTC on the 11th is 23:00 on the 10th in New York; 04:00 UTC is midnight.
        await shop.SellAsync(
            shop.Line("ada", "2024-06-11T03:00:00Z", "1", 1m),
            shop.Line("bob", "2024-06-08T04:00:00Z", "2", 1m),
            shop.Line("cleo", "2024-06-08T03:59:59Z", "3", 1m));

        var scored = await shop.ScoredAsync();
        (scored["ada"].RecencyDays, scored["bob"].RecencyDays, scored["cleo"].RecencyDays).ShouldBe((1, 3, 4));
        (await shop.GetAsync<System.Text.Json.JsonElement>("/api/rfm")).GetProperty("referenceDate").GetString().ShouldBe("2024-06-11");

        await shop.ChangeAsync(new RfmOptions { WindowDays = 3 });
        (await shop.ScoredAsync()).Keys.ShouldBe(["ada", "bob"], ignoreOrder: true);

        // Days that begin elsewhere are counted anew without anybody asking.
        await shop.ConfigureAsync(timeZone: "UTC");
        await shop.Refresher.RefreshAsync(shop.Workspace, CancellationToken.None);
        var elsewhere = await shop.ScoredAsync();
        (elsewhere["ada"].RecencyDays, elsewhere.Count).ShouldBe((1, 1));
    }

    private static (int Days, int Orders, decimal Money) Values(ExportedCustomer customer) => (customer.RecencyDays, customer.Frequency, customer.Monetary);
}
