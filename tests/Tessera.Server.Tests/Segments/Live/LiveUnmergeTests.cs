using Microsoft.Extensions.DependencyInjection;
using Tessera.Domain;
using Tessera.Server.Identity;
using Tessera.Server.Pipeline.Store;
using Tessera.Server.Segments.Live;
using Tessera.Server.Tests.Pipeline;
using Tessera.Server.Tests.Segments.Rules;
using Tessera.Testing;

namespace Tessera.Server.Tests.Segments.Live;

/// <summary>Customers who are taken apart are evaluated with all that is theirs, and not before.</summary>
[Collection(SharedServer.Name)]
public sealed class LiveUnmergeTests(ServerFixture server)
{
    [Fact]
    public async Task Call_BetweenTakingApartAndTheHistory_WaitsForIt()
    {
        using var workspace = await RuleWorkspace.OpenAsync(
            server,
            TrackingClient.Call("""{ "type": "track", "messageId": "1", "anonymousId": "visitor", "event": "Bought" }"""),
            TrackingClient.Call("""{ "type": "identify", "messageId": "2", "userId": "ada", "anonymousId": "visitor" }"""));
        await workspace.CreateAsync("lookers", "did \"Looked\" and not did \"Bought\"");
        await workspace.CreateAsync("buyers", "did \"Bought\" and did \"Looked\"");
        await workspace.Source.SettleAsync();
        var visitor = new Identifier(IdentifierKinds.AnonymousId, "visitor");
        var identity = server.Services.GetRequiredService<CustomerIdentity>();
        var ada = identity.ProfileOf(ProfileId.For(workspace.Key, visitor).Value);
        var resolved = (await identity.FindAsync(workspace.Key, ada, CancellationToken.None))!;
        var progress = server.Services.GetRequiredService<LiveProgress>();
        var (cutting, sending) = (Task.CompletedTask, Task.CompletedTask);
        await server.Services.GetRequiredService<ProfileRefresh>().InTurnAsync(
            async () =>
            {
                cutting = server.Services.GetRequiredService<IdentityUnmerging>().CutAsync(workspace.Key, resolved, [visitor], "test", CancellationToken.None);
                await Eventually.UntilAsync(
                    () => Task.FromResult(identity.ProfileOf(ProfileId.For(workspace.Key, visitor).Value) != ada || identity.ProfileOf(ProfileId.For(workspace.Key, new Identifier(IdentifierKinds.UserId, "ada")).Value) != ada),
                    "it is decided",
                    TimeSpan.FromSeconds(20));
                var before = Enumerable.Range(0, 4).Sum(progress.Position);
                sending = workspace.Source.SendAsync(TrackingClient.Call("""{ "type": "track", "messageId": "3", "anonymousId": "visitor", "event": "Looked" }"""));
                await Eventually.UntilAsync(() => Task.FromResult(Enumerable.Range(0, 4).Sum(progress.Position) > before), "the call is taken into account", TimeSpan.FromSeconds(20));
            },
            CancellationToken.None);
        await cutting;
        await sending;
        await workspace.Source.SettleAsync();
        (await workspace.Source.QueryAsync("SELECT concat(segment, ' ', toString(entered)) FROM segment_changes WHERE workspace = {workspace:String}")).ShouldBe(["buyers true"]);
    }

    [Fact]
    public async Task Merge_UndoneAndDoneAgain_IsFollowedLive()
    {
        using var workspace = await RuleWorkspace.OpenAsync(
            server,
            TrackingClient.Call("""{ "type": "track", "messageId": "1", "anonymousId": "visitor", "event": "Bought" }"""),
            TrackingClient.Call("""{ "type": "track", "messageId": "2", "userId": "ada", "event": "Looked" }"""));
        await workspace.CreateAsync("buyers", "did \"Bought\" and did \"Looked\"");
        await workspace.CreateAsync("lookers", "did \"Looked\" and not did \"Bought\"");
        await workspace.Source.SettleAsync();
        (await ChangesAsync(workspace)).ShouldBe(["lookers true definition"]);

        await workspace.Source.SendAsync(TrackingClient.Call("""{ "type": "identify", "messageId": "3", "userId": "ada", "anonymousId": "visitor" }"""));
        string[] merged = ["lookers true definition", "lookers false merge", "buyers true merge"];
        (await ChangesAsync(workspace)).ShouldBe(merged, ignoreOrder: true);

        var unmerging = server.Services.GetRequiredService<IdentityUnmerging>();
        var visitor = new Identifier(IdentifierKinds.AnonymousId, "visitor");
        var ada = ProfileId.For(workspace.Key, new Identifier(IdentifierKinds.UserId, "ada")).Value;
        var resolved = (await server.Services.GetRequiredService<CustomerIdentity>().FindAsync(workspace.Key, ada, CancellationToken.None))!;
        var cut = await unmerging.CutAsync(workspace.Key, resolved, [visitor], "test", CancellationToken.None);
        await workspace.Source.SettleAsync();
        string[] apart = [.. merged, "buyers false merge", "lookers true merge"];
        (await ChangesAsync(workspace)).ShouldBe(apart, ignoreOrder: true);

        (await unmerging.RemoveAsync(workspace.Key, cut.Id, CancellationToken.None)).ShouldBeTrue();
        await workspace.Source.SettleAsync();
        (await ChangesAsync(workspace)).ShouldBe([.. apart, "lookers false merge", "buyers true merge"], ignoreOrder: true);
    }

    private static Task<List<string>> ChangesAsync(RuleWorkspace workspace) => workspace.Source.QueryAsync(
        "SELECT concat(segment, ' ', toString(entered), ' ', cause) FROM segment_changes WHERE workspace = {workspace:String} ORDER BY time");
}
