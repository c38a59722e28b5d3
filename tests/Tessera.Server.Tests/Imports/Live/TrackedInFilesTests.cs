using Tessera.Server.Tests.Pipeline;

namespace Tessera.Server.Tests.Imports.Live;

/// <summary>Orders and refunds that are tracked and stand in a file too count once, whichever came first.</summary>
[Collection(SharedServer.Name)]
public sealed class TrackedInFilesTests(ServerFixture server) : IAsyncLifetime, IDisposable
{
    private const string File = "order_id,{0},date,sku,quantity,price\n1,{1},2024-02-03,A,2,15\n1,{1},2024-02-10,A,-1,15\n1,{1},2024-02-20,A,-1,15\n";

    private static readonly string[] Tracked =
    [
        Order("a", "Order Completed", "2024-02-03T13:05:00Z", 2),
        Order("b", "Order Refunded", "2024-02-10T18:30:00Z", 1),
        Order("c", "Order Refunded", "2024-02-20T23:50:00Z", 1),
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
    [InlineData(true)]
    [InlineData(false)]
    public async Task Refunds_TrackedAndInAFile_CountOnce(bool isTrackedFirst)
    {
        await InOrderAsync(isTrackedFirst, "customer_id", "ada");
        (await LinesAsync()).ShouldBe(["sale 30", "return -15", "return -15"]);

        // One that is in neither is another one; one that is sent again under another message id is not.
        await source.SendAsync(TrackingClient.Call(Order("d", "Order Refunded", "2024-03-05T00:00:00Z", 1)), TrackingClient.Call(Order("e", "Order Refunded", "2024-02-20T23:50:00Z", 1)));
        (await LinesAsync()).ShouldBe(["sale 30", "return -15", "return -15", "return -15"]);
        (await EventsAsync()).ShouldBe(["Order Completed 1", "Order Refunded 4"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Refunds_OfOneWhoTurnsOutToBeTheSameCustomer_CountOnce(bool isTrackedFirst)
    {
        await InOrderAsync(isTrackedFirst, "email", "ada@example.com");
        (await LinesAsync()).Count.ShouldBe(6, "two customers, so far");
        await source.SendAsync(TrackingClient.Call("""{ "type": "identify", "messageId": "i", "userId": "ada", "traits": { "email": "ada@example.com" } }"""));
        (await LinesAsync()).ShouldBe(["sale 30", "return -15", "return -15"]);
    }

    private static string Order(string message, string name, string time, int quantity) =>
        $$"""{ "type": "track", "messageId": "{{message}}", "userId": "ada", "event": "{{name}}", "timestamp": "{{time}}", "properties": { "order_id": "1", "currency": "USD", "products": [ { "sku": "A", "price": 15, "quantity": {{quantity}} } ] } }""";

    private async Task InOrderAsync(bool isTrackedFirst, string column, string customer)
    {
        if (isTrackedFirst)
        {
            await source.SendAsync([.. Tracked.Select(TrackingClient.Call)]);
        }

        var import = await files.ImportAsync(File.Replace("{0}", column, StringComparison.Ordinal).Replace("{1}", customer, StringComparison.Ordinal), options: new { currency = "USD" });
        ImportScene.State(import).ShouldBe("done", import.ToString());
        if (!isTrackedFirst)
        {
            await source.SendAsync([.. Tracked.Select(TrackingClient.Call)]);
        }

        await source.SettleAsync();
    }

    private Task<List<string>> LinesAsync() =>
        source.QueryAsync("SELECT concat(kind, ' ', toString(amount)) FROM order_lines WHERE workspace = {workspace:String} ORDER BY time");

    private Task<List<string>> EventsAsync() =>
        source.QueryAsync("SELECT concat(name, ' ', toString(uniqExact(message_id))) FROM events WHERE workspace = {workspace:String} AND name LIKE 'Order%' GROUP BY name ORDER BY name");
}
