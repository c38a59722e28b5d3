using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Tessera.ClickHouse;

namespace Tessera.Server.Tests.EventCatalogue.Anomalies;

[Collection(SharedServer.Name)]
public sealed class AnomalyReaderTests(ServerFixture server)
{
    [Fact]
    public async Task Anomalies_OfAnEventThatStopped_AreFoundInWhatIsStored()
    {
        var workspace = await server.CreateWorkspaceAsync("anomalies");
        var engine = (ClickHouseClient)server.Services.GetService(typeof(ClickHouseClient))!;
        var time = (TimeProvider)server.Services.GetService(typeof(TimeProvider))!;
        var start = time.GetUtcNow().AddDays(-40);

        // A hundred calls an hour, until a day ago; another event goes on.
        foreach (var (name, hours) in new[] { ("Order Completed", 39 * 24), ("Page Opened", 40 * 24) })
        {
            await engine.ExecuteAsync(new Statement(
                """
                INSERT INTO events (workspace, profile_id, time, message_id, type, name, properties, context, received_at)
                SELECT {workspace:String}, toUUID('00000000-0000-0000-0000-000000000001'), addSeconds({start:DateTime64(6, 'UTC')}, number * 36),
                    concat({name:String}, toString(number)), 'track', {name:String}, '{}', '{}', addSeconds({start:DateTime64(6, 'UTC')}, number * 36)
                FROM numbers({calls:UInt64})
                """).With("workspace", workspace).With("start", start).With("name", name).With("calls", (ulong)hours * 100));
        }

        using var client = server.AdminClient(workspace);
        var found = (await client.GetFromJsonAsync<JsonElement>("/api/catalogue/anomalies")).GetProperty("items").EnumerateArray().ToList();
        var anomaly = found.ShouldHaveSingleItem();
        anomaly.GetProperty("event").GetString().ShouldBe("Order Completed");
        anomaly.GetProperty("kind").GetString().ShouldBe("less");
        var hoursOdd = (anomaly.GetProperty("to").GetDateTimeOffset() - anomaly.GetProperty("from").GetDateTimeOffset()).TotalHours;
        hoursOdd.ShouldBeInRange(22, 24, string.Create(CultureInfo.InvariantCulture, $"{anomaly.GetProperty("sentence")}"));
    }
}
