using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Tessera.ClickHouse;
using Tessera.Testing;

namespace Tessera.Server.Tests.Imports;

/// <summary>The main job, on the real file: UCI Online Retail, 541,909 lines, against published figures.</summary>
[Collection(SharedServer.Name)]
public sealed class OnlineRetailTests(ServerFixture server)
{
    [SkippableFact]
    public async Task Import_OnlineRetail_YieldsThePublishedCustomersAndKnowsItsLinesAgain()
    {
        var file = DataSets.Path("online_retail_2010_2011.csv.gz");
        var reference = DataSets.Path("online_retail_rfm.csv");
        var workspace = await server.CreateWorkspaceAsync("retail");
        using var client = new ImportClient(server.AdminClient(workspace));
        var bytes = await File.ReadAllBytesAsync(file);
        var import = await client.ImportAsync(bytes, name: "online_retail.csv.gz");

        import.GetProperty("state").GetString().ShouldBe("done", import.ToString());
        Counts(import).ShouldBe((541_909, 541_909, 0, 0));
        Dictionary(import, "counts").ShouldBe(new Dictionary<string, long>(StringComparer.Ordinal)
        {
            ["sale"] = 530_101,
            ["return"] = 0,
            ["cancellation"] = 9_288,
            ["free"] = 407,
            ["adjustment"] = 2_111,
            ["fee"] = 2,
            ["discount"] = 0,
            ["other-currency"] = 0,
            ["withoutCustomer"] = 135_080,
            ["profiles"] = 4_372,
        }, ignoreOrder: true);
        await EqualsReferenceAsync(workspace, reference);

        var again = await client.ImportAsync(bytes, name: "online_retail.csv.gz");
        again.GetProperty("state").GetString().ShouldBe("done", again.ToString());
        Counts(again).ShouldBe((541_909, 0, 0, 541_909));
        await EqualsReferenceAsync(workspace, reference);
    }

    private static (long Read, long Accepted, long Rejected, long Duplicate) Counts(JsonElement import) =>
        (Number(import, "rowsRead"), Number(import, "rowsAccepted"), Number(import, "rowsRejected"), Number(import, "rowsDuplicate"));

    private static long Number(JsonElement import, string name) => import.GetProperty(name).GetInt64();

    private static Dictionary<string, long> Dictionary(JsonElement import, string name) =>
        import.GetProperty(name).EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetInt64(), StringComparer.Ordinal);

    /// <summary>Recency, frequency and monetary value of every customer, by a query of its own, against the published table.</summary>
    private async Task EqualsReferenceAsync(string workspace, string reference)
    {
        var clickHouse = server.Services.GetRequiredService<ClickHouseClient>();
        var rows = await clickHouse.ListAsync<CustomerValue>(
            new Statement(
                """
                SELECT
                    customer,
                    toInt32(dateDiff('day', toDate(max(time)), toDate('2011-12-10'))) AS recency_days,
                    toInt32(uniqExact(order_id)) AS frequency,
                    sum(amount) AS monetary
                FROM order_lines
                WHERE workspace = {workspace:String} AND kind = 'sale' AND customer != ''
                GROUP BY customer
                """).With("workspace", workspace));
        var expected = (await File.ReadAllLinesAsync(reference))
            .Skip(1)
            .Select(line => line.Split(','))
            .ToDictionary(
                fields => fields[0],
                fields => new CustomerValue(
                    fields[0],
                    int.Parse(fields[1], CultureInfo.InvariantCulture),
                    int.Parse(fields[2], CultureInfo.InvariantCulture),
                    Math.Round((decimal)double.Parse(fields[3], CultureInfo.InvariantCulture), 4)),
                StringComparer.Ordinal);
        rows.Count.ShouldBe(expected.Count);
        foreach (var row in rows)
        {
            row.ShouldBe(expected[row.Customer]);
        }
    }

    private sealed record CustomerValue(string Customer, int RecencyDays, int Frequency, decimal Monetary);
}
