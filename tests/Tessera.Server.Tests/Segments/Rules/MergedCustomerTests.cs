using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Domain;
using Tessera.Server.Segments.Rules;
using Tessera.Server.Tests.Pipeline;
using Tessera.Testing;

namespace Tessera.Server.Tests.Segments.Rules;

/// <summary>What was kept of several identifiers is the customer's whose they turn out to be: membership, its past, and consent; and a merge is no movement.</summary>
[Collection(SharedServer.Name)]
public sealed class MergedCustomerTests(ServerFixture server) : IAsyncLifetime, IDisposable
{
    private RuleWorkspace workspace = null!;

    public async Task InitializeAsync() => workspace = await RuleWorkspace.OpenAsync(server);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => workspace.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Merge_OfAMember_IsNoMovement_AndThePastStays(bool isEvaluatedWithEverybodyOnly)
    {
        // What asks for the past is not followed call by call.
        await workspace.CreateAsync("nobody", "did \"Nothing\"");
        await workspace.CreateAsync("lookers", isEvaluatedWithEverybodyOnly ? "did \"Looked\" and not entered segment \"nobody\" in the last 1 day" : "did \"Looked\"");
        await workspace.Source.SendAsync(Looked("visitor"), Bought("ada"));
        await workspace.EvaluateAsync();
        var since = await MembersAsync("lookers");
        since.Single().Key.ShouldBe("visitor");

        await LinkAsync();
        await workspace.EvaluateAsync();
        await NotedAsync("lookers left visitor merge", "lookers entered ada merge");
        var members = await MembersAsync("lookers");
        members.Single().ShouldBe(new KeyValuePair<string, string>("ada", since["visitor"]));
        (await FlowAsync("lookers")).ShouldBe("1 0 1, recalculated 0 0, merged 0 0");
        (await WhoAsync("entered segment \"lookers\" in the last 1 day and not left segment \"lookers\" in the last 1 day")).ShouldBe(["ada"]);
        var history = (await workspace.GetAsync("/api/segments/lookers/history?interval=day")).GetProperty("items").EnumerateArray().Last();
        history.GetProperty("size").GetInt64().ShouldBe(1);
        var ada = await workspace.GetAsync("/api/profiles?identifier=user_id:ada");
        ada.GetProperty("segments").EnumerateArray().Single().GetProperty("key").GetString().ShouldBe("lookers");
        var explained = await workspace.PostAsync("/api/segments/explain", new { definition = "entered segment \"lookers\" in the last 1 day", profileId = ada.GetProperty("id").GetGuid() });
        explained.GetProperty("member").GetBoolean().ShouldBeTrue();

        var before = await ChangesAsync();
        await workspace.EvaluateAsync();
        (await ChangesAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Merge_ThatEndsAMembership_IsCountedApart_AndTakenApartItIsBack()
    {
        await workspace.CreateAsync("only-lookers", "did \"Looked\" and did not do \"Bought\"");
        await workspace.Source.SendAsync(Looked("visitor"), Bought("ada"));
        await LinkAsync();
        await NotedAsync("only-lookers left visitor merge", "only-lookers left ada merge");

        (await MembersAsync("only-lookers")).ShouldBeEmpty();
        (await FlowAsync("only-lookers")).ShouldBe("1 0 1, recalculated 0 0, merged 0 1");
        (await WhoAsync("left segment \"only-lookers\" in the last 1 day")).ShouldBe(["ada"]);
        await workspace.EvaluateAsync();
        (await FlowAsync("only-lookers")).ShouldBe("1 0 1, recalculated 0 0, merged 0 1");

        var ada = await workspace.GetAsync("/api/profiles?identifier=user_id:ada");
        await workspace.PostAsync($"/api/profiles/{ada.GetProperty("id").GetGuid()}/unmerge", new { identifiers = new[] { new { kind = "anonymous_id", value = "visitor" } } });
        await Eventually.UntilAsync(async () => (await MembersAsync("only-lookers")).ContainsKey("visitor"), "the visitor is a member again", TimeSpan.FromSeconds(10));
        (await MembersAsync("only-lookers")).Keys.ShouldBe(["visitor"]);
        (await workspace.GetAsync("/api/segments/only-lookers/history?interval=day")).GetProperty("items").EnumerateArray().Last().GetProperty("size").GetInt64().ShouldBe(1);
    }

    [Fact]
    public async Task Merge_OneLeftAtTheInstantAtWhichTheOtherEntered_IsAMemberEverywhere()
    {
        // Not evaluated: what is kept is what is put here.
        var store = server.Services.GetRequiredService<RuleStore>();
        foreach (var key in (string[])["chosen", "later"])
        {
            await store.AddAsync(workspace.Key, key, new RuleText(key, "", "did \"Looked\""), "x", library: null, CancellationToken.None);
        }

        await workspace.Source.SendAsync(Looked("visitor"), Bought("ada"));
        await LinkAsync();
        await workspace.Source.Engine.InsertAsync(
            "segment_changes",
            [Change("chosen", "visitor", 1, true), Change("chosen", "visitor", 2, false), Change("chosen", "ada", 2, true), Change("later", "ada", 3, true)]);

        (await MembersAsync("chosen")).Keys.ShouldBe(["ada"]);
        var overlap = (await workspace.GetAsync("/api/segments/later/overlaps")).GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        (overlap.GetProperty("key").GetString(), overlap.GetProperty("count").GetInt64()).ShouldBe(("chosen", 1));
        var from = (await workspace.GetAsync("/api/segments/later/flow?from=2024-01-01")).GetProperty("cameFrom").EnumerateArray().ShouldHaveSingleItem();
        (from.GetProperty("key").GetString(), from.GetProperty("count").GetInt64()).ShouldBe(("chosen", 1));

        ChangeRow Change(string segment, string name, int day, bool entered) =>
            new(workspace.Key.Value, segment, Node(name).Id, new DateTimeOffset(2024, 2, day, 0, 0, 0, TimeSpan.Zero), entered);
    }

    [Fact]
    public async Task Consent_IsWhatWasSaidLast_UnderWhicheverIdentifier()
    {
        await workspace.Source.SendAsync(Looked("visitor"), Bought("ada"));
        await LinkAsync();
        await SaidAsync("visitor", "email", "2024-02-01", given: true);
        await SaidAsync("ada", "email", "2024-02-02", given: false);
        await SaidAsync("ada", "sms", "2024-02-01", given: false);
        await SaidAsync("visitor", "sms", "2024-02-02", given: true);

        (await WhoAsync("consents to \"sms\"")).ShouldBe(["ada"]);
        (await WhoAsync("consents to \"email\"")).ShouldBeEmpty();
        (await WhoAsync("consents to \"email\"", "2024-02-01T12:00:00Z")).ShouldBe(["ada"]);
        var ada = await workspace.GetAsync("/api/profiles?identifier=user_id:ada");
        foreach (var (purpose, isGiven) in (IEnumerable<(string, bool)>)[("sms", true), ("email", false)])
        {
            (await workspace.PostAsync("/api/segments/explain", new { definition = $"consents to \"{purpose}\"", profileId = ada.GetProperty("id").GetGuid() }))
                .GetProperty("member").GetBoolean().ShouldBe(isGiven);
        }
    }

    private static System.Text.Json.Nodes.JsonNode Looked(string visitor) =>
        TrackingClient.Call($$"""{ "type": "track", "anonymousId": "{{visitor}}", "event": "Looked", "timestamp": "2024-01-01T00:00:00Z" }""");

    private static System.Text.Json.Nodes.JsonNode Bought(string user) => RuleWorkspace.Track(user, "Bought", "2024-01-02");

    private Task LinkAsync() => workspace.Source.SendAsync(
        TrackingClient.Call("""{ "type": "identify", "anonymousId": "visitor", "userId": "ada", "timestamp": "2024-01-03T00:00:00Z", "traits": { "plan": "free" } }"""));

    // Changes are shown a moment before the engine has them.
    private async Task NotedAsync(params string[] changes)
    {
        await Eventually.UntilAsync(
            async () => !changes.Except(await ChangesAsync(), StringComparer.Ordinal).Any(), string.Join(" and ", changes), TimeSpan.FromSeconds(10));
        await workspace.Source.SettleAsync();
    }

    private async Task<List<string>> ChangesAsync()
    {
        var names = new[] { Node("visitor"), Node("ada") }.ToDictionary(node => node.Id.ToString(), node => node.Name, StringComparer.Ordinal);
        return [.. (await workspace.GetAsync("/api/segments/changes?limit=1000")).GetProperty("items").EnumerateArray().Select(change =>
            $"{change.GetProperty("segment")} {(change.GetProperty("entered").GetBoolean() ? "entered" : "left")} {names[change.GetProperty("profileId").GetString()!]} {change.GetProperty("cause")}")];
    }

    private async Task SaidAsync(string name, string purpose, string day, bool given) => await workspace.Source.Engine.InsertAsync(
        "consents", [new ConsentRow(workspace.Key.Value, purpose, Node(name).Id, DateTimeOffset.Parse(day + "T00:00:00Z", CultureInfo.InvariantCulture), given)]);

    private (string Name, Guid Id) Node(string name) =>
        (name, ProfileId.For(workspace.Key, new Identifier(name == "ada" ? IdentifierKinds.UserId : IdentifierKinds.AnonymousId, name)).Value);

    private async Task<string> FlowAsync(string key)
    {
        var flow = await workspace.GetAsync($"/api/segments/{key}/flow");
        return $"{flow.GetProperty("entered")} {flow.GetProperty("left")} {flow.GetProperty("net")}, recalculated {Shift("recalculated")}, merged {Shift("merged")}";

        string Shift(string name) => $"{flow.GetProperty(name).GetProperty("entered")} {flow.GetProperty(name).GetProperty("left")}";
    }

    private async Task<IReadOnlyDictionary<string, string>> MembersAsync(string key) =>
        (await workspace.GetAsync($"/api/segments/{key}/members")).GetProperty("items").EnumerateArray().ToDictionary(
            member => member.GetProperty("identifier").GetProperty("value").GetString()!, member => member.GetProperty("enteredAt").ToString(), StringComparer.Ordinal);

    private async Task<IReadOnlyList<string>> WhoAsync(string definition, string? at = null) =>
    [
        .. (await workspace.PostAsync("/api/segments/preview", new { definition, at })).GetProperty("sample").EnumerateArray()
            .Select(member => member.GetProperty("identifier").GetProperty("value").GetString()!).Order(StringComparer.Ordinal),
    ];

    private sealed record ChangeRow(string Workspace, string Segment, Guid ProfileId, DateTimeOffset Time, bool Entered);

    private sealed record ConsentRow(string Workspace, string Purpose, Guid ProfileId, DateTimeOffset Time, bool Given);
}
