using System.Net;
using System.Text.Json;

namespace Tessera.Server.Tests.Segments.Endpoints;

[Collection(SharedServer.Name)]
public sealed class SegmentEndpointsTests(ServerFixture server)
{
    [Fact]
    public async Task List_EmptyWorkspace_HasEverySegmentAtZero()
    {
        using var shop = await Shop.OpenAsync(server);
        var items = (await shop.GetAsync<JsonElement>("/api/segments")).GetProperty("items").EnumerateArray().ToList();

        items.Count.ShouldBe(11);
        items.ShouldAllBe(segment => segment.GetProperty("size").GetInt64() == 0 && segment.GetProperty("share").GetDouble() == 0
            && segment.GetProperty("averageValue").GetDecimal() == 0 && segment.GetProperty("trend").GetArrayLength() == 0);
        (await shop.GetAsync<JsonElement>("/api/segments/champions/members")).GetProperty("items").GetArrayLength().ShouldBe(0);
        (await shop.Client.GetStringAsync("/api/segments/champions/members.csv")).Trim().ShouldStartWith("\"profile_id\",\"user_id\",\"name\"");
        (await shop.GetAsync<JsonElement>("/api/segments/champions/history")).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task List_WithCustomers_SizesSharesAndAveragesAreThoseOfTheMembers()
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.SellAsync(SegmentShop.Lines(shop, 80));
        var scored = await shop.ScoredAsync();
        var items = (await shop.GetAsync<JsonElement>("/api/segments?kind=rfm&strategy=value-based")).GetProperty("items").EnumerateArray().ToList();

        foreach (var segment in items)
        {
            var members = scored.Values.Where(customer => customer.Segment == segment.GetProperty("key").GetString()).ToList();
            segment.GetProperty("size").GetInt32().ShouldBe(members.Count);
            segment.GetProperty("share").GetDouble().ShouldBe(members.Count / (double)scored.Count);
            segment.GetProperty("revenue").GetDecimal().ShouldBe(members.Sum(customer => customer.Monetary));
            if (members.Count > 0)
            {
                segment.GetProperty("averageValue").GetDecimal().ShouldBe(decimal.Round(members.Average(customer => customer.Monetary), 2));
                segment.GetProperty("averageRecencyDays").GetDouble().ShouldBe(members.Average(customer => customer.RecencyDays), 1e-9);
                segment.GetProperty("averageFrequency").GetDouble().ShouldBe(members.Average(customer => customer.Frequency), 1e-9);
            }
        }

        items.Sum(segment => segment.GetProperty("size").GetInt32()).ShouldBe(scored.Count);
        items.Sum(segment => segment.GetProperty("share").GetDouble()).ShouldBe(1, 1e-9);
        items.Sum(segment => segment.GetProperty("revenueShare").GetDouble()).ShouldBe(1, 1e-9);
    }

