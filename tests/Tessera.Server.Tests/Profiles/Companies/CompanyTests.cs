using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tessera.Domain;
using Tessera.Server.Tests.Pipeline;

namespace Tessera.Server.Tests.Profiles.Companies;

/// <summary>Companies, which group calls make, and who belongs to them when.</summary>
[Collection(SharedServer.Name)]
public sealed class CompanyTests(ServerFixture server) : IAsyncLifetime
{
    private TrackingClient source = null!;
    private HttpClient client = null!;

    public async Task InitializeAsync()
    {
        source = await TrackingClient.CreateAsync(server);
        client = server.AdminClient(source.Workspace);
    }

    public Task DisposeAsync()
    {
        source.Dispose();
        client.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task GroupCall_WithAnEmptyGroupId_LeavesTheCompanyForNone(int seed)
    {
        JsonNode[] calls =
        [
            Group("1", null, "ada", "acme", "2024-01-01", """{ "plan": "pro" }"""),
            Group("2", null, "bob", "acme", "2024-01-01", """{ }"""),
            Group("3", null, "ada", "", "2024-01-03", """{ }"""),
            Group("4", null, "bob", " ", "2024-01-03", """{ }"""),
            Group("5", null, "bob", "acme", "2024-01-05", """{ }"""),
            Group("6", null, "cid", "acme", "2024-01-05", """{ }"""),
            Group("7", null, "cid", "beta", "2024-01-06", """{ "plan": "free" }"""),
            TrackingClient.Call("""{ "type": "track", "messageId": "8", "userId": "ada", "event": "Export", "timestamp": "2024-02-01T00:00:00Z" }"""),
            TrackingClient.Call("""{ "type": "group", "messageId": "9", "userId": "bob", "timestamp": "2024-02-01T00:00:00Z" }"""),
            TrackingClient.Call("""{ "type": "group", "messageId": "10", "userId": "bob", "groupId": null, "timestamp": "2024-02-01T00:00:00Z" }"""),
        ];
        if (seed > 0)
        {
            new Random(seed).Shuffle(calls);
        }

        foreach (var some in calls.Chunk(3))
        {
            await source.SendAsync(some);
        }

        var all = await client.GetFromJsonAsync<JsonElement>("/api/companies");
        all.GetProperty("items").EnumerateArray().Select(company => $"{company.GetProperty("key")} {company.GetProperty("members")}").ShouldBe(["acme 1", "beta 1"]);
        var ada = await client.GetFromJsonAsync<JsonElement>("/api/profiles?identifier=user_id:ada");
        ada.GetProperty("company").ValueKind.ShouldBe(JsonValueKind.Null);
        var spans = await client.GetFromJsonAsync<JsonElement>($"/api/profiles/{ada.GetProperty("id").GetGuid()}/companies");
        var span = spans.GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        (span.GetProperty("key").GetString(), span.GetProperty("until").GetDateTimeOffset()).ShouldBe(("acme", new DateTimeOffset(2024, 1, 3, 0, 0, 0, TimeSpan.Zero)));
        (await client.GetAsync(new Uri($"/api/companies/{ProfileId.For(new WorkspaceKey(source.Workspace), new Identifier("group_id", "")).Value}", UriKind.Relative)))
            .StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await CountAsync("company.plan is \"pro\"")).ShouldBe(1, "bob");
        (await CountAsync("company did \"Export\"")).ShouldBe(0, "what ada did after she left is not done by anybody of the company");
        (await client.GetFromJsonAsync<JsonElement>("/api/rejected-events/reasons")).GetProperty("items").EnumerateArray()
            .Select(reason => $"{reason.GetProperty("reason")} {reason.GetProperty("count")}").ShouldBe(["a group call needs a groupId 2"]);
    }

