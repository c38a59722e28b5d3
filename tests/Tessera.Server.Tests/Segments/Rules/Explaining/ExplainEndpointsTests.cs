using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Tests.Pipeline;

namespace Tessera.Server.Tests.Segments.Rules.Explaining;

/// <summary>Explanations over HTTP, of calls that went through the pipeline.</summary>
[Collection(SharedServer.Name)]
public sealed class ExplainEndpointsTests(ServerFixture server) : IAsyncLifetime
{
    private TrackingClient source = null!;
    private HttpClient http = null!;

    public async Task InitializeAsync()
    {
        source = await TrackingClient.CreateAsync(server);
        http = server.AdminClient(source.Workspace);
        await source.SendAsync(
            TrackingClient.Call("""{ "type": "identify", "userId": "ada", "timestamp": "2024-01-01T00:00:00Z", "traits": { "plan": "free" } }"""),
            TrackingClient.Call("""{ "type": "group", "userId": "ada", "groupId": "acme", "timestamp": "2024-01-01T00:00:01Z", "traits": { "plan": "team" } }"""),
            TrackingClient.Call("""{ "type": "group", "userId": "bob", "groupId": "acme", "timestamp": "2024-01-01T00:00:02Z", "traits": { "size": 12 } }"""),
            TrackingClient.Call("""{ "type": "track", "userId": "ada", "event": "Export File", "timestamp": "2024-02-01T00:00:00Z", "properties": { "format": "svg" } }"""),
            TrackingClient.Call("""{ "type": "track", "userId": "ada", "event": "Export File", "timestamp": "2024-02-03T00:00:00Z", "properties": { "format": "png" } }"""),
            TrackingClient.Call("""{ "type": "track", "userId": "bob", "event": "Export File", "timestamp": "2024-02-04T00:00:00Z" }"""),
            TrackingClient.Call("""{ "type": "page", "userId": "ada", "name": "Pricing", "timestamp": "2024-02-03T00:00:00Z" }"""));
    }

