using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Tessera.ClickHouse;
using Tessera.Server.Insights;
using Tessera.Server.Tests.Segments;

namespace Tessera.Server.Tests.Insights;

[Collection(SharedServer.Name)]
public sealed class InsightEndpointsTests(ServerFixture server)
{
    [Fact]
    public async Task Overview_EmptyWorkspace_IsZeros()
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.ConfigureAsync(currency: "SEK");
        (await shop.Client.GetStringAsync("/api/insights/overview?from=2024-01-01&interval=week")).ShouldBe(
            """{"currency":"SEK","asOf":null,"from":null,"to":null,"knownProfiles":0,"customers":0,"activeCustomers":0,"newCustomers":0,"orders":0,"revenue":0,"returns":0,"netRevenue":0,"averageOrderValue":0,"ordersWithoutCustomer":0,"change":{"revenue":null,"orders":null,"customers":null,"averageOrderValue":null},"series":[],"topProducts":[],"countries":[]}""");
    }

    [Fact]
    public async Task Overview_VisitorWithoutOrders_IsKnownButNoCustomer()
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.Engine.InsertAsync("profiles", new[] { shop.Line("eve", "2024-06-01", "1", 10m) }.GroupBy(line => line.ProfileId).Select(KnownProfile.Of));
        var overview = await shop.GetAsync<JsonElement>("/api/insights/overview");

        (overview.GetProperty("knownProfiles").GetInt64(), overview.GetProperty("customers").GetInt64()).ShouldBe((1, 0));
    }

    [Fact]
    public async Task Overview_AllTime_AddsUpEverythingOnce()
    {
        using var shop = await Shop.OpenAsync(server);
        await SellAsync(shop);
        var overview = await shop.GetAsync<JsonElement>("/api/insights/overview");

        Numbers(overview).ShouldBe((4, 120m, 7m, 113m, 30m));
        (overview.GetProperty("from").GetString(), overview.GetProperty("to").GetString(), overview.GetProperty("asOf").GetString()).ShouldBe(("2024-04-30", "2024-06-04", "2024-06-03"));
        (overview.GetProperty("customers").GetInt64(), overview.GetProperty("activeCustomers").GetInt64(), overview.GetProperty("newCustomers").GetInt64()).ShouldBe((2, 2, 2));
        overview.GetProperty("knownProfiles").GetInt64().ShouldBe(2);
        overview.GetProperty("ordersWithoutCustomer").GetInt64().ShouldBe(1);
        overview.GetProperty("change").GetRawText().ShouldBe("""{"revenue":null,"orders":null,"customers":null,"averageOrderValue":null}""");

        // The order over midnight counts in both months and once in the whole; May is there in spite of its gap.
        overview.GetProperty("series").EnumerateArray().Select(point => (
            point.GetProperty("start").GetString(), point.GetProperty("revenue").GetDecimal(), point.GetProperty("orders").GetInt64(), point.GetProperty("customers").GetInt64(),
            point.GetProperty("newCustomers").GetInt64(), point.GetProperty("returns").GetDecimal())).ShouldBe(
        [
            ("2024-04-01", 10m, 1, 1, 1, 0m), ("2024-05-01", 20m, 1, 1, 0, 0m), ("2024-06-01", 90m, 3, 2, 1, 7m),
        ]);
        overview.GetProperty("topProducts").EnumerateArray().Select(product => product.GetRawText()).ShouldBe(
        [
            """{"sku":"cup","description":"A cup","quantity":3,"revenue":80}""", """{"sku":"mug","description":"A mug","quantity":2,"revenue":30}""",
        ]);
        overview.GetProperty("countries").EnumerateArray().Select(country => country.GetRawText()).ShouldBe(
        [
            """{"country":"France","customers":1,"revenue":60}""", """{"country":"Iceland","customers":1,"revenue":50}""",
        ]);
    }

    [Fact]
    public async Task Overview_OrderWithoutCountry_CountsForItsCustomersCountry()
    {
        using var shop = await Shop.OpenAsync(server);
        OrderLine[] lines =
        [
            shop.Line("ada", "2024-06-01", "1", 10m), shop.Line("ada", "2024-06-02", "2", 5m, country: "France"),
            shop.Line("bob", "2024-06-02", "3", 7m), shop.Line("", "2024-06-03", "4", 99m),
        ];
        await shop.SellAsync(lines);
        await shop.Engine.InsertAsync("profiles", lines.Take(1).GroupBy(line => line.ProfileId).Select(KnownProfile.Of).Select(ada => ada with { Country = "Norway", Version = ada.Version + 1 }));

        (await shop.GetAsync<JsonElement>("/api/insights/overview")).GetProperty("countries").EnumerateArray().Select(country => country.GetRawText()).ShouldBe(
        [
            """{"country":"Norway","customers":1,"revenue":10}""", """{"country":"France","customers":1,"revenue":5}""",
        ]);
    }

    [Fact]
    public async Task Overview_Period_CountsItsDaysAndComparesWithAsManyBefore()
    {
        using var shop = await Shop.OpenAsync(server);
        await SellAsync(shop);
        var overview = await shop.GetAsync<JsonElement>("/api/insights/overview?from=2024-06-02&interval=day");

        Numbers(overview).ShouldBe((2, 70m, 7m, 63m, 35m));
        (overview.GetProperty("customers").GetInt64(), overview.GetProperty("activeCustomers").GetInt64(), overview.GetProperty("newCustomers").GetInt64()).ShouldBe((2, 1, 1));
        overview.GetProperty("series").EnumerateArray().Select(point => point.GetProperty("start").GetString()).ShouldBe(["2024-06-02", "2024-06-03"]);
        // 31 May and 1 June: 20 of one order, of one customer.
        var change = overview.GetProperty("change");
        (change.GetProperty("revenue").GetDouble(), change.GetProperty("orders").GetDouble(), change.GetProperty("customers").GetDouble(), change.GetProperty("averageOrderValue").GetDouble())
            .ShouldBe((2.5, 1.0, 0.0, 0.75));
    }

    [Fact]
    public async Task Overview_DaysBeforeAreNotCovered_HasNoChange()
    {
        using var shop = await Shop.OpenAsync(server);
        await SellAsync(shop);
        var overview = await shop.GetAsync<JsonElement>("/api/insights/overview?from=2024-05-01&to=2024-06-04");
        overview.GetProperty("change").GetProperty("revenue").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Overview_Weeks_BeginOnMondayAndHaveNoGaps()
    {
        using var shop = await Shop.OpenAsync(server);
        await SellAsync(shop);
        (await shop.GetAsync<JsonElement>("/api/insights/overview?interval=week")).GetProperty("series").EnumerateArray().Select(point => point.GetProperty("start").GetString())
            .ShouldBe(["2024-04-29", "2024-05-06", "2024-05-13", "2024-05-20", "2024-05-27", "2024-06-03"]);
    }

    [Fact]
    public async Task Overview_TimeZone_DecidesWhereDaysBegin()
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.ConfigureAsync(timeZone: "America/New_York");
        await shop.SellAsync(shop.Line("ada", "2024-06-02T03:00:00Z", "1", 5m), shop.Line("bob", "2024-06-02T04:00:00Z", "2", 7m));

        (await shop.GetAsync<JsonElement>("/api/insights/overview?interval=day")).GetProperty("series").EnumerateArray()
            .Select(point => (point.GetProperty("start").GetString(), point.GetProperty("revenue").GetDecimal(), point.GetProperty("newCustomers").GetInt64()))
            .ShouldBe([("2024-06-01", 5m, 1L), ("2024-06-02", 7m, 1L)]);
        // An instant stands for its day there.
        (await shop.GetAsync<JsonElement>("/api/insights/overview?from=2024-06-02T04:00:00Z")).GetProperty("revenue").GetDecimal().ShouldBe(7m);
    }

    [Theory]
    [InlineData("interval=hour", "interval-unknown", "month, week, day")]
    [InlineData("from=yesterday", "period-invalid", "yesterday")]
    [InlineData("from=2024-06-03&to=2024-06-03", "period-invalid", "from must come before to")]
    [InlineData("from=2010-01-01&interval=day", "period-too-long", "2000 steps")]
    [InlineData("from=0001-01-01", "period-invalid", "0001-01-01")]
    public async Task Overview_SomethingWrong_SaysWhat(string query, string code, string said)
    {
        using var shop = await Shop.OpenAsync(server);
        await SellAsync(shop);
        using var response = await shop.Client.GetAsync($"/api/insights/overview?{query}");
        (await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, code)).ShouldContain(said);
    }

    [Fact]
    public async Task Overview_AskedAgainAfterAChangeOfTheData_IsOfTheNewData()
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.SellAsync(shop.Line("ada", "2024-06-01", "1", 10m));
        (await RevenueAsync()).ShouldBe(10m);
        (await RevenueAsync()).ShouldBe(10m);

        await shop.Engine.InsertAsync("order_lines", new[] { shop.Line("ada", "2024-06-01", "2", 5m), shop.Line("ada", "2019-06-01", "3", 1m) });
        (await RevenueAsync()).ShouldBe(16m);

        await shop.Engine.ExecuteAsync(new Statement("DELETE FROM order_lines WHERE workspace = {workspace:String} AND order_id = '2'").With("workspace", shop.Key));
        (await RevenueAsync()).ShouldBe(11m);

        await shop.ConfigureAsync(currency: "CHF");
        (await shop.GetAsync<JsonElement>("/api/insights/overview")).GetProperty("currency").GetString().ShouldBe("CHF");

        async Task<decimal> RevenueAsync() => (await shop.GetAsync<JsonElement>("/api/insights/overview")).GetProperty("revenue").GetDecimal();
    }

    [Fact]
    public async Task DataState_NothingButAMerge_StaysAsItIs()
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.SellAsync(shop.Line("ada", "2024-06-01", "1", 10m));
        await shop.SellAsync(shop.Line("ada", "2024-06-02", "2", 10m));
        var queries = server.Services.GetRequiredService<InsightQueries>();
        var before = await queries.DataStateAsync(default);
        await shop.Engine.ExecuteAsync(new Statement("OPTIMIZE TABLE order_lines FINAL"));

        (await queries.DataStateAsync(default)).ShouldBe(before);
        await shop.SellAsync(shop.Line("ada", "2024-06-03", "3", 10m));
        (await queries.DataStateAsync(default)).ShouldNotBe(before);
    }

    [Fact]
    public async Task Overview_OfAnotherWorkspace_DoesNotCount()
    {
        using var one = await Shop.OpenAsync(server);
        using var two = await Shop.OpenAsync(server);
        await SellAsync(one);
        await two.SellAsync(two.Line("ada", "2024-06-01", "1", 1m));
        var overview = await two.GetAsync<JsonElement>("/api/insights/overview");
        Numbers(overview).ShouldBe((1, 1m, 0m, 1m, 1m));
    }

    /// <summary>Five weeks: an order over midnight between two months, a return, an order without a customer, postage.</summary>
    private static Task SellAsync(Shop shop) => shop.SellAsync(
        shop.Line("ada", "2024-04-30T23:59:59Z", "1", 10m, country: "Iceland"),
        shop.Line("ada", "2024-05-01T00:00:01Z", "1", 20m, country: "Iceland", sku: "cup"),
        shop.Line("ada", "2024-06-01", "2", 20m, country: "Iceland"),
        shop.Line("bob", "2024-06-02", "3", 30m, country: "France", sku: "cup"),
        shop.Line("bob", "2024-06-02", "3", -7m, kind: "return", country: "France"),
        shop.Line("bob", "2024-06-02", "3", 30m, country: "France", sku: "cup"),
        shop.Line("", "2024-06-03", "4", 10m, sku: "post") with { LineType = "postage" },
        shop.Line("", "2024-06-03", "5", 99m, kind: "other-currency"));

    private static (long Orders, decimal Revenue, decimal Returns, decimal Net, decimal Average) Numbers(JsonElement overview) => (
        overview.GetProperty("orders").GetInt64(), overview.GetProperty("revenue").GetDecimal(), overview.GetProperty("returns").GetDecimal(),
        overview.GetProperty("netRevenue").GetDecimal(), overview.GetProperty("averageOrderValue").GetDecimal());
}
