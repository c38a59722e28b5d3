using Microsoft.Extensions.DependencyInjection;
using Tessera.ClickHouse;
using Tessera.Server.Segments.Rules.Catalogues;

namespace Tessera.Server.Tests.Segments.Rules;

/// <summary>What is learned of workspaces of all shapes.</summary>
[Collection(SharedServer.Name)]
public sealed class CatalogueLearnerTests(ServerFixture server)
{
    [Fact]
    public async Task Learn_FewCustomersWithManyCalls_FindsWhatTheyCarry()
    {
        using var workspace = await RuleWorkspace.OpenAsync(
            server, RuleWorkspace.Identify("ada", "2024-01-01", """{ "plan": "pro" }"""), RuleWorkspace.Track("bob", "Rare", "2024-01-02", """{ "colour": "red" }"""));
        await InsertAsync(workspace, "reinterpretAsUUID(sipHash128(number % 2))", 600_000);

        var catalogue = (await LearnAsync(workspace)).Catalogue;

        var busy = catalogue.FindEvent("Busy").ShouldNotBeNull();
        busy.Occurrences.ShouldBe(600_000);
        busy.Properties.Select(property => (property.Path, property.Occurrences)).ShouldBe([("format", 600_000)]);
        catalogue.FindEvent("Rare")!.Properties.Single().Path.ShouldBe("colour");
        catalogue.FindTrait("plan")!.TopValues.Single().Value.ShouldBe("pro");
    }

    [Fact]
    public async Task Learn_ManyCustomers_FindsAlsoWhatHardlyAnybodyDid()
    {
        using var workspace = await RuleWorkspace.OpenAsync(server, RuleWorkspace.Track("bob", "Rare", "2024-01-02", """{ "colour": "red" }"""));
        await InsertAsync(workspace, "toUUID(concat('00000000-0000-8000-', hex(toUInt16(32768 + intDiv(number * 16384, 60000))), '-', leftPad(hex(toUInt32(number)), 12, '0')))", 60_000);
        await workspace.Source.Engine.ExecuteAsync(new Statement(
            """
            INSERT INTO profiles (workspace, profile_id, kind, identifier, name, email, country, traits, first_seen, last_seen, version)
            SELECT workspace, profile_id, 'user_id', message_id, '', '', '', '{}', time, time, 1 FROM events WHERE workspace = {workspace:String} AND name = 'Busy'
            """).With("workspace", workspace.Key.Value));

        var catalogue = (await LearnAsync(workspace)).Catalogue;

        catalogue.Customers.ShouldBe(60_001);
        catalogue.FindEvent("Busy")!.Properties.Single().Occurrences.ShouldBe(60_000);
        catalogue.FindEvent("Rare")!.Properties.Select(property => (property.Path, property.Occurrences)).ShouldBe([("colour", 1)]);
    }

    private Task<LearnedCatalogue> LearnAsync(RuleWorkspace workspace) => server.Services.GetRequiredService<CatalogueLearner>().LearnAsync(workspace.Key, CancellationToken.None);

    private static async Task InsertAsync(RuleWorkspace workspace, string profile, int calls) => await workspace.Source.Engine.ExecuteAsync(new Statement(
        $$"""
        INSERT INTO events (workspace, profile_id, time, message_id, type, name, properties, context, received_at)
        SELECT {workspace:String}, {{profile}}, toDateTime64('2024-01-01 00:00:00', 6, 'UTC') + number, concat('m', toString(number)), 'track', 'Busy', '{"format":"svg"}', '{}', now64(6)
        FROM numbers({{calls}})
        """).With("workspace", workspace.Key.Value));
}
