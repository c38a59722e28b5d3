using Microsoft.Extensions.DependencyInjection;
using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Identity.Contracts;
using Tessera.Server.Ingestion.Contracts;
using Tessera.Server.Pipeline.Contracts;
using Tessera.Server.Pipeline.Store;
using Tessera.Server.Profiles;

namespace Tessera.Server.Tests.Pipeline.Store;

/// <summary>Of customers of whom nothing is new but when they were last seen, the engine is told later.</summary>
[Collection(SharedServer.Name)]
public sealed class ProfileStoreTests(ServerFixture server) : IAsyncLifetime
{
    private static readonly DateTimeOffset Before = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Seen = new(2024, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private TrackingClient source = null!;

    private ProfileStore Profiles => server.Services.GetRequiredService<ProfileStore>();

    private WorkspaceKey Workspace => new(source.Workspace);

    private Guid Ada => ProfileId.For(Workspace, new Identifier(IdentifierKinds.UserId, "ada")).Value;

    public async Task InitializeAsync() => source = await TrackingClient.CreateAsync(server);

    public Task DisposeAsync()
    {
        source.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Store_OfWhomNothingElseIsNew_TellsReadersAtOnce_AndTheEngineWhenItIsDue()
    {
        var batch = await SeenAgainAsync();
        await Profiles.StoreAsync(batch, again: false, CancellationToken.None);
        (await WrittenAsync()).ShouldBe(Before);
        (await ReadAsync()).ShouldBe(Seen);

        await Profiles.WriteSeenAsync(batch.Partition, CancellationToken.None);
        (await WrittenAsync()).ShouldBe(Seen);
        (await ReadAsync()).ShouldBe(Seen);
        server.Services.GetRequiredService<IRecentlySeen>().LastSeen(Ada).ShouldBeNull();
    }

    [Fact]
    public async Task Store_Again_WritesAtOnce()
    {
        var batch = await SeenAgainAsync();
        await Profiles.StoreAsync(batch, again: true, CancellationToken.None);
        (await WrittenAsync()).ShouldBe(Seen);
    }

    [Fact]
    public async Task SeeAgain_AfterWhatWaitedWasLost_FindsItInTheCalls()
    {
        var batch = await SeenAgainAsync();
        await Profiles.SeeAgainAsync(batch.Partition, [(source.Workspace, Ada)], CancellationToken.None);
        (await WrittenAsync()).ShouldBe(Seen);
    }

    [Fact]
    public async Task Write_OfSomebodyElse_FindsEverythingWritten_AndIsBelieved()
    {
        var batch = await SeenAgainAsync();
        await Profiles.StoreAsync(batch, again: false, CancellationToken.None);
        var found = Before;
        await Profiles.WriteAsync(
            async () =>
            {
                found = await WrittenAsync();
                await ChangeAsync("name", "'Ada'");
            },
            CancellationToken.None);
        found.ShouldBe(Seen);

        await Profiles.StoreAsync(batch, again: true, CancellationToken.None);
        (await source.QueryAsync("SELECT name FROM profiles FINAL WHERE workspace = {workspace:String}")).ShouldBe(["Ada"]);
    }

    [Fact]
    public async Task Store_OfTraitsSaidAgainAndLate_KeepsWhatWasSaidLast()
    {
        foreach (var (message, plan, day) in new[] { ("1", "pro", 5), ("2", "pro", 7), ("3", "free", 6), ("4", "pro", 1), ("5", "free", 8), ("6", "pro", 2) })
        {
            await source.SendAsync(TrackingClient.Call(
                $$"""{ "type": "identify", "messageId": "{{message}}", "userId": "ada", "traits": { "plan": "{{plan}}" }, "timestamp": "2024-01-0{{day}}T00:00:00Z" }"""));
        }

        (await source.QueryAsync("SELECT concat(traits, ' ', toString(toDate(first_seen)), ' ', toString(toDate(last_seen))) FROM profiles FINAL WHERE workspace = {workspace:String}"))
            .ShouldBe(["{\"plan\":\"free\"} 2024-01-01 2024-01-08"]);
    }

    /// <summary>A call of a customer that the engine has, and whose row says an earlier time.</summary>
    private async Task<StoreBatch> SeenAgainAsync()
    {
        var log = server.Services.GetRequiredService<IEventLog>();
        var after = Enumerable.Range(0, log.Partitions).Select(log.LastPosition).ToList();
        await source.SendAsync(TrackingClient.Call("""{ "type": "track", "messageId": "one", "userId": "ada", "event": "x", "timestamp": "2023-01-01T00:00:00Z" }"""));
        await source.SendAsync(TrackingClient.Call("""{ "type": "track", "messageId": "two", "userId": "ada", "event": "x", "timestamp": "2024-03-01T00:00:00Z" }"""));
        await Profiles.WriteAsync(() => ChangeAsync("last_seen", "toDateTime64('2024-01-01 00:00:00', 6, 'UTC')"), CancellationToken.None);
        (await WrittenAsync()).ShouldBe(Before);

        var identities = server.Services.GetRequiredService<ICustomerIdentity>().NewReader();
        for (var partition = 0; ; partition++)
        {
            var records = await log.ReadAsync(partition, after[partition], long.MaxValue, long.MaxValue, CancellationToken.None);
            if (records.Count > 0)
            {
                return StoreBatch.Of(partition, records, new MessageWindow(), identities);
            }
        }
    }

    private Task<StatementSummary> ChangeAsync(string column, string value) => source.Engine.ExecuteAsync(new Statement(
        $"INSERT INTO profiles SELECT * REPLACE ({value} AS {column}, version + 1 AS version) FROM profiles FINAL WHERE workspace = {{workspace:String}}").With("workspace", source.Workspace));

    private Task<DateTimeOffset> WrittenAsync() => source.Engine.SingleAsync<DateTimeOffset>(
        new Statement("SELECT last_seen FROM profiles FINAL WHERE workspace = {workspace:String}").With("workspace", source.Workspace));

    private async Task<DateTimeOffset> ReadAsync() =>
        (await server.Services.GetRequiredService<ProfileQueries>().FindAsync(Workspace, Ada, CancellationToken.None))!.LastSeen;
}
