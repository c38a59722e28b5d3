using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Tessera.Server.Tests.Pipeline;

namespace Tessera.Server.Tests.Imports.Endpoints;

/// <summary>Files that name customers by what tracking knows them by too, before tracking does and after.</summary>
[Collection(SharedServer.Name)]
public sealed class CustomerIdentityImportTests(ServerFixture server) : IAsyncLifetime, IDisposable
{
    private static readonly string[] Tracked =
    [
        """{ "type": "identify", "messageId": "1", "userId": "ada", "traits": { "email": "ada@example.com", "phone": "+49 170 1234567" }, "timestamp": "2024-01-01T00:00:00Z" }""",
        """{ "type": "track", "messageId": "2", "userId": "ada", "event": "Looked", "context": { "externalIds": [ { "type": "loyalty_card", "id": "L-7", "collection": "users", "encoding": "none" } ] } }""",
    ];

    private TrackingClient source = null!;
    private ImportClient files = null!;

    public async Task InitializeAsync()
    {
        source = await TrackingClient.CreateAsync(server);
        files = new ImportClient(server.AdminClient(source.Workspace));
    }

    public Task DisposeAsync()
    {
        source.Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => files.Dispose();

    [Theory]
    [InlineData(true, "email,tier\n Ada@Example.COM ,gold\n", null)]
    [InlineData(false, "email,tier\n Ada@Example.COM ,gold\n", null)]
    [InlineData(true, "mobile,tier\n0049 (170) 123-4567,gold\n", null)]
    [InlineData(false, "mobile,tier\n0049 (170) 123-4567,gold\n", null)]
    [InlineData(true, "customer_id,tier\n+49-170-1234567,gold\n", "phone")]
    [InlineData(true, "customer_id,tier\nL-7,gold\n", "Loyalty Card")]
    [InlineData(false, "customer_id,tier\nL-7,gold\n", "Loyalty Card")]
    public async Task CustomersFile_NamesWhomTrackingKnows_IsTheSameCustomer(bool isTrackedFirst, string file, string? kind)
    {
        await InOrderAsync(isTrackedFirst, () => ImportAsync(file, "customers", kind));
        var ada = await ProfileAsync("user_id:ada");
        ada.GetProperty("traits").GetProperty("tier").GetString().ShouldBe("gold");
        (await source.QueryAsync("SELECT concat(kind, ':', identifier) AS name FROM profiles FINAL WHERE workspace = {workspace:String} AND is_removed = 0")).ShouldBe(["user_id:ada"]);
        (await MembersAsync("tier is \"gold\" and did \"Looked\"")).ShouldBe(1);
    }

    [Theory]
    [InlineData(true, "email", "ADA@example.com", null)]
    [InlineData(false, "email", "ADA@example.com", null)]
    [InlineData(true, "customer_id", "ada@Example.com", "email")]
    [InlineData(true, "customer_id", "0049 170 1234567", "phone")]
    [InlineData(true, "customer_id", "L-7", "loyalty_card")]
    [InlineData(false, "customer_id", "L-7", "loyalty_card")]
    public async Task OrdersFile_NamesWhomTrackingKnows_IsOfTheSameCustomer(bool isTrackedFirst, string column, string value, string? kind)
    {
        await InOrderAsync(isTrackedFirst, () => ImportAsync($"order_id,{column},date,total\n1,{value},2024-01-02,5\n2,{value},2024-01-03,7\n", "orders", kind));
        var ada = await ProfileAsync("user_id:ada");
        (ada.GetProperty("value").GetProperty("orders").GetInt64(), ada.GetProperty("value").GetProperty("revenue").GetDecimal()).ShouldBe((2, 12));
        (await MembersAsync("did \"Order Completed\" at least 2 times and did \"Looked\"")).ShouldBe(1);
    }

    [Fact]
    public async Task CustomersFile_WithCardsAndAddresses_LinksThem()
    {
        await ImportAsync("customer_id,email,phone\nL-7,ada@example.com,491701234567\n", "customers", "loyalty_card");
        await source.SendAsync(
            TrackingClient.Call("""{ "type": "identify", "userId": "ada", "traits": { "email": "ada@example.com" } }"""),
            TrackingClient.Call("""{ "type": "track", "anonymousId": "till", "event": "Paid", "context": { "externalIds": [ { "type": "loyalty_card", "id": "L-7" } ] } }"""));
        var ada = (await ProfileAsync("user_id:ada")).GetProperty("id").GetGuid();
        foreach (var identifier in (string[])["email:ada@example.com", "phone:491701234567", "loyalty_card:L-7", "anonymous_id:till"])
        {
            (await ProfileAsync(identifier)).GetProperty("id").GetGuid().ShouldBe(ada, identifier);
        }
    }

    [Fact]
    public async Task Profile_AskedForInAnotherSpelling_IsFoundAsCallsAre()
    {
        await source.SendAsync([.. Tracked.Select(TrackingClient.Call)]);
        var ada = (await ProfileAsync("user_id:ada")).GetProperty("id").GetGuid();
        foreach (var identifier in (string[])["email: ADA@example.COM", "Email:ada@example.com", "phone:+49 (170) 123 45 67", "phone:0049170-1234567", "Loyalty Card:L-7"])
        {
            (await ProfileAsync(identifier)).GetProperty("id").GetGuid().ShouldBe(ada, identifier);
        }
    }

    [Fact]
    public async Task CustomerKind_ThatIsNone_IsRefusedWithASentence()
    {
        using var content = new StringContent("customer_id,tier\n7,gold\n");
        using var refused = await files.PostAsync(content, "customers", options: new { customerKind = "--" }, name: "customers.csv");
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("customerKind");
    }

    private async Task InOrderAsync(bool isTrackedFirst, Func<Task> import)
    {
        if (!isTrackedFirst)
        {
            await import();
        }

        await source.SendAsync([.. Tracked.Select(TrackingClient.Call)]);
        if (isTrackedFirst)
        {
            await import();
        }
    }

    private async Task ImportAsync(string file, string kind, string? customerKind)
    {
        var import = await files.ImportAsync(file, kind, options: customerKind is null ? null : new { customerKind }, name: kind + ".csv");
        ImportScene.State(import).ShouldBe("done", import.ToString());
        await source.SettleAsync();
    }

    private async Task<JsonElement> ProfileAsync(string identifier)
    {
        using var client = server.AdminClient(source.Workspace);
        return await client.GetFromJsonAsync<JsonElement>($"/api/profiles?identifier={Uri.EscapeDataString(identifier)}");
    }

    private async Task<long> MembersAsync(string definition)
    {
        using var client = server.AdminClient(source.Workspace);
        using var answer = await client.PostAsJsonAsync("/api/segments/preview", new { definition });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("count").GetInt64();
    }
}
