using System.Text.Json;

namespace Tessera.Server.Tests.Segments.Rules;

/// <summary>Consent that calls bring, as Segment's consent managers send it.</summary>
[Collection(SharedServer.Name)]
public sealed class ConsentTests(ServerFixture server)
{
    [Fact]
    public async Task ConsentsTo_WithCallsThatSaySo_HoldsForWhoeverGaveItLast()
    {
        using var workspace = await RuleWorkspace.OpenAsync(
            server,
            Call("ada", "2024-01-01", """{ "email": true, "sms": false }"""),
            Call("bob", "2024-01-01", """{ "email": true }"""),
            Call("bob", "2024-02-01", """{ "email": false, "sms": "perhaps" }"""),
            RuleWorkspace.Track("cyd", "Opened", "2024-01-01"));
        await workspace.CreateAsync("reachable", "consents to \"email\"");

        (await UsersAsync("members.jsonl")).ShouldBe(["ada"]);
        (await UsersAsync("members.jsonl?at=2024-01-15")).ShouldBe(["ada", "bob"]);
        (await UsersAsync("members.jsonl?at=2023-12-31")).ShouldBeEmpty();
        (await WarningsAsync("consents to \"sms\"")).ShouldBeEmpty();
        (await WarningsAsync("consents to \"post\"")).ShouldBe(["unknown-consent"]);

        async Task<List<string>> UsersAsync(string file) =>
        [
            .. (await workspace.Http.GetStringAsync($"/api/segments/reachable/{file}")).Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonSerializer.Deserialize<JsonElement>(line).GetProperty("user_id").GetString()!).Order(StringComparer.Ordinal),
        ];

        async Task<List<string>> WarningsAsync(string definition) =>
            [.. (await workspace.PostAsync("/api/segments/parse", new { definition })).GetProperty("warnings").EnumerateArray().Select(warning => warning.GetProperty("code").GetString()!)];
    }

    private static System.Text.Json.Nodes.JsonNode Call(string user, string day, string preferences) => Pipeline.TrackingClient.Call(
        $$"""{ "type": "track", "userId": "{{user}}", "event": "Opened", "timestamp": "{{day}}T00:00:00Z", "context": { "consent": { "categoryPreferences": {{preferences}} } } }""");
}
