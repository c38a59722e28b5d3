using System.Net;
using System.Text.Json;
using Tessera.Server.Hosting.Paging;
using Tessera.Server.Segments.Members;

namespace Tessera.Server.Tests.Segments.Endpoints;

[Collection(SharedServer.Name)]
public sealed class SegmentMemberEndpointsTests(ServerFixture server)
{
    [Theory]
    [InlineData("", "-monetary")]
    [InlineData("&sort=monetary", "monetary")]
    [InlineData("&sort=-frequency", "-frequency")]
    [InlineData("&sort=frequency", "frequency")]
    [InlineData("&sort=recency", "recency")]
    [InlineData("&sort=-recency", "-recency")]
    public async Task Members_PageByPage_AreAllOfThemInOrderOnce(string query, string order)
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.SellAsync(SegmentShop.Lines(shop, 120));
        var expected = (await shop.ScoredAsync()).Values.Where(customer => customer.Segment == "lost").Select(customer => customer.UserId);
        var members = await AllAsync(shop, $"/api/segments/lost/members?limit=4{query}");

        members.Select(member => member.GetProperty("identifier").GetProperty("value").GetString()!).ShouldBe(expected, ignoreOrder: true);
        var values = members.ConvertAll(member => member.GetProperty(order.TrimStart('-') == "recency" ? "recencyDays" : order.TrimStart('-')).GetDecimal());
        values.ShouldBe(order.StartsWith('-') ? values.OrderDescending() : values.Order());
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("-12", "-12")]
    [InlineData("17850", "17850")]
    [InlineData("a=b", "a=b")]
    public async Task Exports_OfATextThatASpreadsheetWouldCalculate_SayThatItIsText(string customer, string written)
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.SellAsync(shop.Line(customer, "2024-01-05", "o1", 12.5m));
        (await shop.ScoredAsync()).Keys.ShouldBe([written]);
        var segment = (await shop.GetAsync<JsonElement>("/api/segments")).GetProperty("items").EnumerateArray().Single(item => item.GetProperty("size").GetInt64() == 1);
        (await shop.Client.GetStringAsync($"/api/segments/{segment.GetProperty("key").GetString()}/members.csv")).Split('\n')[1]
            .ShouldContain($",\"{written}\",\"Name of {customer}\",");
    }

    [Fact]
    public async Task Members_ComputedAnewBetweenPages_GoOnInTheComputationTheyBeganWith()
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.SellAsync(SegmentShop.Lines(shop, 60));
        var before = (await shop.ScoredAsync()).Values.Where(customer => customer.Segment == "champions").Select(customer => customer.UserId).ToList();
        var first = await shop.GetAsync<JsonElement>("/api/segments/champions/members?limit=2");

        // Everybody who was a champion is outdone.
        await shop.SellAsync([.. Enumerable.Range(0, 300).SelectMany(customer => Enumerable.Range(0, 12).Select(order =>
            shop.Line($"rich{customer}", "2024-07-20", $"r{customer}-{order}", 1000m)))]);

        var rest = await AllAsync(shop, "/api/segments/champions/members?limit=2", first.GetProperty("next").GetString());
        first.GetProperty("items").EnumerateArray().Concat(rest).Select(member => member.GetProperty("identifier").GetProperty("value").GetString()!)
            .ShouldBe(before, ignoreOrder: true);
    }

    [Fact]
    public async Task Members_CursorOfAComputationThatIsGone_AnswersGone()
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.SellAsync(SegmentShop.Lines(shop, 10));
        var cursor = OpaqueCursor.Write(new MemberCursor(999_999_999, "lost", "-monetary", 0, Guid.Empty));
        using var response = await shop.Client.GetAsync($"/api/segments/lost/members?cursor={cursor}");
        await response.ShouldBeProblemAsync(HttpStatusCode.Gone, "cursor-expired");
    }

    [Fact]
    public async Task Members_CursorOfAnotherListOrWorkspace_IsRefused()
    {
        using var shop = await Shop.OpenAsync(server);
        using var other = await Shop.OpenAsync(server);
        await shop.SellAsync(SegmentShop.Lines(shop, 60));
        await other.SellAsync(SegmentShop.Lines(other, 60));
        var cursor = (await shop.GetAsync<JsonElement>("/api/segments/lost/members?limit=1")).GetProperty("next").GetString();

        using var otherSort = await shop.Client.GetAsync($"/api/segments/lost/members?cursor={cursor}&sort=recency");
        await otherSort.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "cursor-invalid");
        using var otherSegment = await shop.Client.GetAsync($"/api/segments/champions/members?cursor={cursor}");
        await otherSegment.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "cursor-invalid");
        using var otherWorkspace = await other.Client.GetAsync($"/api/segments/lost/members?cursor={cursor}");
        await otherWorkspace.ShouldBeProblemAsync(HttpStatusCode.Gone, "cursor-expired");
    }

    [Fact]
    public async Task MembersCsv_Segment_HasTheSameMembersAsTheList()
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.SellAsync(SegmentShop.Lines(shop, 80, country: "Ruritania"));
        await shop.ComputeHistoryAsync();
        using var response = await shop.Client.GetAsync("/api/segments/lost/members.csv");
        var csv = (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var members = await AllAsync(shop, "/api/segments/lost/members?limit=100");

        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        response.Content.Headers.ContentDisposition!.FileName.ShouldBe("lost.csv");
        csv[0].ShouldBe("\"profile_id\",\"user_id\",\"name\",\"country\",\"since\",\"recency_days\",\"frequency\",\"monetary\",\"r\",\"f\",\"m\"");
        csv.Length.ShouldBe(members.Count + 1);
        csv[1..].Select(line => line.Split(',')[0].Trim('"')).ShouldBe(members.Select(member => member.GetProperty("profileId").GetString()!));
        csv[1..].ShouldAllBe(line => line.Contains("\"Ruritania\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Segments_TwoWorkspacesWithTheSameCustomers_NothingLeaks()
    {
        using var one = await Shop.OpenAsync(server, "one");
        using var two = await Shop.OpenAsync(server, "two");
        await one.SellAsync(SegmentShop.Lines(one, 50));
        await two.SellAsync(two.Line("c000", "2024-06-01", "1", 5m));
        await one.ComputeHistoryAsync();
        await two.ComputeHistoryAsync();

        (await one.ScoredAsync()).Count.ShouldBe(50);
        (await two.ScoredAsync()).ShouldHaveSingleItem().Value.Monetary.ShouldBe(5m);
        (await two.GetAsync<JsonElement>("/api/rfm")).GetProperty("customers").GetInt64().ShouldBe(1);
        (await two.GetAsync<JsonElement>("/api/segments")).GetProperty("items").EnumerateArray().Sum(segment => segment.GetProperty("size").GetInt64()).ShouldBe(1);
        (await AllAsync(two, "/api/segments/lost/members?limit=10")).ShouldHaveSingleItem();
        using var foreign = await two.Client.GetAsync($"/api/segments/lost/explain/{OrderLine.ProfileOf(one.Key, "c001")}");
        await foreign.ShouldBeProblemAsync(HttpStatusCode.NotFound, "profile-not-found");
    }

    private static async Task<List<JsonElement>> AllAsync(Shop shop, string path, string? cursor = null)
    {
        var members = new List<JsonElement>();
        do
        {
            var page = await shop.GetAsync<JsonElement>(cursor is null ? path : $"{path}&cursor={cursor}");
            members.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);

        return members;
    }
}
