using System.Net;
using System.Text.Json;
using Tessera.Segments.Checking;
using Tessera.Server.Segments.Rules.Endpoints;

namespace Tessera.Server.Tests.Segments.Rules;

/// <summary>Definitions while they are being written, over HTTP.</summary>
[Collection(SharedServer.Name)]
public sealed class DefinitionEndpointsTests(ServerFixture server)
{
    private const string Exporters = """did "Export File" at least 2 times""";

    [Fact]
    public async Task Vocabulary_IsWhatTheDataHolds()
    {
        using var workspace = await PeopleAsync();
        await workspace.CreateAsync("exporters", Exporters);
        var vocabulary = await workspace.GetAsync("/api/segments/vocabulary");

        var exported = vocabulary.GetProperty("events").EnumerateArray().First();
        (Text(exported, "name"), exported.GetProperty("count").GetInt64()).ShouldBe(("Export File", 3));
        Text(exported, "lastSeen").ShouldStartWith("2024-03-01");
        var format = exported.GetProperty("properties").EnumerateArray().ShouldHaveSingleItem();
        (Text(format, "path"), Text(format.GetProperty("types")[0]), format.GetProperty("share").GetDouble(), Text(format.GetProperty("values")[0], "value")).ShouldBe(("format", "text", 1, "svg"));
        var plan = vocabulary.GetProperty("traits").EnumerateArray().First(trait => Text(trait, "path") == "plan");
        plan.GetProperty("share").GetDouble().ShouldBe(1);
        plan.GetProperty("values").EnumerateArray().Select(value => (Text(value, "value"), value.GetProperty("share").GetDouble())).ShouldBe([("free", 0.5), ("pro", 0.5)]);
        vocabulary.GetProperty("traits").EnumerateArray().ShouldContain(trait => Text(trait, "path") == "context.device.type");
        vocabulary.GetProperty("segments").EnumerateArray().Select(segment => Text(segment, "key")).ShouldContain(key => key == "exporters");
    }

    [Fact]
    public async Task Parse_ATree_GivesItsText()
    {
        using var workspace = await PeopleAsync();
        var text = await workspace.PostAsync("/api/segments/parse", new { definition = $"plan is \"free\" and {Exporters}" });
        var tree = await workspace.PostAsync("/api/segments/parse", new { tree = text.GetProperty("tree") });

        Text(tree, "canonical").ShouldBe(Text(text, "canonical"));
        Text(tree, "description").ShouldStartWith("customers");
        Text(tree.GetProperty("cost"), "level").ShouldBe("low");
        Text(tree.GetProperty("cost"), "sentence").ShouldBe("Reads 3 events and 2 traits: less than a second.");
        var problem = await workspace.AskAsync(HttpMethod.Post, "/api/segments/parse", new { tree = new { version = 1, definition = new { type = "everything" } } }, HttpStatusCode.BadRequest);
        Text(problem.GetProperty("errors")[0], "path").ShouldStartWith("/definition");
    }

    [Fact]
    public async Task Preview_ShowsWhatItSharesWithSegments()
    {
        using var workspace = await PeopleAsync();
        await workspace.CreateAsync("exporters", Exporters);
        var preview = await workspace.PostAsync("/api/segments/preview", new { definition = "did \"Export File\"" });

        (preview.GetProperty("count").GetInt64(), preview.GetProperty("total").GetInt64(), preview.GetProperty("exact").GetBoolean(), preview.GetProperty("margin").GetInt64()).ShouldBe((2, 2, true, 0));
        var overlap = preview.GetProperty("overlaps").EnumerateArray().ShouldHaveSingleItem();
        (Text(overlap, "key"), overlap.GetProperty("count").GetInt64(), overlap.GetProperty("share").GetDouble()).ShouldBe(("exporters", 1, 0.5));
        preview.GetProperty("sample").GetArrayLength().ShouldBe(2);
        await workspace.AskAsync(HttpMethod.Post, "/api/segments/preview", new { definition = Exporters, mode = "guessed" }, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Preview_OfMoreValuesThanTheEngineTakes_IsRefusedBeforeItRuns()
    {
        using var workspace = await PeopleAsync();
        var definition = $"plan is \"{new string('字', 110_000)}\"";
        var problem = await workspace.AskAsync(HttpMethod.Post, "/api/segments/preview", new { definition }, HttpStatusCode.BadRequest);

        Text(problem, "code").ShouldBe("segment-too-long");
    }

    [Theory]
    [InlineData(0, 0, 0, "low", "Reads no events: less than a second.")]
    [InlineData(1, 0, 0, "low", "Reads 1 event: less than a second.")]
    [InlineData(12_000_000, 25_000, 0, "medium", "Reads 12 million events and 25 thousand property values: about 2 s.")]
    [InlineData(2_000_000_000, 0, 1_500_000, "high", "Reads 2000 million events and 1.5 million traits: about 4 min.")]
    public void Cost_IsSaidInWords(long events, long properties, long traits, string level, string sentence) =>
        CostView.Of(new CostEstimate(events, properties, traits, 1, events)).ShouldBe(new CostView(level, sentence));

    private Task<RuleWorkspace> PeopleAsync() => RuleWorkspace.OpenAsync(
        server,
        RuleWorkspace.Identify("ada", "2024-01-01", """{ "plan": "free" }"""),
        Tracking("""{ "type": "identify", "userId": "bob", "timestamp": "2024-01-01T00:00:00Z", "traits": { "plan": "pro" }, "context": { "device": { "type": "mobile" } } }"""),
        RuleWorkspace.Track("ada", "Export File", "2024-02-01", """{ "format": "svg" }"""),
        RuleWorkspace.Track("ada", "Export File", "2024-03-01", """{ "format": "svg" }"""),
        RuleWorkspace.Track("bob", "Export File", "2024-03-01", """{ "format": "svg" }"""));

    private static System.Text.Json.Nodes.JsonNode Tracking(string json) => Pipeline.TrackingClient.Call(json);

    private static string Text(JsonElement element, string? name = null) => (name is null ? element : element.GetProperty(name)).GetString()!;
}
