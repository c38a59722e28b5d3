using Tessera.Server.Tests.Pipeline;

namespace Tessera.Server.Tests.Ingestion.Clients;

/// <summary>Stock SDKs, unchanged, whose tests stand in tests/clients/tracking, run by Node.js; what they sent is what is stored.</summary>
[Collection(SharedServer.Name)]
public sealed class StockClientTests(ServerFixture server)
{
    [Theory]
    [InlineData("segment.test.mjs", "segment", "blue")]
    [InlineData("rudderstack.test.mjs", "rudder", "green")]
    public async Task StockClient_SendingEveryKindOfCall_IsUnderstood(string test, string prefix, string door)
    {
        using var source = await TrackingClient.CreateAsync(server);
        await StockClients.RunAsync(test, source);

        (await source.QueryAsync(
            "SELECT concat(type, ' ', name, ' ', user_id, ' ', if(user_id = '', anonymous_id, ''), ' ', group_id, previous_id) FROM events WHERE workspace = {workspace:String} ORDER BY type"))
            .ShouldBe(
            [
                $"alias  {prefix}-node  {prefix}-device",
                $"group  {prefix}-node  acme",
                $"identify  {prefix}-node  ",
                $"page Home {prefix}-node  ",
                $"screen Cart  {prefix}-device ",
                $"track Opened {prefix}-node  ",
            ]);
        (await source.QueryAsync("SELECT JSONExtractString(properties, 'door') FROM events WHERE workspace = {workspace:String} AND type = 'track'")).ShouldBe([door]);
        (await source.QueryAsync("SELECT toString(count()) FROM events WHERE workspace = {workspace:String} AND JSONExtractString(context, 'library', 'name') != '' AND message_id != ''"))
            .ShouldBe(["6"]);
        (await source.QueryAsync("SELECT toString(toDate(time)) FROM events WHERE workspace = {workspace:String} AND type = 'track'")).ShouldBe(["2024-03-01"]);
        (await source.QueryAsync("SELECT reason FROM rejected_events WHERE workspace = {workspace:String}")).ShouldBeEmpty();
    }
}
