using Microsoft.Extensions.DependencyInjection;
using Tessera.ClickHouse;
using Tessera.Server.Identity.Contracts;
using Tessera.Server.Ingestion.Contracts;
using Tessera.Server.Pipeline.Contracts;
using Tessera.Server.Pipeline.Store;

namespace Tessera.Server.Tests.Pipeline.Store;

/// <summary>An engine that was killed between a batch of calls and what it makes of them.</summary>
[Collection(SharedServer.Name)]
public sealed class EventStoreTests(ServerFixture server) : IAsyncLifetime
{
    private static readonly string[] Derived =
    [
        "SELECT concat(company_key, ' ', toString(company_id), ' ', toString(profile_id), ' ', message_id, ' ', traits) AS row FROM group_calls WHERE workspace = {workspace:String} ORDER BY row",
        "SELECT concat(purpose, ' ', toString(profile_id), ' ', toString(time), ' ', toString(given)) AS row FROM consents WHERE workspace = {workspace:String} ORDER BY row",
        "SELECT DISTINCT concat(term, ' ', toString(profile_id)) AS row FROM profile_terms WHERE workspace = {workspace:String} ORDER BY row",
    ];

    private TrackingClient source = null!;

    public async Task InitializeAsync() => source = await TrackingClient.CreateAsync(server);

    public Task DisposeAsync()
    {
        source.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Store_Again_MakesWhatTheEngineHasNotMadeOfTheCalls_AndNothingTwice()
    {
        var log = server.Services.GetRequiredService<IEventLog>();
        var before = Enumerable.Range(0, log.Partitions).Select(log.LastPosition).ToList();
        await source.SendAsync(
            TrackingClient.Call("""{ "type": "group", "messageId": "g1", "userId": "ada", "groupId": "acme", "traits": { "name": "Acme" }, "timestamp": "2024-01-01T00:00:00Z" }"""),
            TrackingClient.Call("""{ "type": "group", "messageId": "g2", "userId": "ada", "groupId": "other", "timestamp": "2024-02-01T00:00:00Z" }"""),
            TrackingClient.Call("""{ "type": "group", "messageId": "g3", "userId": "bob", "groupId": "acme", "timestamp": "2024-01-01T00:00:00Z" }"""),
            TrackingClient.Call(
                """
                { "type": "identify", "messageId": "c1", "userId": "ada", "timestamp": "2024-01-02T00:00:00Z", "traits": { "name": "Ada Lovelace", "email": "ada@example.com" },
                  "context": { "consent": { "categoryPreferences": { "email": true, "sms": false } } } }
                """));
        var whole = await DerivedAsync();
        whole.Count.ShouldBeGreaterThan(8);

        // Some are there, others are not: each table is a step of its own.
        foreach (var sql in (string[])
        [
            "DELETE FROM group_calls WHERE workspace = {workspace:String} AND message_id != 'g2'",
            "DELETE FROM consents WHERE workspace = {workspace:String} AND purpose = 'sms'",
            "DELETE FROM profile_terms WHERE workspace = {workspace:String} AND term IN ('ada', 'lovelace', 'bob')",
        ])
        {
            await source.Engine.ExecuteAsync(new Statement(sql).With("workspace", source.Workspace));
        }

        for (var time = 0; time < 2; time++)
        {
            await StoreAgainAsync(log, before);
            (await DerivedAsync()).ShouldBe(whole);
        }
    }

    private async Task StoreAgainAsync(IEventLog log, List<long> after)
    {
        var store = server.Services.GetRequiredService<EventStore>();
        var identities = server.Services.GetRequiredService<ICustomerIdentity>().NewReader();
        for (var partition = 0; partition < log.Partitions; partition++)
        {
            var records = await log.ReadAsync(partition, after[partition], long.MaxValue, long.MaxValue, CancellationToken.None);
            if (records.Count > 0)
            {
                await store.StoreAsync(StoreBatch.Of(partition, records, new MessageWindow(), identities), again: true, CancellationToken.None);
            }
        }
    }

    private async Task<List<string>> DerivedAsync()
    {
        List<string> rows = [];
        foreach (var sql in Derived)
        {
            rows.AddRange(await source.QueryAsync(sql));
        }

        return rows;
    }
}
