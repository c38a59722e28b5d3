using System.Net;
using System.Text.Json;
using Tessera.Server.Tests.Segments;

namespace Tessera.Server.Tests.Profiles;

[Collection(SharedServer.Name)]
public sealed class ProfileActivityEndpointsTests(ServerFixture server)
{
    [Fact]
    public async Task Orders_OfACustomer_AreNewestFirstWithWhatBecameOfThem()
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.SellAsync(
            shop.Line("ada", "2024-06-01T10:00:00Z", "kept", 10m, sku: "mug") with { SourceLine = 2 },
            shop.Line("ada", "2024-06-01T10:00:00Z", "kept", 2.5m, sku: "cup") with { SourceLine = 1 },
            shop.Line("ada", "2024-06-02", "partly", 10m),
            shop.Line("ada", "2024-06-03", "partly", -4m, kind: "return"),
            shop.Line("ada", "2024-06-04", "all", 10m),
            shop.Line("ada", "2024-06-05", "all", -10m, kind: "return"),
            shop.Line("ada", "2024-06-06", "cancelling", -7m, kind: "cancellation"),
            shop.Line("ada", "2024-06-07", "returning", -3m, kind: "return"),
            shop.Line("ada", "2024-06-08", "gift", 0m, kind: "free"),
            shop.Line("bob", "2024-06-09", "bobs", 1m));

        var orders = (await OrdersAsync(shop, "")).GetProperty("items").EnumerateArray().ToList();