    public Task DisposeAsync()
    {
        http.Dispose();
        source.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Explain_KeptSegment_SaysWhatIsMissingAndWhenItChanges()
    {
        using var created = await http.PostAsJsonAsync("/api/segments", new { key = "exporters", name = "Exporters", definition = "plan is \"free\" and did \"Export File\" at least 3 times in the last 14 days" });
        created.StatusCode.ShouldBe(HttpStatusCode.Created);

        var explanation = await http.GetFromJsonAsync<JsonElement>($"/api/segments/exporters/explain/{Profile("ada")}?at=2024-02-10T00:00:00Z");

        (Text(explanation, "key"), explanation.GetProperty("member").GetBoolean()).ShouldBe(("exporters", false));
        Text(explanation, "sentence").ShouldBe("Not in Exporters: Did Export File 2 times in the last 14 days; needs at least 3.");
        explanation.GetProperty("changesAt").ValueKind.ShouldBe(JsonValueKind.Null);
        var root = explanation.GetProperty("root");
        (Text(root, "kind"), Text(root, "sentence")).ShouldBe(("all", "1 of 2 holds; needs both"));
        var did = root.GetProperty("children")[1];
        (did.GetProperty("line").GetInt32(), did.GetProperty("column").GetInt32(), did.GetProperty("length").GetInt32()).ShouldBe((1, 20, 54));
        did.GetProperty("value").GetDouble().ShouldBe(2);
        did.GetProperty("events").EnumerateArray().Select(call => (Text(call, "name"), Text(call.GetProperty("properties"), "format"))).ShouldBe([("Export File", "svg"), ("Export File", "png")]);
        Text(explanation.GetProperty("smallestChange"), "sentence").ShouldBe("do Export File once more");
    }

    [Fact]
    public async Task Explain_OfMoreCallsThanAreGoneThrough_IsDecidedOverAllAndSaysSo()
    {
        await source.Engine.ExecuteAsync(new Statement(
            """
            INSERT INTO events (workspace, profile_id, time, message_id, type, name, properties, context, received_at)
            SELECT {workspace:String}, {profile:UUID}, toDateTime64('2024-02-01 00:00:00', 6, 'UTC') + number * 60, concat('busy', toString(number)), 'track', 'Busy', concat('{"n":', toString(number), '}'), '{}', now64(6)
            FROM numbers(25000)
            """).With("workspace", source.Workspace).With("profile", Profile("ada")));

        var explained = await AskAsync("did \"Busy\" at least 21000 times and minimum of n of \"Busy\" < 10 and plan is \"free\"", "2024-03-01T00:00:00Z");
        explained.GetProperty("member").GetBoolean().ShouldBeTrue();
        Text(explained, "note")!.ShouldContain("latest 20,000 calls");
        Text(explained, "sentence")!.ShouldStartWith("Belongs: Found over all calls");
        var root = explained.GetProperty("root");
        root.GetProperty("children").EnumerateArray().ShouldAllBe(part => part.GetProperty("holds").GetBoolean());
        Text(root.GetProperty("children")[0], "sentence").ShouldBe("holds over all calls; by the latest alone: did Busy 20000 times; needs at least 21000");
        (explained.GetProperty("smallestChange").ValueKind, explained.GetProperty("changesAt").ValueKind).ShouldBe((JsonValueKind.Null, JsonValueKind.Null));

        // What is asked about lately is found among what was done lately.
        var lately = await AskAsync("did \"Busy\" at least 60 times in the last 1 hour", "2024-02-18T08:00:00Z");
        (lately.GetProperty("member").GetBoolean(), lately.GetProperty("note").ValueKind).ShouldBe((true, JsonValueKind.Null));
    }

    [Fact]
    public async Task Explain_DefinitionNotKept_ReadsCompanyPagesAndTime()
    {
        var explanation = await AskAsync("company did \"Export File\" at least 3 times in the last 14 days and company.size >= 10 and company.plan is \"team\" and did \"Page Viewed\" where name is \"Pricing\"");

        explanation.GetProperty("key").ValueKind.ShouldBe(JsonValueKind.Null);
        explanation.GetProperty("member").GetBoolean().ShouldBeTrue(explanation.ToString());
        explanation.GetProperty("changesAt").GetDateTimeOffset().ShouldBe(new DateTimeOffset(2024, 2, 15, 0, 0, 0, TimeSpan.Zero));
        explanation.GetProperty("changesTo").GetBoolean().ShouldBeFalse();
        var step = explanation.GetProperty("smallestChange").GetProperty("steps")[0];
        (Text(step, "kind"), Text(step, "subject"), Text(step, "sentence")).ShouldBe(("stop", "Export File", "wait until 2024-02-15 00:00 without doing Export File"));
    }

    [Fact]
    public async Task Explain_WrongQuestions_AreSaidToBeWrong()
    {
        using var broken = await http.PostAsJsonAsync("/api/segments/explain", new { definition = "plan is", profileId = Profile("ada") });
        await broken.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "segment-definition-invalid");
        using var nobody = await http.PostAsJsonAsync("/api/segments/explain", new { definition = "plan is \"free\"", profileId = Guid.Empty });
        await nobody.ShouldBeProblemAsync(HttpStatusCode.NotFound, "profile-not-found");
        using var missing = await http.PostAsJsonAsync("/api/segments/explain", new { definition = "plan is \"free\"" });
        await missing.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "profile-missing");
        using var unknown = await http.GetAsync($"/api/segments/nothing/explain/{Profile("ada")}");
        await unknown.ShouldBeProblemAsync(HttpStatusCode.NotFound, "segment-not-found");
    }

    private async Task<JsonElement> AskAsync(string definition, string at = "2024-02-10T00:00:00Z")
    {
        using var response = await http.PostAsJsonAsync("/api/segments/explain", new { definition, profileId = Profile("ada"), at });
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private Guid Profile(string user) => ProfileId.For(new WorkspaceKey(source.Workspace), new Identifier("user_id", user)).Value;

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();
}
