using System.Net;
using System.Text.Json;
using Tessera.Segments;
using Tessera.Segments.Checking;
using Tessera.Server.Segments;
using Tessera.Server.Segments.Library;
using Tessera.Server.Tests.Segments.Rules;
using Tessera.Testing;

namespace Tessera.Server.Tests.Segments.Library;

/// <summary>Ready segments, over HTTP and by themselves.</summary>
[Collection(SharedServer.Name)]
public sealed class LibraryTests(ServerFixture server)
{
    [Fact]
    public void Catalogue_ServesEveryStrategyTwiceAtLeast()
    {
        LibraryCatalogue.Entries.Count.ShouldBeGreaterThanOrEqualTo(18);
        LibraryCatalogue.Entries.Select(entry => entry.Key).Distinct(StringComparer.Ordinal).Count().ShouldBe(LibraryCatalogue.Entries.Count);
        foreach (var strategy in SegmentKinds.Strategies)
        {
            LibraryCatalogue.Entries.Count(entry => entry.Strategy == strategy).ShouldBeGreaterThanOrEqualTo(2, strategy);
        }
    }

    [Fact]
    public void Entries_InAnEmptyWorkspace_AllSayWhatIsMissing()
    {
        foreach (var entry in LibraryCatalogue.Entries)
        {
            var fitting = new LibraryFitting(new Catalogue(0, [], []), LibraryData.Nothing, new Dictionary<string, string>(StringComparer.Ordinal));
            var definition = entry.Define(fitting);

            fitting.Missing.ShouldNotBeEmpty(entry.Key);
            Segment.Parse(definition).Segment.ShouldNotBeNull($"{entry.Key}: {definition}");
        }
    }

    [Theory]
    [InlineData(0, 0, 500)]
    [InlineData(100, 1234.5, 1200)]
    [InlineData(100, 87.3, 87)]
    [InlineData(100, 3.14, 3.1)]
    public void Spending_IsRoundedForPeople(long buyers, double topTenth, double expected) => LibrarySpending.Of(buyers, topTenth).TopTenth.ShouldBe(expected, 1e-9);

    [Fact]
    public async Task Library_IsFittedToTheWorkspace_AndAdopted()
    {
        using var workspace = await RuleWorkspace.OpenAsync(
            server,
            RuleWorkspace.Identify("ada", "2024-01-01", """{ "plan": "free", "country": "Österreich \"West\"" }"""),
            RuleWorkspace.Identify("bob", "2024-01-01", """{ "plan": "pro", "country": "Österreich \"West\"" }"""),
            RuleWorkspace.Track("ada", "Report Exported", "2024-02-01"));
        Dictionary<string, JsonElement> items = [];
        await Eventually.UntilAsync(
            async () =>
            {
                items = (await workspace.GetAsync("/api/segments/library")).GetProperty("items").EnumerateArray().ToDictionary(item => Text(item, "key"), StringComparer.Ordinal);
                return items["home-market"].GetProperty("size").ValueKind == JsonValueKind.Number;
            },
            "the sizes are found",
            TimeSpan.FromSeconds(30));

        Text(items["feature-locked"], "definition").ShouldBe("first did any event more than 7 days ago and did not do \"Report Exported\"");
        Text(items["home-market"], "definition").ShouldBe("country is \"Österreich \\\"West\\\"\"");
        (items["home-market"].GetProperty("size").GetInt64(), items["paying-plans"].GetProperty("size").GetInt64()).ShouldBe((2, 1));
        items["home-market"].GetProperty("metrics").EnumerateArray().First(metric => Text(metric, "name") == "Share").GetProperty("value").GetDecimal().ShouldBe(1);
        items["integrators"].GetProperty("available").GetBoolean().ShouldBeFalse();
        Text(items["integrators"].GetProperty("missing")[0]).ShouldContain("Integration Connected");

        var adopted = await workspace.AskAsync(HttpMethod.Post, "/api/segments/library/power-users/adopt", new { key = "exporters", parameters = new { days = "2" } }, HttpStatusCode.Created);
        (Text(adopted, "definition"), Text(adopted, "strategy")).ShouldBe(("did \"Report Exported\" on at least 2 days in the last 30 days", "behavioural"));
        var again = (await workspace.GetAsync("/api/segments/library?strategy=behavioural")).GetProperty("items").EnumerateArray().ToList();
        Text(again.First(item => Text(item, "key") == "power-users"), "adoptedAs").ShouldBe("exporters");
        (await workspace.GetAsync("/api/segments?strategy=behavioural")).GetProperty("items").GetArrayLength().ShouldBe(1);
        await workspace.AskAsync(HttpMethod.Post, "/api/segments/library/integrators/adopt", new { }, HttpStatusCode.BadRequest);
        await workspace.AskAsync(HttpMethod.Post, "/api/segments/library/power-users/adopt", new { parameters = new { dayz = "2" } }, HttpStatusCode.BadRequest);
        await workspace.AskAsync(HttpMethod.Post, "/api/segments/library/nothing/adopt", new { }, HttpStatusCode.NotFound);
    }

    private static string Text(JsonElement element, string? name = null) => (name is null ? element : element.GetProperty(name)).GetString()!;
}
