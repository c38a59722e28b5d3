using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Domain;
using Tessera.Server.Segments.Rules;
using Tessera.Server.Tests.Pipeline;
using Tessera.Testing;

namespace Tessera.Server.Tests.Segments.Rules;

/// <summary>Segments in the language over HTTP, on calls that went through the pipeline.</summary>
[Collection(SharedServer.Name)]
public sealed class RuleSegmentTests(ServerFixture server) : IAsyncLifetime
{
    private const string Exporters = """did "Export File" at least 2 times since 2024-01-01""";

    private TrackingClient source = null!;
    private HttpClient http = null!;

    public async Task InitializeAsync()
    {
        source = await TrackingClient.CreateAsync(server);
        http = server.AdminClient(source.Workspace);
        await source.SendAsync(
            TrackingClient.Call("""{ "type": "identify", "userId": "ada", "timestamp": "2024-01-01T00:00:00Z", "traits": { "plan": "free", "name": "Ada" } }"""),
            TrackingClient.Call("""{ "type": "identify", "userId": "bob", "timestamp": "2024-01-01T00:00:00Z", "traits": { "plan": "pro" } }"""),
            Export("ada", "2024-02-01"),
            Export("ada", "2024-03-01"),
            Export("bob", "2024-03-01"));
    }

    public Task DisposeAsync()
    {
        http.Dispose();
        source.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Create_Definition_AnswersAtOnceAndIsComputedByItself()
    {
        using var response = await http.PostAsJsonAsync("/api/segments", new { key = "exporters", name = "exporters", definition = Exporters });
        response.StatusCode.ShouldBe(HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        var created = await response.Content.ReadFromJsonAsync<JsonElement>();
        (Text(created, "state"), Text(created, "updatedBy")).ShouldBe(("computing", "Owner"));
        await Eventually.UntilAsync(async () => Text(await http.GetFromJsonAsync<JsonElement>("/api/segments/exporters"), "state") == "ready", "the segment is computed");
    }

    [Fact]
    public async Task Create_Definition_HasItsMembers()
    {
        var segment = await CreateAsync("exporters", Exporters);

        Text(segment, "kind").ShouldBe("rule");
        Text(segment, "definition").ShouldBe(Exporters);
        Text(segment, "state").ShouldBe("ready");
        (segment.GetProperty("size").GetInt64(), segment.GetProperty("share").GetDouble(), segment.GetProperty("version").GetInt64()).ShouldBe((1, 0.5, 1));
        (await MembersAsync("/api/segments/exporters/members")).ShouldBe(["ada"]);
        (await http.GetStringAsync("/api/segments/exporters/members.csv")).ShouldContain("\"ada\",\"Ada\"");
        var listed = (await http.GetFromJsonAsync<JsonElement>("/api/segments?kind=rule")).GetProperty("items").EnumerateArray().ToList();
        Text(listed.ShouldHaveSingleItem(), "key").ShouldBe("exporters");
        (await http.GetFromJsonAsync<JsonElement>("/api/segments")).GetProperty("items").GetArrayLength().ShouldBe(12);
    }

    [Fact]
    public async Task Members_At_AreThoseOfThatInstant()
    {
        await CreateAsync("exporters", Exporters);

        (await MembersAsync("/api/segments/exporters/members?at=2024-02-15T00:00:00Z")).ShouldBeEmpty();
        (await MembersAsync("/api/segments/exporters/members?at=2024-03-01T00:00:00Z")).ShouldBe(["ada"]);
        (await MembersAsync("/api/segments/exporters/members?at=2024-03-01")).ShouldBe(["ada"]);
        using var wrong = await http.GetAsync("/api/segments/exporters/members?at=yesterday");
        (await wrong.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "at-invalid")).ShouldContain("yesterday");
    }

    [Fact]
    public async Task Members_InPages_AreEachThereOnce()
    {
        await CreateAsync("everybody", "did any event");
        var first = await http.GetFromJsonAsync<JsonElement>("/api/segments/everybody/members?limit=1");
        var second = await http.GetFromJsonAsync<JsonElement>($"/api/segments/everybody/members?limit=1&cursor={Text(first, "next")}");

        Users(first).Concat(Users(second)).Order(StringComparer.Ordinal).ShouldBe(["ada", "bob"]);
        second.GetProperty("next").ValueKind.ShouldBe(JsonValueKind.Null);
        using var foreign = await http.GetAsync($"/api/segments/everybody/members?at=2024-03-01T00:00:00Z&cursor={Text(first, "next")}");
        await foreign.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "cursor-invalid");
    }

