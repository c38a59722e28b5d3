using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Server.Hosting;
using Tessera.Server.Segments.Live;
using Tessera.Server.Tests.Pipeline;
using Tessera.Server.Tests.Segments.Rules;
using Tessera.Testing;

namespace Tessera.Server.Tests.Segments.Live;

/// <summary>What fails while calls are followed is done again: nobody who asked for something waits in vain.</summary>
[Collection(SharedServer.Name)]
public sealed class LiveFailureTests(ServerFixture server)
{
    [Fact]
    public async Task File_ThatRefusesAPageOfRebuiltCustomers_TakesItLater()
    {
        using var workspace = await RuleWorkspace.OpenAsync(
            server,
            TrackingClient.Call("""{ "type": "track", "messageId": "1", "anonymousId": "visitor", "event": "Bought" }"""),
            TrackingClient.Call("""{ "type": "track", "messageId": "2", "userId": "ada", "event": "Bought" }"""));
        await workspace.CreateAsync("buyers", "did \"Bought\" at least 2 times");
        await workspace.Source.SettleAsync();
        await using var file = new SqliteConnection($"Data Source={server.Services.GetRequiredService<DataDirectory>().LiveFile};Pooling=false");
        await file.OpenAsync();
        await file.ExecuteAsync("CREATE TRIGGER full BEFORE DELETE ON rebuilds BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END");
        Task sending;
        try
        {
            var rebuilder = server.Services.GetRequiredService<LiveRebuilder>();
            var before = rebuilder.Passes;
            sending = workspace.Source.SendAsync(TrackingClient.Call("""{ "type": "identify", "messageId": "3", "userId": "ada", "anonymousId": "visitor" }"""));
            await Eventually.UntilAsync(() => Task.FromResult(rebuilder.Passes != before), "writing failed, and following began again", TimeSpan.FromSeconds(20));
        }
        finally
        {
            await file.ExecuteAsync("DROP TRIGGER full");
        }

        await sending;
        (await workspace.Source.QueryAsync("SELECT concat(segment, ' ', toString(entered), ' ', cause) FROM segment_changes WHERE workspace = {workspace:String}"))
            .ShouldBe(["buyers true merge"]);
    }
}