        orders.Select(order => (order.GetProperty("orderId").GetString(), order.GetProperty("status").GetString(), order.GetProperty("amount").GetDecimal())).ShouldBe(
        [
            ("gift", "completed", 0m), ("returning", "returned", -3m), ("cancelling", "cancelled", -7m), ("all", "returned", 0m),
            ("partly", "partly-returned", 6m), ("kept", "completed", 12.5m),
        ]);
        var kept = orders[^1];
        kept.GetProperty("time").GetDateTimeOffset().ShouldBe(OrderLine.Instant("2024-06-01T10:00:00Z"));
        (kept.GetProperty("quantity").GetDecimal(), kept.GetProperty("currency").GetString()).ShouldBe((2m, "GBP"));
        kept.GetProperty("lines")[0].GetRawText().ShouldBe("""{"sku":"cup","description":"A cup","quantity":1,"unitPrice":2.5,"amount":2.5,"kind":"sale"}""");
    }

    [Fact]
    public async Task Orders_PageByPage_AreAllOfThemOnce()
    {
        using var shop = await Shop.OpenAsync(server);
        // Several orders at the same instant: the cursor must tell them apart.
        await shop.SellAsync([.. Enumerable.Range(0, 23).Select(order => shop.Line("ada", $"2024-06-{1 + (order / 5):00}", $"o{order:00}", 1m))]);

        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await OrdersAsync(shop, $"?limit=4{(cursor is null ? "" : $"&cursor={cursor}")}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(order => order.GetProperty("orderId").GetString()!));
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);

        seen.ShouldBe(Enumerable.Range(0, 23).Reverse().Select(order => $"o{order:00}"));
    }

    [Fact]
    public async Task Events_OfACustomer_AreNewestFirstPageByPage()
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.SellAsync(shop.Line("ada", "2024-06-01", "1", 1m));
        var ada = OrderLine.ProfileOf(shop.Key, "ada");
        await shop.Engine.InsertAsync("events", Enumerable.Range(0, 11).Select(number => new TrackedEvent(
            shop.Key, number == 10 ? OrderLine.ProfileOf(shop.Key, "bob") : ada, OrderLine.Instant("2024-06-01").AddMinutes(number / 3), $"m{number:00}", "track", "Export File", "ada", "", "", "",
            """{"format":"svg","pages":2}""", """{"device":{"type":"desktop"}}""", OrderLine.Instant("2024-06-01"), Guid.Empty)));

        var first = await shop.GetAsync<JsonElement>($"/api/profiles/{ada}/events?limit=6");
        var second = await shop.GetAsync<JsonElement>($"/api/profiles/{ada}/events?limit=6&cursor={first.GetProperty("next").GetString()}");

        first.GetProperty("items").EnumerateArray().Concat(second.GetProperty("items").EnumerateArray()).Select(item => item.GetProperty("id").GetString())
            .ShouldBe(Enumerable.Range(0, 10).Reverse().Select(number => $"m{number:00}"));
        second.GetProperty("next").ValueKind.ShouldBe(JsonValueKind.Null);
        var item = first.GetProperty("items")[0];
        item.GetProperty("properties").GetRawText().ShouldBe("""{"format":"svg","pages":2}""");
        item.GetProperty("context").GetProperty("device").GetProperty("type").GetString().ShouldBe("desktop");
    }

    [Fact]
    public async Task Company_OfACustomer_IsThatOfTheLatestGroupCall()
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.Engine.InsertAsync("events", new[]
        {
            GroupCall(shop, "ada", "2024-06-01", "g-old", """{"name":"Old Ltd"}"""),
            GroupCall(shop, "ada", "2024-06-02", "g-new", """{"name":"New Ltd"}"""),
            GroupCall(shop, "ada", "2024-06-03", "g-new", """{"employees":7}"""),
            GroupCall(shop, "eve", "2024-06-01", "g-old", "{}"),
            GroupCall(shop, "eve", "2024-06-02", "", "{}"),
            GroupCall(shop, "bob", "2024-06-01", "g-bare", "{}"),
            GroupCall(shop, "cyd", "2024-06-01", "g-page", """{"name":"A page"}""") with { Type = "page" },
        });
        await shop.SellAsync(
            shop.Line("ada", "2024-06-01", "1", 1m), shop.Line("bob", "2024-06-01", "2", 1m), shop.Line("cyd", "2024-06-01", "3", 1m), shop.Line("eve", "2024-06-01", "4", 1m));

        (await CompanyAsync(shop, "ada")).ShouldBe("New Ltd");
        (await CompanyAsync(shop, "bob")).ShouldBe("g-bare");
        (await CompanyAsync(shop, "cyd")).ShouldBeNull();
        (await CompanyAsync(shop, "eve")).ShouldBeNull("a group call without a company says that they left");
    }

    [Theory]
    [InlineData("orders?limit=501", "limit-invalid")]
    [InlineData("orders?cursor=nonsense", "cursor-invalid")]
    [InlineData("events?limit=0", "limit-invalid")]
    [InlineData("events?cursor=bnVsbA", "cursor-invalid")]
    public async Task AnyList_SomethingWrong_IsRefused(string path, string code)
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.SellAsync(shop.Line("ada", "2024-06-01", "1", 1m));
        using var response = await shop.Client.GetAsync($"/api/profiles/{OrderLine.ProfileOf(shop.Key, "ada")}/{path}");
        await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, code);
    }

    private static Task<JsonElement> OrdersAsync(Shop shop, string query) =>
        shop.GetAsync<JsonElement>($"/api/profiles/{OrderLine.ProfileOf(shop.Key, "ada")}/orders{query}");

    private static async Task<string?> CompanyAsync(Shop shop, string customer) =>
        (await shop.GetAsync<JsonElement>($"/api/profiles/{OrderLine.ProfileOf(shop.Key, customer)}")).GetProperty("company") is { ValueKind: JsonValueKind.Object } company ? company.GetProperty("name").GetString() : null;

    private static TrackedEvent GroupCall(Shop shop, string customer, string time, string group, string traits) => new(
        shop.Key, OrderLine.ProfileOf(shop.Key, customer), OrderLine.Instant(time), $"{customer}-{time}", "group", "", customer, "", group, "", traits, "{}",
        OrderLine.Instant(time), Guid.Empty);

    private sealed record TrackedEvent(
        string Workspace, Guid ProfileId, DateTimeOffset Time, string MessageId, string Type, string Name, string UserId, string AnonymousId,
        string GroupId, string PreviousId, string Properties, string Context, DateTimeOffset ReceivedAt, Guid ImportId);
}
