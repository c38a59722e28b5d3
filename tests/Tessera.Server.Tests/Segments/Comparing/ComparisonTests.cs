using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Tessera.ClickHouse;
using Tessera.Server.Tests.Segments.Rules;
using Tessera.Testing;

namespace Tessera.Server.Tests.Segments.Comparing;

/// <summary>Segments beside one another and over time, over HTTP.</summary>
[Collection(SharedServer.Name)]
public sealed class ComparisonTests(ServerFixture server)
{
    [Fact]
    public async Task Overlaps_AreThoseOfAllKinds()
    {
        using var workspace = await PeopleAsync();
        await workspace.CreateAsync("free", "plan is \"free\"");
        await workspace.CreateAsync("exporters", "did \"Export File\"");
        await workspace.CreateAsync("nobody", "plan is \"none\"");

        var items = (await workspace.GetAsync("/api/segments/free/overlaps")).GetProperty("items").EnumerateArray().ToList();
        var overlap = items.ShouldHaveSingleItem();
        (Text(overlap, "key"), Number(overlap, "count"), overlap.GetProperty("share").GetDouble(), overlap.GetProperty("jaccard").GetDouble()).ShouldBe(("exporters", 2, 2 / 3.0, 0.5));
        await workspace.AskAsync(HttpMethod.Get, "/api/segments/nowhere/overlaps", expected: HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Flow_SaysWhereTheyCameFromAndWent()
    {
        using var workspace = await PeopleAsync();
        await workspace.CreateAsync("free", "plan is \"free\"");
        await workspace.CreateAsync("paying", "plan is \"pro\"");
        await workspace.Source.SendAsync(RuleWorkspace.Identify("ada", "2024-05-01", """{ "plan": "pro" }"""), RuleWorkspace.Identify("eve", "2024-05-01", """{ "plan": "pro" }"""));
        await workspace.EvaluateAsync();

        var flow = await workspace.GetAsync("/api/segments/paying/flow?from=2020-01-01");
        (Number(flow, "entered"), Number(flow, "left"), Number(flow, "net")).ShouldBe((2, 0, 2));
        Shift(flow, "recalculated").ShouldBe((1, 0)); // who was there when it was made
        var from = flow.GetProperty("cameFrom").EnumerateArray().ShouldHaveSingleItem();
        (Text(from, "key"), Number(from, "count")).ShouldBe(("free", 1));
        var free = await workspace.GetAsync("/api/segments/free/flow?from=2020-01-01");
        (Number(free, "entered"), Number(free, "left"), Text(free.GetProperty("wentTo").EnumerateArray().ShouldHaveSingleItem(), "key")).ShouldBe((0, 1, "paying"));
        Shift(free, "recalculated").ShouldBe((3, 0));
        var before = await workspace.GetAsync("/api/segments/free/flow?from=2020-01-01&to=2021-01-01");
        (Number(before, "entered"), before.GetProperty("wentTo").GetArrayLength()).ShouldBe((0, 0));
        await workspace.AskAsync(HttpMethod.Get, "/api/segments/free/flow?from=2021-01-01&to=2020-01-01", expected: HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Flow_OfAnotherDefinition_IsNoMovement()
    {
        using var workspace = await PeopleAsync();
        await workspace.CreateAsync("chosen", "plan is \"free\"");
        await workspace.AskAsync(HttpMethod.Put, "/api/segments/chosen", new { definition = "plan is \"pro\"" });
        await workspace.EvaluateAsync();

        var flow = await workspace.GetAsync("/api/segments/chosen/flow");
        (Number(flow, "entered"), Number(flow, "left")).ShouldBe((0, 0));
        Shift(flow, "recalculated").ShouldBe((4, 3));
        flow.GetProperty("cameFrom").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Flow_OfAWrittenSegment_SaysWhatSegmentsOfTheModelTheyWereIn()
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.SellAsync(shop.Line("ada", "2024-01-10", "1", 10m), shop.Line("bob", "2024-03-05", "2", 50m), shop.Line("cyd", "2024-03-06", "3", 20m));
        await shop.ComputeHistoryAsync();
        var model = (await shop.GetAsync<JsonElement>("/api/segments?kind=rfm")).GetProperty("items").EnumerateArray().Where(segment => Number(segment, "size") > 0).Select(segment => Text(segment, "key"));
        var months = await shop.Engine.ListAsync<(string Customer, string Segment)>(
            new Statement("SELECT toString(profile_id), argMax(toString(segment), version) FROM rfm_snapshots WHERE workspace = {workspace:String} GROUP BY profile_id").With("workspace", shop.Key));
        var ada = shop.Line("ada", "2024-01-10", "1", 10m).ProfileId;
        await shop.Engine.InsertAsync("segment_changes", [Change(entered: true, "2024-03-20"), Change(entered: false, "2024-05-01")]);
        (await shop.Client.PostAsJsonAsync("/api/segments", new { key = "chosen", name = "Chosen", definition = "name is \"x\"" })).EnsureSuccessStatusCode();

        var flow = await shop.GetAsync<JsonElement>("/api/segments/chosen/flow?from=2024-01-01");
        (Number(flow, "entered"), Number(flow, "left")).ShouldBe((1, 1));
        var from = flow.GetProperty("cameFrom").EnumerateArray().ShouldHaveSingleItem();
        (Text(from, "key"), Number(from, "count")).ShouldBe((months.Single(row => row.Customer == ada.ToString()).Segment, 1));
        model.Contains(Text(flow.GetProperty("wentTo").EnumerateArray().ShouldHaveSingleItem(), "key"), StringComparer.Ordinal).ShouldBeTrue();

        ChangeRow Change(bool entered, string day) => new(shop.Key, "chosen", ada, DateTimeOffset.Parse(day + "T00:00:00Z", CultureInfo.InvariantCulture), entered);
    }

    [Fact]
    public async Task Flow_OfTheModel_IsBetweenMonthEnds()
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.SellAsync(shop.Line("ada", "2024-01-10", "1", 10m), shop.Line("bob", "2024-03-05", "2", 50m), shop.Line("cyd", "2024-03-06", "3", 20m));
        await shop.ComputeHistoryAsync();
        var segments = (await shop.GetAsync<JsonElement>("/api/segments?kind=rfm")).GetProperty("items").EnumerateArray().ToList();
        var come = 0L;
        foreach (var key in segments.Select(segment => Text(segment, "key")))
        {
            var flow = await shop.GetAsync<JsonElement>($"/api/segments/{key}/flow?from=2024-02-01&to=2024-12-31");
            Text(flow, "from").ShouldStartWith("2024-02-01");
            come += Number(flow, "entered");
            Number(flow, "entered").ShouldBe(flow.GetProperty("cameFrom").EnumerateArray().Sum(part => Number(part, "count")));
            Number(flow, "left").ShouldBe(flow.GetProperty("wentTo").EnumerateArray().Sum(part => Number(part, "count")));
        }

        // Two customers are new since, and who was alone may stand elsewhere among three.
        come.ShouldBeInRange(2, 3);
    }

    [Fact]
    public async Task Compare_LaysThemSideBySide()
    {
        using var workspace = await PeopleAsync();
        await workspace.CreateAsync("free", "plan is \"free\"");
        await workspace.CreateAsync("exporters", "did \"Export File\"");
        var compared = await workspace.GetAsync("/api/segments/compare?a=free&b=exporters");

        (Number(compared.GetProperty("a"), "size"), Number(compared.GetProperty("b"), "size"), Number(compared, "both"), Number(compared, "onlyA"), Number(compared, "onlyB"), Number(compared, "union"))
            .ShouldBe((3, 3, 2, 1, 1, 4));
        var plan = compared.GetProperty("traits").EnumerateArray().First(trait => Text(trait, "value") == "free");
        (Text(plan, "path"), plan.GetProperty("shareA").GetDouble(), plan.GetProperty("shareB").GetDouble()).ShouldBe(("plan", 1, 2 / 3.0));
        var figures = compared.GetProperty("figures").EnumerateArray().ToDictionary(figure => Text(figure, "name"), StringComparer.Ordinal);
        (figures["Customers"].GetProperty("all").GetInt64(), figures["Share of customers"].GetProperty("a").GetDecimal()).ShouldBe((5, 0.6m));
        figures["Average order value"].GetProperty("a").ValueKind.ShouldBe(JsonValueKind.Null);
        await workspace.AskAsync(HttpMethod.Get, "/api/segments/compare?a=free", expected: HttpStatusCode.BadRequest);
        await workspace.AskAsync(HttpMethod.Get, "/api/segments/compare?a=free&b=nobody", expected: HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Export_InEveryFormat_HasTheMembers()
    {
        using var workspace = await RuleWorkspace.OpenAsync(server, RuleWorkspace.Identify("=cmd", "2024-01-01", """{ "plan": "free", "name": "Ada" }"""));
        await workspace.CreateAsync("free", "plan is \"free\"");

        (await workspace.Http.GetStringAsync("/api/segments/free/members.csv")).ShouldContain("'=cmd");
        using var line = JsonDocument.Parse(await workspace.Http.GetStringAsync("/api/segments/free/members.jsonl"));
        Text(line.RootElement, "user_id").ShouldBe("=cmd");
        Text(line.RootElement, "entered_at").ShouldEndWith("Z");
        (await workspace.Http.GetByteArrayAsync("/api/segments/free/members.parquet"))[..4].ShouldBe("PAR1"u8.ToArray());
    }

    [Fact]
    public async Task Export_At_HasTheMembersOfThatInstantInEveryFormat()
    {
        using var workspace = await PeopleAsync();
        await workspace.CreateAsync("exporters", "did \"Export File\" and plan is \"free\"");

        var csv = (await workspace.Http.GetStringAsync("/api/segments/exporters/members.csv?at=2024-02-01T00:00:00Z")).Trim().Split('\n');
        csv[0].ShouldBe("\"profile_id\",\"user_id\",\"name\",\"country\"");
        csv.Skip(1).Select(row => row.Split(',')[1]).Order(StringComparer.Ordinal).ShouldBe(["\"ada\"", "\"bob\""]);
        (await workspace.Http.GetStringAsync("/api/segments/exporters/members.jsonl?at=2024-01-31")).ShouldBeEmpty();
        (await workspace.Http.GetByteArrayAsync("/api/segments/exporters/members.parquet?at=2024-02-02"))[..4].ShouldBe("PAR1"u8.ToArray());
        await workspace.AskAsync(HttpMethod.Get, "/api/segments/exporters/members.csv?at=soon", expected: HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task At_BeforeTheScoresWereComputed_IsRefusedAndSaysSince()
    {
        using var workspace = await RuleWorkspace.OpenAsync(
            server, RuleWorkspace.Track("ada", "Order Completed", "2024-02-01", """{ "order_id": "1", "total": 10, "currency": "EUR" }"""));
        await workspace.CreateAsync("best", "in segment \"champions\" or rfm.monetary > 5");
        await Eventually.UntilAsync(
            async () => (await workspace.GetAsync("/api/rfm")).GetProperty("customers").GetInt64() == 1, "the scores are computed");

        foreach (var path in new[] { "members?at=2024-03-01", "members.csv?at=2024-03-01", "members.jsonl?at=2024-03-01" })
        {
            using var response = await workspace.Http.GetAsync($"/api/segments/best/{path}");
            (await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "at-not-kept")).ShouldContain("Leave at out");
        }

        await workspace.AskAsync(HttpMethod.Post, "/api/segments/preview", new { definition = "rfm.recency < 30", at = "2024-03-01" }, HttpStatusCode.BadRequest);
        await workspace.AskAsync(HttpMethod.Post, "/api/segments/preview", new { definition = "did \"Order Completed\"", at = "2024-03-01" });
        await workspace.AskAsync(HttpMethod.Post, "/api/segments/preview", new { definition = "rfm.recency < 30", at = "2261-01-01" });
    }

    [Fact]
    public async Task Parse_WithMistakesOfEveryKind_GivesAllReasonsAtOnce()
    {
        using var workspace = await PeopleAsync();
        var problem = await workspace.AskAsync(
            HttpMethod.Post,
            "/api/segments/parse",
            new { definition = "did \"Exprot File\" and plan iz \"free\" and in segment \"nobody\" and entered segment \"champions\" and consents to \"email\"" },
            HttpStatusCode.BadRequest);

        problem.GetProperty("errors").EnumerateArray().Select(error => Text(error, "code")).ShouldBe(["expected", "unknown-segment", "no-history"]);
        problem.GetProperty("warnings").EnumerateArray().Select(warning => Text(warning, "code")).ShouldBe(["unknown-event", "unknown-consent"]);
    }

    private Task<RuleWorkspace> PeopleAsync() => RuleWorkspace.OpenAsync(
        server,
        RuleWorkspace.Identify("ada", "2024-01-01", """{ "plan": "free" }"""),
        RuleWorkspace.Identify("bob", "2024-01-01", """{ "plan": "free" }"""),
        RuleWorkspace.Identify("cyd", "2024-01-01", """{ "plan": "free" }"""),
        RuleWorkspace.Identify("dan", "2024-01-01", """{ "plan": "pro" }"""),
        RuleWorkspace.Identify("eve", "2024-01-01", "{}"),
        RuleWorkspace.Track("ada", "Export File", "2024-02-01"),
        RuleWorkspace.Track("bob", "Export File", "2024-02-01"),
        RuleWorkspace.Track("dan", "Export File", "2024-02-01"));

    private sealed record ChangeRow(string Workspace, string Segment, Guid ProfileId, DateTimeOffset Time, bool Entered);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static (long Entered, long Left) Shift(JsonElement flow, string name) => (Number(flow.GetProperty(name), "entered"), Number(flow.GetProperty(name), "left"));

    private static long Number(JsonElement element, string name) => element.GetProperty(name).GetInt64();
}
