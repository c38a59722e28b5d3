using System.Net.Http.Json;
using System.Text.Json;

namespace Tessera.Server.Tests.Pipeline.Health;

/// <summary>How the pipeline says that it is doing.</summary>
[Collection(SharedServer.Name)]
public sealed class PipelineEndpointsTests(ServerFixture server)
{
    [Fact]
    public async Task Pipeline_CountsWhatWentThroughEachStage()
    {
        using var source = await TrackingClient.CreateAsync(server);
        using var client = server.AdminClient(source.Workspace);
        var before = await ReadAsync(client);
        var call = TrackingClient.Call("""{ "type": "track", "messageId": "1", "userId": "ada", "event": "Bought" }""");
        await source.SendAsync(call, TrackingClient.Call("""{ "type": "track", "userId": "no event" }"""));
        await source.SendAsync(call);

        var after = await ReadAsync(client);
        Totals(before, after).ShouldBe([("received", 3), ("accepted", 2), ("refused", 1), ("duplicate", 1), ("resolved", 1), ("live", 1), ("stored", 1)]);
        after.GetProperty("stages").EnumerateArray().Last().GetProperty("backlog").GetInt64().ShouldBe(0);
        after.GetProperty("stages").EnumerateArray().Last().GetProperty("lagSeconds").GetDouble().ShouldBe(0);
        after.GetProperty("partitions").EnumerateArray().Sum(partition => partition.GetProperty("head").GetInt64())
            .ShouldBe(before.GetProperty("partitions").EnumerateArray().Sum(partition => partition.GetProperty("head").GetInt64()) + 3);
        after.GetProperty("batches").GetProperty("rowsP50").GetDouble().ShouldBeGreaterThanOrEqualTo(0);
        after.GetProperty("refusing").GetBoolean().ShouldBeFalse();
    }

    private static IEnumerable<(string Key, long Count)> Totals(JsonElement before, JsonElement after) =>
        before.GetProperty("stages").EnumerateArray().Zip(after.GetProperty("stages").EnumerateArray(), (from, to) =>
            (to.GetProperty("key").GetString()!, to.GetProperty("total").GetInt64() - from.GetProperty("total").GetInt64()));

    private static Task<JsonElement> ReadAsync(HttpClient client) => client.GetFromJsonAsync<JsonElement>("/api/pipeline");
}