    [Theory]
    [InlineData("kind=persona")]
    [InlineData("kind=rule")]
    [InlineData("strategy=demographic")]
    public async Task List_KindOrStrategyWithoutSegments_IsEmpty(string query)
    {
        using var shop = await Shop.OpenAsync(server);
        (await shop.GetAsync<JsonElement>($"/api/segments?{query}")).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("/api/segments?kind=magic", HttpStatusCode.BadRequest, "segment-kind-unknown", "rule, rfm, persona")]
    [InlineData("/api/segments?strategy=magic", HttpStatusCode.BadRequest, "segment-strategy-unknown", "value-based")]
    [InlineData("/api/segments/nobody", HttpStatusCode.NotFound, "segment-not-found", "champions")]
    [InlineData("/api/segments/nobody/members", HttpStatusCode.NotFound, "segment-not-found", "champions")]
    [InlineData("/api/segments/nobody/members.csv", HttpStatusCode.NotFound, "segment-not-found", "champions")]
    [InlineData("/api/segments/nobody/history", HttpStatusCode.NotFound, "segment-not-found", "champions")]
    [InlineData("/api/segments/nobody/explain/3f0c1b9e-8a55-4f8e-9a64-111111111111", HttpStatusCode.NotFound, "segment-not-found", "champions")]
    [InlineData("/api/segments/champions/explain/3f0c1b9e-8a55-4f8e-9a64-111111111111", HttpStatusCode.NotFound, "profile-not-found", "3f0c1b9e")]
    [InlineData("/api/segments/champions/history?interval=hour", HttpStatusCode.BadRequest, "interval-unknown", "month")]
    [InlineData("/api/segments/champions/history?interval=day", HttpStatusCode.BadRequest, "interval-unknown", "month")]
    [InlineData("/api/segments/champions/members?at=2024-03-01T00:00:00Z", HttpStatusCode.BadRequest, "at-not-kept", "history")]
    [InlineData("/api/segments/champions/members.csv?at=2024-03-01", HttpStatusCode.BadRequest, "at-not-kept", "history")]
    [InlineData("/api/segments/champions/explain/3f0c1b9e-8a55-4f8e-9a64-111111111111?at=now", HttpStatusCode.BadRequest, "at-not-kept", "history")]
    [InlineData("/api/segments/champions/members?limit=0", HttpStatusCode.BadRequest, "limit-invalid", "1 to 1000")]
    [InlineData("/api/segments/champions/members?limit=1001", HttpStatusCode.BadRequest, "limit-invalid", "1 to 1000")]
    [InlineData("/api/segments/champions/members?sort=name", HttpStatusCode.BadRequest, "sort-unknown", "monetary, frequency, recency")]
    [InlineData("/api/segments/champions/members?cursor=nonsense", HttpStatusCode.BadRequest, "cursor-invalid", "cursor")]
    [InlineData("/api/segments/champions/members?limit=many", HttpStatusCode.BadRequest, "request-malformed", "limit")]
    public async Task AnyEndpoint_SomethingWrong_SaysWhat(string path, HttpStatusCode status, string code, string said)
    {
        using var shop = await Shop.OpenAsync(server);
        using var response = await shop.Client.GetAsync(path);
        (await response.ShouldBeProblemAsync(status, code)).ShouldContain(said);
    }

    [Fact]
    public async Task History_FromAndTo_BoundTheDates()
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.SellAsync(shop.Line("ada", "2024-01-05", "1", 5m), shop.Line("bob", "2024-04-05", "2", 5m));
        await shop.ComputeHistoryAsync();

        var all = await DatesAsync(shop, "");
        all.ShouldBe(["2024-02-01", "2024-03-01", "2024-04-01", "2024-04-06"]);
        (await DatesAsync(shop, "?from=2024-03-01&to=2024-04-01&interval=month")).ShouldBe(["2024-03-01", "2024-04-01"]);
    }

    [Fact]
    public async Task Explain_MemberAndOthers_AgreesWithMembership()
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.SellAsync([.. SegmentShop.Lines(shop, 30), shop.Line("returner", "2024-06-01", "r", -5m, kind: "return")]);

        foreach (var customer in (await shop.ScoredAsync()).Values)
        {
            var explanation = await shop.GetAsync<JsonElement>($"/api/segments/champions/explain/{customer.ProfileId}");
            explanation.GetProperty("member").GetBoolean().ShouldBe(customer.Segment == "champions");
            explanation.GetProperty("conditions").GetArrayLength().ShouldBe(3);
        }

        var returner = await shop.GetAsync<JsonElement>($"/api/segments/lost/explain/{OrderLine.ProfileOf(shop.Key, "returner")}");
        returner.GetProperty("member").GetBoolean().ShouldBeFalse();
        returner.GetProperty("sentence").GetString()!.ShouldContain("no purchase before 2024-06-29");
    }

    private static async Task<IEnumerable<string?>> DatesAsync(Shop shop, string query) =>
        (await shop.GetAsync<JsonElement>($"/api/segments/lost/history{query}")).GetProperty("items").EnumerateArray().Select(point => point.GetProperty("date").GetString());
}
