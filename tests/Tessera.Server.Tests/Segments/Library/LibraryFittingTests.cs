using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Segments;
using Tessera.Segments.Checking;
using Tessera.Server.Segments.Library;
using Tessera.Server.Segments.Library.Endpoints;
using Tessera.Server.Tests.Segments.Rules;

namespace Tessera.Server.Tests.Segments.Library;

/// <summary>What ready segments take from the data: scales, ages, plans; and what they say when it does not carry them.</summary>
[Collection(SharedServer.Name)]
public sealed class LibraryFittingTests(ServerFixture server)
{
    [Theory]
    [InlineData(4, ">= 5", "<= 3")]
    [InlineData(5, ">= 5", "<= 3")]
    [InlineData(7, ">= 7", "<= 4")]
    [InlineData(10, ">= 9", "<= 6")]
    [InlineData(87, ">= 90", "<= 60")]
    public void Scores_AreReadByTheScaleTheyAreGivenOn(double highest, string promoters, string detractors)
    {
        var scores = new LibraryScores("Survey Answered", "score", "csat", 40, highest);
        Fit("promoters", Answers, [scores]).Definition.ShouldBe($"last of score of \"Survey Answered\" where survey is \"csat\" in the last 365 days {promoters}");
        Fit("detractors", Answers, [scores]).Definition.ShouldEndWith(detractors);
    }

    [Fact]
    public void Scores_TooFewToTellTheScale_AreAskedFor()
    {
        LibraryScores[] scores = [new("Survey Answered", "score", "", 3, 5)];
        Fit("promoters", Answers, scores).Missing.Single().ShouldBe(
            "The highest score that can be given is not known: 3 times a score was given, and at least 10 are needed to tell. Send them as numbers, or name the highest that can be given in the parameter scale.");
        var chosen = Fit("promoters", Answers, scores, ("scale", "5"));
        (chosen.Missing.Count, chosen.Definition).ShouldBe((0, "last of score of \"Survey Answered\" in the last 365 days >= 5"));
    }

    [Fact]
    public void Scores_OfSeveralSurveys_AreThoseOfRecommending()
    {
        LibraryScores[] scores = [new("Survey Answered", "score", "csat", 400, 5), new("Survey Answered", "score", "nps-2026", 40, 10)];
        Fit("promoters", Answers, scores).Definition.ShouldBe("last of score of \"Survey Answered\" where survey is \"nps-2026\" in the last 365 days >= 9");
    }

    [Fact]
    public void Plans_ThatCostNothing_AreAllLeftOut_OrAskedFor()
    {
        Fit("paying-plans", Traits(100, Text("plan", "Free", "pro", "Trial", "team"))).Definition.ShouldBe("plan is set and plan is not one of (\"Free\", \"Trial\")");
        Fit("paying-plans", Traits(100, Text("plan", "starter", "pro"))).Missing.Single()
            .ShouldBe("The plans that cost nothing is not known: plan has the values \"starter\", \"pro\". Name it in the parameter free-plans.");
        Fit("paying-plans", Traits(100, Text("plan", "starter", "pro")), [], ("free-plans", "starter")).Definition.ShouldBe("plan is set and plan is not one of (\"starter\")");
        Fit("paying-plans", Traits(100, Text("plan", "starter"), new ValueFacts("mrr", ValueTypes.Number, 100, []))).Definition.ShouldBe("mrr > 0");
    }

    [Fact]
    public void Ages_AreTheBandWithMostCustomers()
    {
        var catalogue = Traits(100, new ValueFacts("age", ValueTypes.Number, 100, []));
        Fit("age-group", catalogue, data: LibraryData.Nothing with { Ages = new Dictionary<int, long> { [25] = 30, [45] = 50, [65] = 20 } }).Definition.ShouldBe("age is between 45 and 54");
        Fit("age-group", catalogue).Missing.Single().ShouldStartWith("The ages are not known");
    }

    [Fact]
    public void Traits_AndEvents_ThatHardlyAnybodyHas_SayHowMany()
    {
        Fit("home-market", Traits(1000, 3, Text("country", "DE"))).Missing.Single().ShouldBe(
            "The country is known of too few: 3 of 1,000 customers have the trait country, and at least 2% are needed. Send it with an identify call, or a file of customers.");
        Fit("integrators", new Catalogue(1000, [new EventFacts("Integration Connected", 4, [])], [])).Missing.Single().ShouldContain("was received 4 times, and at least 10 times are needed");
    }