    [Fact]
    public async Task Evaluate_AfterNewCalls_RecordsWhoEnteredAndLeft()
    {
        await CreateAsync("not-yet", $"not {Exporters}");
        (await MembersAsync("/api/segments/not-yet/members")).ShouldBe(["bob"]);

        await source.SendAsync(Export("bob", "2024-04-01"), Export("carol", "2024-04-01"));
        await EvaluateAsync();
        (await MembersAsync("/api/segments/not-yet/members")).ShouldBe(["carol"]);
        await EvaluateAsync();

        (await source.QueryAsync(
            """
            SELECT arrayStringConcat(groupArray(toString(entered)), ' ') AS changes
            FROM (SELECT profile_id, entered FROM segment_changes WHERE workspace = {workspace:String} ORDER BY time)
            GROUP BY profile_id
            ORDER BY changes
            """)).ShouldBe(["true", "true false"]);
        var history = await http.GetFromJsonAsync<JsonElement>("/api/segments/not-yet/history");
        var now = history.GetProperty("items").EnumerateArray().Last();
        now.GetProperty("size").GetInt64().ShouldBe(1);
        var made = (await http.GetFromJsonAsync<JsonElement>("/api/segments/not-yet")).GetProperty("updatedAt").GetDateTimeOffset().UtcDateTime;
        DateOnly.Parse(now.GetProperty("date").GetString()!, CultureInfo.InvariantCulture).ShouldBeInRange(DateOnly.FromDateTime(made), DateOnly.FromDateTime(made.AddHours(1)));
        DateOnly.Parse(history.GetProperty("keptSince").GetString()!, CultureInfo.InvariantCulture).ShouldBeInRange(DateOnly.FromDateTime(made), DateOnly.FromDateTime(made.AddHours(1)));
    }

