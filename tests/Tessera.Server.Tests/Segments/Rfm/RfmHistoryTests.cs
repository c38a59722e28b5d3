using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Server.Segments.Rfm;

namespace Tessera.Server.Tests.Segments.Rfm;

[Collection(SharedServer.Name)]
public sealed class RfmHistoryTests(ServerFixture server)
{
    private RfmHistoryStore Store => server.Services.GetRequiredService<RfmHistoryStore>();

    [Fact]
    public async Task History_EveryMonthsEnd_EqualsTheModelWithThatReferenceDate()
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.SellAsync(Year(shop));
        await shop.ComputeHistoryAsync();

        var months = await Store.ListAsync(shop.Workspace, CancellationToken.None);
        months.Select(month => month.Date).ShouldBe(Enumerable.Range(2, 11).Select(month => new DateOnly(2024, month, 1)));
        foreach (var month in months)
        {
            await shop.ChangeAsync(new RfmOptions { ReferenceDate = month.Date });
            var now = await server.Services.GetRequiredService<RfmReader>().ReadAsync(shop.Workspace, CancellationToken.None);
            now.Result!.Cells.ShouldBe(month.Cells, $"{month.Date}");
        }
    }

    [Fact]
    public async Task Since_CustomerStaysPut_IsTheFirstMonthsEndOfTheirStay()
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.SellAsync(Year(shop));
        await shop.ComputeHistoryAsync();
        var scored = await shop.ScoredAsync();

        // The plain definition: walk back through the model as of each month's end while the segment is the same.
        var past = new List<(DateOnly Date, IReadOnlyDictionary<string, ExportedCustomer> Customers)>();
        var months = await Store.ListAsync(shop.Workspace, CancellationToken.None);
        using (var twin = await Shop.OpenAsync(server))
        {
            await twin.SellAsync(Year(twin));
            foreach (var month in months)
            {
                await twin.ChangeAsync(new RfmOptions { ReferenceDate = month.Date });
                past.Add((month.Date, await twin.ScoredAsync()));
            }
        }

        var found = 0;
        foreach (var key in scored.Values.Select(customer => customer.Segment).Distinct(StringComparer.Ordinal))
        {
            foreach (var member in (await shop.GetAsync<JsonElement>($"/api/segments/{key}/members?limit=1000")).GetProperty("items").EnumerateArray())
            {
                var customer = member.GetProperty("identifier").GetProperty("value").GetString()!;
                var stay = Enumerable.Reverse(past).TakeWhile(month => month.Customers.TryGetValue(customer, out var then) && then.Segment == key).ToList();
                var expected = stay.Count > 0 ? stay[^1].Date : new DateOnly(2024, 12, 29);
                member.GetProperty("since").GetString().ShouldBe(expected.ToString("O", null), $"{customer} in {key}");
                found++;
            }
        }

        found.ShouldBe(scored.Count);
    }

    [Fact]
    public async Task History_NothingChanged_IsNotComputedAgain()
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.SellAsync(Year(shop));
        await shop.ComputeHistoryAsync();
        var before = await Store.ListAsync(shop.Workspace, CancellationToken.None);

        await shop.ComputeAsync();
        (await shop.Refresher.RefreshOneMonthAsync(shop.Workspace, CancellationToken.None)).ShouldBeFalse();
        (await Store.ListAsync(shop.Workspace, CancellationToken.None)).Select(month => month.Version).ShouldBe(before.Select(month => month.Version));
    }

    [Fact]
    public async Task History_OrdersOfANewMonth_AddItsEndAndKeepTheRest()
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.SellAsync(Year(shop));
        await shop.ComputeHistoryAsync();
        var before = await Store.ListAsync(shop.Workspace, CancellationToken.None);
        before.Select(month => month.Version is not null).ShouldBe([.. Enumerable.Repeat(false, 9), true, true]);

        await shop.SellAsync(shop.Line("c1", "2025-01-15", "new", 10m));
        await shop.ComputeHistoryAsync();

        var after = await Store.ListAsync(shop.Workspace, CancellationToken.None);
        after.Select(month => month.Date).ShouldBe([.. before.Select(month => month.Date), new DateOnly(2025, 1, 1)]);
        after.Take(before.Count).Select(month => month.Fingerprint).ShouldBe(before.Select(month => month.Fingerprint));
        after.Select(month => month.Version is not null).ShouldBe([.. Enumerable.Repeat(false, 10), true, true]);
        after[^2].Version.ShouldBe(before[^1].Version);
    }

    [Fact]
    public async Task History_OrderAddedToThePast_IsComputedFromThere()
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.SellAsync(Year(shop));
        await shop.ComputeHistoryAsync();
        var before = await Store.ListAsync(shop.Workspace, CancellationToken.None);

        await shop.SellAsync(shop.Line("late", "2024-06-15", "late", 10_000m));
        await shop.ComputeHistoryAsync();

        var after = await Store.ListAsync(shop.Workspace, CancellationToken.None);
        after.Zip(before).Select(pair => pair.First.Fingerprint == pair.Second.Fingerprint)
            .ShouldBe([.. Enumerable.Repeat(true, 5), .. Enumerable.Repeat(false, 6)]);
        after.Zip(before).Select(pair => pair.First.Cells.Sum(cell => cell.Customers) - pair.Second.Cells.Sum(cell => cell.Customers))
            .ShouldBe([.. Enumerable.Repeat(0L, 5), .. Enumerable.Repeat(1L, 6)]);
    }

    [Fact]
    public async Task Options_Changed_ThePastOfTheOldModelIsNotShownBesideTheNew()
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.SellAsync(Year(shop));
        await shop.ComputeHistoryAsync();

        await shop.ChangeAsync(new RfmOptions { WindowDays = 90 });
        var champions = await shop.GetAsync<JsonElement>("/api/segments/champions");
        if (champions.GetProperty("trend").GetArrayLength() == 1)
        {
            // The worker has not begun with the past of the new model.
            champions.GetProperty("sizeChange").ValueKind.ShouldBe(JsonValueKind.Null);
        }

        await shop.ComputeHistoryAsync();
        (await shop.GetAsync<JsonElement>("/api/segments/champions")).GetProperty("trend").GetArrayLength().ShouldBe(12);

        // Looking back from earlier leaves the months after it out.
        await shop.ChangeAsync(new RfmOptions { WindowDays = 90, ReferenceDate = new DateOnly(2024, 6, 20) });
        (await shop.GetAsync<JsonElement>("/api/segments/champions")).GetProperty("trend").EnumerateArray().Select(point => point.GetProperty("date").GetString())
            .ShouldBe(["2024-02-01", "2024-03-01", "2024-04-01", "2024-05-01", "2024-06-01", "2024-06-20"]);
    }

    [Fact]
    public async Task Past_IsSaidToBeComputed_UntilEveryMonthIsThere()
    {
        using var shop = await Shop.OpenAsync(server);
        (await PastAsync(shop)).ShouldBe(("ready", 0, 0), "nobody has bought, so there is nothing to compute");

        await shop.SellAsync(Year(shop));
        await shop.ComputeHistoryAsync();
        (await PastAsync(shop)).ShouldBe(("ready", 11, 11));

        await shop.SellAsync(shop.Line("c1", "2025-01-15", "new", 10m));
        (await PastAsync(shop)).State.ShouldBe("computing", "January has an end now that is not there yet");
        await shop.ComputeHistoryAsync();
        (await PastAsync(shop)).ShouldBe(("ready", 12, 12));
    }

    [Fact]
    public async Task Trend_EndsWithThePresent_AndTheChangeIsAgainstTheLastMonthsEnd()
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.SellAsync(Year(shop));
        var unknown = (await shop.GetAsync<JsonElement>("/api/segments/champions")).GetProperty("sizeChange").ValueKind;
        await shop.ComputeHistoryAsync();

        unknown.ShouldBe(JsonValueKind.Null);
        foreach (var segment in (await shop.GetAsync<JsonElement>("/api/segments")).GetProperty("items").EnumerateArray())
        {
            var trend = segment.GetProperty("trend").EnumerateArray().Select(point => (point.GetProperty("date").GetString(), point.GetProperty("size").GetInt64())).ToList();
            trend.Count.ShouldBe(12);
            trend[^1].ShouldBe(("2024-12-29", segment.GetProperty("size").GetInt64()));
            trend[^2].Item1.ShouldBe("2024-12-01");
            var (before, now) = (trend[^2].Item2, trend[^1].Item2);
            var change = segment.GetProperty("sizeChange");
            if (before == 0)
            {
                change.ValueKind.ShouldBe(JsonValueKind.Null);
            }
            else
            {
                change.GetDouble().ShouldBe((now - before) / (double)before);
            }
        }
    }

    private static async Task<(string? State, int Months, int Done)> PastAsync(Shop shop)
    {
        var past = (await shop.GetAsync<JsonElement>("/api/rfm")).GetProperty("past");
        return (past.GetProperty("state").GetString(), past.GetProperty("months").GetInt32(), past.GetProperty("done").GetInt32());
    }

    /// <summary>Sixty customers who begin, buy and stop at different times of a year; the last order is on 28 December.</summary>
    private static List<OrderLine> Year(Shop shop)
    {
        var random = new Random(7);
        var lines = new List<OrderLine> { shop.Line("c0", "2024-12-28", "last", 20m) };
        for (var customer = 0; customer < 60; customer++)
        {
            var first = random.Next(300);
            var pause = 10 + random.Next(80);
            var last = first + random.Next(200);
            for (var day = first; day <= Math.Min(last, 361); day += 1 + random.Next(pause))
            {
                lines.Add(OrderLine.Of(shop.Key, $"c{customer}", OrderLine.Instant("2024-01-02").AddDays(day), $"{customer}-{day}", 1 + random.Next(200)));
            }
        }

        return lines;
    }
}