    [Fact]
    public async Task Library_LearnsFromWhatWasSent_AndMeasuresWhatTheStrategyIsAbout()
    {
        var today = TimeProvider.System.GetUtcNow();
        string Day(int ago) => today.AddDays(-ago).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var people = Enumerable.Range(0, 12).Select(index => RuleWorkspace.Identify($"u{index}", Day(60), $$"""{ "age": {{(index < 8 ? 41 : 22)}}, "plan": "{{(index < 3 ? "free" : "pro")}}", "country": "DE" }"""));
        var answers = Enumerable.Range(0, 12).Select(index => RuleWorkspace.Track($"u{index}", "Survey Answered", Day(5), $$"""{ "score": {{(index % 5) + 1}}, "survey": "csat" }"""));
        var work = Enumerable.Range(1, 6).Select(ago => RuleWorkspace.Track("u0", "Report Exported", Day(ago)));
        var tickets = Enumerable.Range(0, 2).Select(index => RuleWorkspace.Track($"u{index}", "Ticket Created", Day(3), """{ "topic": "billing" }"""));
        using var workspace = await RuleWorkspace.OpenAsync(server, [.. people, .. answers, .. work, .. tickets]);

        // On a busy machine the figures are not there yet with the first answer.
        await workspace.GetAsync("/api/segments/library");
        await server.Services.GetRequiredService<LibraryFigures>().FoundAsync(workspace.Key);
        var items = (await workspace.GetAsync("/api/segments/library")).GetProperty("items").EnumerateArray().ToDictionary(item => item.GetProperty("key").GetString()!, StringComparer.Ordinal);
        items["promoters"].GetProperty("definition").GetString()!.ShouldEndWith(">= 5");
        items["age-group"].GetProperty("definition").GetString().ShouldBe("age is between 35 and 44");
        items["age-group"].GetProperty("size").GetInt64().ShouldBe(8);
        items["paying-plans"].GetProperty("size").GetInt64().ShouldBe(9);
        Metric(items["age-group"], "Average age").ShouldBe(41);
        Metric(items["age-group"], "Largest country").ShouldBe(1);
        items["age-group"].GetProperty("metrics").EnumerateArray().First(metric => metric.GetProperty("name").GetString() == "Largest country").GetProperty("description").GetString().ShouldBe("Which part of them is from DE, where most are from.");
        Metric(items["support-topic"], "Most frequent topic").ShouldBe(1);
        Metric(items["promoters"], "Answered").ShouldBe(1);
        Metric(items["newcomers"], "Stickiness").ShouldBe(0.05m); // 18 days of 12 customers in 30
        Metric(items["moderately-engaged"], "Active days").ShouldBe(6);
        Metric(items["moderately-engaged"], "Active this week").ShouldBe(1);
        Metric(items["support-topic"], "Events per week")!.Value.ShouldBe(10 / (30m / 7) / 2, 0.001m);
    }

    [Fact]
    public void Metrics_OfEachStrategy_AreItsOwn()
    {
        var strategies = LibraryCatalogue.Entries.Select(entry => entry.Strategy).Distinct(StringComparer.Ordinal)
            .ToDictionary(strategy => strategy, strategy => string.Join(", ", LibraryMetrics.Of(strategy, null, null, 0).Select(metric => metric.Name)), StringComparer.Ordinal);
        strategies.Values.Distinct(StringComparer.Ordinal).Count().ShouldBe(7);
        strategies["engagement"].ShouldContain("Stickiness");
        strategies["value-based"].ShouldContain("Average order value");
    }

    private static Catalogue Answers => new(
        100, [new EventFacts("Survey Answered", 100, [new ValueFacts("score", ValueTypes.Number, 100, []), new ValueFacts("survey", ValueTypes.Text, 100, [])])], []);

    private static Catalogue Traits(long customers, params ValueFacts[] traits) => new(customers, [], traits);

    private static Catalogue Traits(long customers, long known, ValueFacts trait) => new(customers, [], [trait with { Occurrences = known }]);

    private static ValueFacts Text(string path, params string[] values) => new(path, ValueTypes.Text, 100, [.. values.Select(value => new ValueFrequency(value, 10))]);

    private static (string Definition, IReadOnlyList<string> Missing) Fit(string key, Catalogue catalogue, LibraryScores[]? scores = null, params (string Name, string Value)[] chosen) =>
        Fit(key, catalogue, LibraryData.Nothing with { Scores = scores ?? [] }, chosen);

    private static (string Definition, IReadOnlyList<string> Missing) Fit(string key, Catalogue catalogue, LibraryData data, params (string Name, string Value)[] chosen)
    {
        var fitting = new LibraryFitting(catalogue, data, chosen.ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal));
        var definition = LibraryCatalogue.Find(key)!.Define(fitting);
        return (Segment.Parse(definition).Segment!.ToString(), fitting.Missing);
    }

    private static decimal? Metric(JsonElement item, string name) =>
        item.GetProperty("metrics").EnumerateArray().First(metric => metric.GetProperty("name").GetString() == name).GetProperty("value") is { ValueKind: JsonValueKind.Number } value ? value.GetDecimal() : null;
}