    private async Task<long> CountAsync(string definition)
    {
        using var answer = await client.PostAsJsonAsync("/api/segments/preview", new { definition });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("count").GetInt64();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Companies_CallsInAnyOrder_KnowTraitsAndMembersOverTime(int seed)
    {
        JsonNode[] calls =
        [
            Group("1", "ada-phone", null, "acme", "2024-01-01", """{ "name": "Acme", "plan": "free" }"""),
            Group("2", "ada-phone", "ada", "acme", "2024-01-02", """{ "plan": "pro", "seats": 5 }"""),
            Group("3", null, "bob", "acme", "2024-01-03", """{ "name": "Acme Ltd" }"""),
            Group("4", null, "bob", "beta", "2024-01-04", """{ }"""),
            Group("5", null, "cid", "acme", "2024-01-05", """{ "plan": "team" }"""),
            Group("6", null, "bob", "acme", "2024-01-06", """{ "employees": 7 }"""),
            Group("7", null, "cid", "beta", "2024-01-07", """{ }"""),
            TrackingClient.Call("""{ "type": "track", "messageId": "8", "anonymousId": "ada-phone", "event": "Export", "timestamp": "2024-02-01T00:00:00Z" }"""),
            TrackingClient.Call("""{ "type": "page", "messageId": "9", "userId": "bob", "timestamp": "2024-02-02T00:00:00Z" }"""),
            TrackingClient.Call("""{ "type": "track", "messageId": "10", "userId": "cid", "event": "Export", "timestamp": "2024-02-03T00:00:00Z" }"""),
        ];
        if (seed > 0)
        {
            new Random(seed).Shuffle(calls);
        }

        foreach (var some in calls.Chunk(3))
        {
            await source.SendAsync(some);
        }

        var all = await client.GetFromJsonAsync<JsonElement>("/api/companies");
        all.GetProperty("items").EnumerateArray().Select(company => $"{company.GetProperty("key")} {company.GetProperty("name")} {company.GetProperty("members")}")
            .ShouldBe(["acme Acme Ltd 2", "beta beta 1"]);
        var id = all.GetProperty("items")[0].GetProperty("id").GetGuid();
        id.ShouldBe(ProfileId.For(new WorkspaceKey(source.Workspace), new Identifier("group_id", "acme")).Value);

        var acme = await client.GetFromJsonAsync<JsonElement>($"/api/companies/{id}");
        acme.GetProperty("traits").EnumerateArray().Select(trait => $"{trait.GetProperty("name")}={trait.GetProperty("value").GetRawText()} {trait.GetProperty("source")} {trait.GetProperty("time").GetDateTimeOffset():MM-dd}")
            .ShouldBe(["employees=7 default 01-06", "name=\"Acme Ltd\" default 01-03", "plan=\"team\" default 01-05", "seats=5 default 01-02"]);
        (acme.GetProperty("members").GetInt64(), acme.GetProperty("events").GetInt64()).ShouldBe((2, 2));
        acme.GetProperty("firstSeen").GetDateTimeOffset().ShouldBe(new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero));
        acme.GetProperty("lastSeen").GetDateTimeOffset().ShouldBe(new DateTimeOffset(2024, 2, 2, 0, 0, 0, TimeSpan.Zero));

        (await MembersAsync(id, 100)).ShouldBe(["bob 01-06 now", "ada 01-01 now", "cid 01-05 01-07", "bob 01-03 01-04"]);
        (await MembersAsync(id, 1)).ShouldBe(["bob 01-06 now", "ada 01-01 now", "cid 01-05 01-07", "bob 01-03 01-04"]);
        (await client.GetFromJsonAsync<JsonElement>($"/api/companies/{id}/events?limit=10")).GetProperty("items").EnumerateArray().Select(call => call.GetProperty("id").GetString()!)
            .Where(call => call is "8" or "9" or "10").ShouldBe(["9", "8"]);

        var bob = await client.GetFromJsonAsync<JsonElement>("/api/profiles?identifier=user_id:bob");
        bob.GetProperty("company").GetRawText().ShouldBe($$"""{"id":"acme","profileId":"{{id}}","name":"Acme Ltd"}""");
        (await client.GetFromJsonAsync<JsonElement>($"/api/profiles/{bob.GetProperty("id").GetGuid()}/companies")).GetProperty("items").EnumerateArray()
            .Select(span => $"{span.GetProperty("key")} {span.GetProperty("since").GetDateTimeOffset():MM-dd}").ShouldBe(["acme 01-06", "beta 01-04", "acme 01-03"]);
    }

    [Fact]
    public async Task List_SearchedAndPaged_FindsThoseThatBeginWithItFirst()
    {
        await source.SendAsync([.. Enumerable.Range(0, 9).Select(number => Group($"{number}", null, $"user-{number}", $"k{number}", "2024-01-01", $$"""{ "name": "{{(number == 0 ? "The Inc" : "Inc")}} {{number}}" }"""))]);

        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await client.GetFromJsonAsync<JsonElement>($"/api/companies?search=inc&limit=2{(cursor is null ? "" : $"&cursor={cursor}")}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(company => company.GetProperty("name").GetString()!));
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);

        seen.ShouldBe([.. Enumerable.Range(1, 8).Select(number => $"Inc {number}"), "The Inc 0"]);
        (await client.GetFromJsonAsync<JsonElement>("/api/companies?key=k3")).GetProperty("items")[0].GetProperty("name").GetString().ShouldBe("Inc 3");
    }

    [Fact]
    public async Task Show_NoSuchCompany_SaysSo()
    {
        foreach (var path in (string[])["", "/members", "/events"])
        {
            using var response = await client.GetAsync($"/api/companies/3f0c1b9e-8a55-4f8e-9a64-111111111111{path}");
            await response.ShouldBeProblemAsync(HttpStatusCode.NotFound, "company-not-found");
        }
    }

    private async Task<List<string>> MembersAsync(Guid id, int limit)
    {
        List<string> members = [];
        string? cursor = null;
        do
        {
            var page = await client.GetFromJsonAsync<JsonElement>($"/api/companies/{id}/members?limit={limit}{(cursor is null ? "" : $"&cursor={cursor}")}");
            members.AddRange(page.GetProperty("items").EnumerateArray().Select(member =>
                $"{member.GetProperty("identifier").GetProperty("value")} {member.GetProperty("since").GetDateTimeOffset():MM-dd} "
                + (member.GetProperty("until").ValueKind == JsonValueKind.Null ? "now" : $"{member.GetProperty("until").GetDateTimeOffset():MM-dd}")));
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);
        return members;
    }

    private static JsonObject Group(string message, string? device, string? user, string company, string day, string traits) => new JsonObject
    {
        ["type"] = "group", ["messageId"] = message, ["anonymousId"] = device, ["userId"] = user, ["groupId"] = company, ["traits"] = JsonNode.Parse(traits), ["timestamp"] = $"{day}T00:00:00Z",
    };
}