    [Fact]
    public async Task Definition_ThatRefersToOthers_FollowsThem()
    {
        await CreateAsync("exporters", Exporters);
        await CreateAsync("paying-others", """not in segment "exporters" and plan is "pro" """);
        (await MembersAsync("/api/segments/paying-others/members")).ShouldBe(["bob"]);

        using var refused = await http.DeleteAsync("/api/segments/exporters");
        (await refused.ShouldBeProblemAsync(HttpStatusCode.Conflict, "segment-in-use")).ShouldContain("paying-others");
        (await http.DeleteAsync("/api/segments/paying-others")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await http.DeleteAsync("/api/segments/exporters")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await Eventually.UntilAsync(
            async () => (await source.QueryAsync("SELECT segment FROM segment_changes WHERE workspace = {workspace:String}")).Count == 0, "who was in them is forgotten", TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Change_MakesAVersion_AndItsMembersFollow()
    {
        await CreateAsync("exporters", Exporters);
        using var changed = await http.PutAsJsonAsync("/api/segments/exporters", new { definition = "plan is \"pro\"", name = "Professionals" });
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        Text(await changed.Content.ReadFromJsonAsync<JsonElement>(), "state").ShouldBe("computing");
        await EvaluateAsync();

        (await MembersAsync("/api/segments/exporters/members")).ShouldBe(["bob"]);
        var versions = (await http.GetFromJsonAsync<JsonElement>("/api/segments/exporters/versions")).GetProperty("items").EnumerateArray().ToList();
        versions.Select(version => (version.GetProperty("version").GetInt64(), Text(version, "name"), Text(version, "definition"), Text(version, "changedBy"))).ShouldBe(
            [(2, "Professionals", "plan is \"pro\"", "Owner"), (1, "exporters", Exporters, "Owner")]);
    }

    [Fact]
    public async Task Parse_WithMistakes_ListsAllOfThem()
    {
        using var response = await http.PostAsJsonAsync("/api/segments/parse", new { definition = "plan is and did \"Export File\" at least -1 times" });
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Text(problem, "code").ShouldBe("segment-definition-invalid");
        var errors = problem.GetProperty("errors").EnumerateArray().ToList();
        errors.Count.ShouldBe(2);
        (errors[0].GetProperty("line").GetInt32(), errors[0].GetProperty("column").GetInt32()).ShouldBe((1, 9));
    }

    [Fact]
    public async Task Parse_UnknownName_WarnsWithTheNearest()
    {
        using var response = await http.PostAsJsonAsync("/api/segments/parse", new { definition = "DID \"Exprot File\"" });
        var parsed = await response.Content.ReadFromJsonAsync<JsonElement>();

        Text(parsed, "canonical").ShouldBe("did \"Exprot File\"");
        var warning = parsed.GetProperty("warnings").EnumerateArray().ShouldHaveSingleItem();
        (Text(warning, "severity"), Text(warning, "code"), Text(warning, "suggestion")).ShouldBe(("warning", "unknown-event", "\"Export File\""));
    }

    [Fact]
    public async Task Preview_CountsAndShowsSome()
    {
        using var response = await http.PostAsJsonAsync("/api/segments/preview", new { definition = Exporters, at = "2024-03-01T00:00:00Z" });
        var preview = await response.Content.ReadFromJsonAsync<JsonElement>();

        (preview.GetProperty("count").GetInt64(), preview.GetProperty("total").GetInt64(), preview.GetProperty("share").GetDouble()).ShouldBe((1, 2, 0.5));
        preview.GetProperty("sample").EnumerateArray().Select(member => Text(member.GetProperty("identifier"), "value")).ShouldBe(["ada"]);
        (await source.QueryAsync("SELECT segment FROM segment_changes WHERE workspace = {workspace:String}")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Definition_AboutScores_ReadsTheScoresOfNow()
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.SellAsync(shop.Line("rich", "2024-06-01", "1", 90m), shop.Line("poor", "2024-06-01", "2", 1m));
        using var created = await shop.Client.PostAsJsonAsync("/api/segments", new { key = "big", name = "Big", definition = "rfm.monetary >= 3" });
        created.StatusCode.ShouldBe(HttpStatusCode.Created);
        await EvaluateAsync(shop.Workspace);
        (await shop.GetAsync<JsonElement>("/api/segments/big")).GetProperty("revenue").GetDecimal().ShouldBe(90m);
        var segment = (await shop.ScoredAsync())["rich"].Segment;
        using var like = await shop.Client.PostAsJsonAsync("/api/segments", new { key = "like-rich", name = "Like", definition = $"in segment \"{segment}\"" });
        like.StatusCode.ShouldBe(HttpStatusCode.Created);
        await EvaluateAsync(shop.Workspace);
        Users(await shop.GetAsync<JsonElement>("/api/segments/like-rich/members")).Order(StringComparer.Ordinal)
            .ShouldBe(Users(await shop.GetAsync<JsonElement>($"/api/segments/{segment}/members")).Order(StringComparer.Ordinal));

        await shop.SellAsync(shop.Line("poor", "2024-06-02", "3", 900m), shop.Line("poor", "2024-06-02", "4", 900m));
        await EvaluateAsync(shop.Workspace);
        Users(await shop.GetAsync<JsonElement>("/api/segments/big/members")).ShouldBe(["poor"]);
    }

    [Theory]
    [InlineData("""{ "key": "Big Spenders", "name": "x", "definition": "plan is \"free\"" }""", 400, "segment-key-invalid")]
    [InlineData("""{ "key": "x", "name": " ", "definition": "plan is \"free\"" }""", 400, "segment-invalid")]
    [InlineData("""{ "key": "x", "name": "x" }""", 400, "segment-definition-invalid")]
    [InlineData("""{ "key": "x", "name": "x", "definition": "in segment \"nowhere\"" }""", 400, "segment-definition-invalid")]
    [InlineData("""{ "key": "x", "name": "x", "definition": "in segment \"x\"" }""", 400, "segment-definition-invalid")]
    [InlineData("""{ "key": "champions", "name": "x", "definition": "plan is \"free\"" }""", 409, "segment-exists")]
    [InlineData("""{ "key": "at-risk-customers", "name": "x", "definition": "plan is \"free\"" }""", 409, "segment-exists")]
    public async Task Create_SomethingWrong_IsRefused(string body, int status, string code)
    {
        using var response = await http.PostAsync("/api/segments", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
        await response.ShouldBeProblemAsync((HttpStatusCode)status, code);
    }

    [Theory]
    [InlineData("Big Spenders", "key segment-key-invalid")]
    [InlineData("library", "key segment-key-reserved")]
    [InlineData("champions", "key segment-exists")]
    [InlineData("taken", "key segment-exists")]
    public async Task CreateAndChange_SeveralThingsWrong_AreRefusedWithAllReasons(string key, string wrong)
    {
        await CreateAsync("taken", "plan is \"free\"");
        var longest = new string('x', 2001);
        using var created = await http.PostAsJsonAsync("/api/segments", new { key, name = " ", description = longest, definition = "in segment \"nowhere\" and plan is" });
        (await ErrorsAsync(created)).ShouldBe([wrong, "name segment-invalid", "description segment-invalid", "1:12 unknown-segment", "1:33 expected"]);
        using var changed = await http.PutAsJsonAsync("/api/segments/taken", new { name = " ", description = longest, definition = "in segment \"nowhere\" and plan is" });
        (await ErrorsAsync(changed)).ShouldBe(["name segment-invalid", "description segment-invalid", "1:12 unknown-segment", "1:33 expected"]);

        static async Task<IReadOnlyList<string>> ErrorsAsync(HttpResponseMessage response)
        {
            var detail = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "segment-invalid");
            var problem = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync());
            var errors = problem.GetProperty("errors").EnumerateArray().ToList();
            errors.ShouldAllBe(error => detail.Contains(Text(error, "message"), StringComparison.Ordinal));
            return [.. errors.Select(error => $"{(error.TryGetProperty("field", out var field) ? field.GetString() : $"{error.GetProperty("line")}:{error.GetProperty("column")}")} {Text(error, "code")}")];
        }
    }

    [Fact]
    public async Task Members_SayTheDaySinceWhenTheyAre_AtAnInstantTooWhereItIsKept()
    {
        await source.SendAsync(Export("ada", "2024-01-01"));
        await CreateAsync("exporters", "did \"Export File\"");
        await EvaluateAsync();
        var member = (await http.GetFromJsonAsync<JsonElement>("/api/segments/exporters/members")).GetProperty("items")[0];
        var entered = member.GetProperty("enteredAt").GetDateTimeOffset();
        Text(member, "since").ShouldBe(entered.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

        var later = (await http.GetFromJsonAsync<JsonElement>($"/api/segments/exporters/members?at={entered.AddHours(1):yyyy-MM-ddTHH:mm:ssZ}")).GetProperty("items")[0];
        (Text(later, "since"), later.GetProperty("enteredAt").GetDateTimeOffset()).ShouldBe((Text(member, "since"), entered));
        var before = (await http.GetFromJsonAsync<JsonElement>("/api/segments/exporters/members?at=2024-02-01")).GetProperty("items")[0];
        before.GetProperty("since").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task SegmentOfTheModel_CannotBeChangedByHand()
    {
        using var changed = await http.PutAsJsonAsync("/api/segments/champions", new { name = "x" });
        await changed.ShouldBeProblemAsync(HttpStatusCode.Conflict, "segment-fixed");
        using var unknown = await http.PutAsJsonAsync("/api/segments/nobody", new { name = "x" });
        await unknown.ShouldBeProblemAsync(HttpStatusCode.NotFound, "segment-not-found");
    }

    private static System.Text.Json.Nodes.JsonNode Export(string user, string day) =>
        TrackingClient.Call($$"""{ "type": "track", "userId": "{{user}}", "event": "Export File", "timestamp": "{{day}}T00:00:00Z", "properties": { "format": "svg" } }""");

    private static IEnumerable<string> Users(JsonElement page) => page.GetProperty("items").EnumerateArray().Select(member => Text(member.GetProperty("identifier"), "value"));

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private async Task<IReadOnlyList<string>> MembersAsync(string path) => [.. Users(await http.GetFromJsonAsync<JsonElement>(path)).Order(StringComparer.Ordinal)];

    private Task EvaluateAsync() => EvaluateAsync(new WorkspaceKey(source.Workspace));

    private Task EvaluateAsync(WorkspaceKey workspace) => server.Services.GetRequiredService<RuleEvaluation>().EvaluateAsync(workspace, CancellationToken.None);

    private async Task<JsonElement> CreateAsync(string key, string definition)
    {
        using var response = await http.PostAsJsonAsync("/api/segments", new { key, name = key, definition });
        response.StatusCode.ShouldBe(HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        await EvaluateAsync();
        return await http.GetFromJsonAsync<JsonElement>($"/api/segments/{key}");
    }
}
