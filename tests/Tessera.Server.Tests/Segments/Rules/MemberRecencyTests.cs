using System.Globalization;
using Tessera.Testing;

namespace Tessera.Server.Tests.Segments.Rules;

/// <summary>How long ago members of segments that people wrote bought last.</summary>
[Collection(SharedServer.Name)]
public sealed class MemberRecencyTests(ServerFixture server)
{
    [Fact]
    public async Task RecencyDays_OfMembers_AreCountedToTheDayAskedAbout()
    {
        var bought = TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(-20);
        using var workspace = await RuleWorkspace.OpenAsync(server, RuleWorkspace.Track("ada", "Order Completed", Day(bought), """
            { "order_id": "1", "currency": "EUR", "total": 10, "products": [ { "product_id": "tea", "price": 10, "quantity": 1 } ] }
            """));
        await workspace.CreateAsync("buyers", "did \"Order Completed\" ever");
        await Eventually.UntilAsync(
            async () => (await workspace.GetAsync("/api/rfm")).GetProperty("customers").GetInt64() == 1, "the order is scored", TimeSpan.FromSeconds(90));

        (await RecencyAsync("")).ShouldBeInRange(20, 21, "a day may end meanwhile");
        (await RecencyAsync($"?at={Day(bought.AddDays(7))}")).ShouldBe(7);
        (await workspace.GetAsync("/api/segments/buyers")).GetProperty("averageRecencyDays").GetDouble().ShouldBeInRange(20, 21);

        async Task<int> RecencyAsync(string query) =>
            (await workspace.GetAsync("/api/segments/buyers/members" + query)).GetProperty("items")[0].GetProperty("recencyDays").GetInt32();
    }

    private static string Day(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
