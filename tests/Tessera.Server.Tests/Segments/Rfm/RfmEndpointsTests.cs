using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Tessera.Server.Tests.Segments.Rfm;

[Collection(SharedServer.Name)]
public sealed class RfmEndpointsTests(ServerFixture server)
{
    [Fact]
    public async Task Get_EmptyWorkspace_IsEmptyWithRulesAndGrid()
    {
        using var shop = await Shop.OpenAsync(server);
        var rfm = await shop.GetAsync<JsonElement>("/api/rfm");

        rfm.GetProperty("state").GetString().ShouldBe("empty");
        rfm.GetProperty("customers").GetInt64().ShouldBe(0);
        rfm.GetProperty("cutoffs").ValueKind.ShouldBe(JsonValueKind.Null);
        rfm.GetProperty("referenceDate").ValueKind.ShouldBe(JsonValueKind.Null);
        rfm.GetProperty("segments").GetArrayLength().ShouldBe(11);
        rfm.GetProperty("grid").GetArrayLength().ShouldBe(25);
        (await shop.ScoredAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_OneCustomer_ScoresThemOneEverywhere()
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.SellAsync(shop.Line("ada", "2024-06-01", "1", 12.5m));
        var rfm = await shop.GetAsync<JsonElement>("/api/rfm");

        rfm.GetProperty("state").GetString().ShouldBe("ready");
        rfm.GetProperty("referenceDate").GetString().ShouldBe("2024-06-02");
        rfm.GetProperty("cutoffs").GetProperty("monetary").EnumerateArray().ShouldAllBe(bound => bound.ValueKind == JsonValueKind.Null);
        var cell = rfm.GetProperty("grid").EnumerateArray().Single(cell => cell.GetProperty("customers").GetInt64() > 0);
        (cell.GetProperty("recency").GetInt32(), cell.GetProperty("frequency").GetInt32()).ShouldBe((1, 1));
        cell.GetProperty("averageMonetary").GetDecimal().ShouldBe(12.5m);
        (await shop.ScoredAsync())["ada"].Segment.ShouldBe("lost");
    }

    [Fact]
    public async Task Get_OnlyReturnsAndUnknownCustomers_IsEmpty()
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.SellAsync(shop.Line("ada", "2024-06-01", "1", -5m, kind: "return"), shop.Line("", "2024-06-02", "2", 5m));
        (await shop.GetAsync<JsonElement>("/api/rfm")).GetProperty("state").GetString().ShouldBe("empty");
    }

    [Fact]
    public async Task Get_ManyCustomers_GridAndSegmentsAddUp()
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.SellAsync([.. Enumerable.Range(0, 97).SelectMany(customer => Enumerable.Range(0, 1 + (customer % 7)).Select(order =>
            shop.Line($"c{customer}", $"2024-06-{1 + ((customer * 11) % 28):00}", $"{customer}-{order}", 1 + ((customer * 31) % 50))))]);
        var rfm = await shop.GetAsync<JsonElement>("/api/rfm");
        var scored = await shop.ScoredAsync();

        foreach (var cell in rfm.GetProperty("grid").EnumerateArray())
        {
            var inside = scored.Values.Where(customer =>
                customer.Scores.Recency == cell.GetProperty("recency").GetInt32() && customer.Scores.Frequency == cell.GetProperty("frequency").GetInt32()).ToList();
            cell.GetProperty("customers").GetInt64().ShouldBe(inside.Count);
            cell.GetProperty("revenue").GetDecimal().ShouldBe(inside.Sum(customer => customer.Monetary));
            cell.GetProperty("segments").EnumerateArray().ToDictionary(part => part.GetProperty("key").GetString()!, part => part.GetProperty("size").GetInt32(), StringComparer.Ordinal)
                .ShouldBe(inside.GroupBy(customer => customer.Segment, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal), ignoreOrder: true);
        }

        // The bounds as printed decide every score: at most so many days, at least so many orders and so much money.
        var recency = Bounds(rfm, "recency");
        var frequency = Bounds(rfm, "frequency");
        var monetary = Bounds(rfm, "monetary");
        scored.Values.ShouldAllBe(customer =>
            customer.Scores.Recency == 1 + recency.Count(bound => customer.RecencyDays <= bound)
            && customer.Scores.Frequency == 1 + frequency.Count(bound => customer.Frequency >= bound)
            && customer.Scores.Monetary == 1 + monetary.Count(bound => customer.Monetary >= bound));
    }

    [Fact]
    public async Task Put_NewOptions_AreAcceptedAndComputed()
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.SellAsync(shop.Line("ada", "2024-06-01", "1", 1m), shop.Line("ada", "2024-01-01", "2", 10m));

        using var response = await shop.Client.PutAsJsonAsync("/api/rfm", new { options = new { windowDays = 30, naming = "short", scoring = "quintiles", monetary = "gross" } });
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("options").GetProperty("windowDays").GetInt32().ShouldBe(30);

        // Whoever comes first, the worker or this call, computes; both have returned when it is done.
        await shop.Refresher.RefreshAsync(shop.Workspace, CancellationToken.None);
        var rfm = await shop.GetAsync<JsonElement>("/api/rfm");
        (rfm.GetProperty("state").GetString(), rfm.GetProperty("segments").GetArrayLength()).ShouldBe(("ready", 5));
        (await shop.ScoredAsync())["ada"].Monetary.ShouldBe(1m);
    }

    [Theory]
    [InlineData("""{ "options": { "windowDays": 0, "thresholds": { "recency": [1, 2, 3, 4], "frequency": [], "monetary": [1, 2, 3, 4] } } }""", "rfm-options-invalid", "0 days is not a window")]
    [InlineData("""{ "options": { "scoring": "deciles" } }""", "request-malformed", "scoring")]
    [InlineData("""{ "options": { "colour": "red" } }""", "request-malformed", "colour")]
    [InlineData("""{ "options": { "referenceDate": "yesterday" } }""", "request-malformed", "referenceDate")]
    [InlineData("""{ }""", "request-malformed", "options")]
    public async Task Put_SomethingWrong_SaysWhatAndChangesNothing(string body, string code, string said)
    {
        using var shop = await Shop.OpenAsync(server);
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await shop.Client.PutAsync("/api/rfm", content);

        (await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, code)).ShouldContain(said);
        (await shop.GetAsync<JsonElement>("/api/rfm")).GetProperty("options").GetProperty("windowDays").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Put_ManyMistakes_ListsThemByField()
    {
        using var shop = await Shop.OpenAsync(server);
        using var response = await shop.Client.PutAsJsonAsync("/api/rfm", new { options = new { windowDays = -1, scoring = "thresholds", referenceDate = "0001-01-01" } });
        var errors = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors");
        errors.EnumerateObject().Select(error => error.Name).ShouldBe(["options.windowDays", "options.referenceDate", "options.thresholds"], ignoreOrder: true);
    }

    private static List<decimal> Bounds(JsonElement rfm, string axis) =>
        [.. rfm.GetProperty("cutoffs").GetProperty(axis).EnumerateArray().Where(bound => bound.ValueKind == JsonValueKind.Number).Select(bound => bound.GetDecimal())];
}
