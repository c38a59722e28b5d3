using System.Text.Json;
using System.Text.Json.Nodes;
using Tessera.Server.Imports.Calls;
using Tessera.Server.Tests.Pipeline;
using Tessera.Server.Tests.Segments.Rules;

namespace Tessera.Server.Tests.Imports.Calls;

/// <summary>What files bring is asked about in the segment language, like everything else.</summary>
[Collection(SharedServer.Name)]
public sealed class FileCallsTests(ServerFixture server) : IAsyncLifetime, IDisposable
{
    private const string Header = "order_id,customer_id,date,sku,quantity,unit_price,country\n";

    private const string Orders = Header + """
        1,ada,2024-01-10,tea,2,10.00,Germany
        1,ada,2024-01-10,mug,1,5.00,Germany
        2,ada,2024-02-10,tea,1,10.00,France
        3,bob,2024-02-11,tea,100,10.00,Germany
        4,bob,2024-02-12,tea,-1,10.00,Germany
        C5,bob,2024-02-13,tea,-2,10.00,Germany
        6,,2024-02-14,tea,1,10.00,Germany

        """;

    private static readonly JsonNode Link = TrackingClient.Call(
        """{ "type": "identify", "anonymousId": "visitor", "userId": "ada", "timestamp": "2024-01-03T10:00:00Z", "traits": { "plan": "free" } }""");

    private static readonly JsonNode Tracked = TrackingClient.Call(
        """
        { "type": "track", "anonymousId": "visitor", "event": "Order Completed", "timestamp": "2024-01-10T00:00:00Z", "properties":
            { "order_id": "1", "revenue": 25, "products": [ { "sku": "tea", "price": 10, "quantity": 2 }, { "sku": "mug", "price": 5, "quantity": 1 } ] } }
        """);

    private RuleWorkspace workspace = null!;
    private ImportClient imports = null!;

    public async Task InitializeAsync()
    {
        workspace = await RuleWorkspace.OpenAsync(server);
        imports = new ImportClient(workspace.Http);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        imports.Dispose();
        workspace.Dispose();
    }

    [Fact]
    public async Task Orders_AreEventsOfTheirCustomers()
    {
        await ImportAsync(Orders);

        (await WhoAsync("did \"Order Completed\" at least 2 times")).ShouldBe(["ada"]);
        (await WhoAsync("sum of revenue of \"Order Completed\" > 500")).ShouldBe(["bob"]);
        (await WhoAsync("sum of revenue of \"Order Completed\" = 35")).ShouldBe(["ada"]);
        (await WhoAsync("sum of quantity of \"Order Completed\" = 4")).ShouldBe(["ada"]);
        (await WhoAsync("did \"Order Completed\" where products.1.sku is \"mug\" and products.1.price = 5")).ShouldBe(["ada"]);
        (await WhoAsync("did \"Order Refunded\" where revenue = 10 and order_id is \"4\"")).ShouldBe(["bob"]);
        (await WhoAsync("did \"Order Cancelled\" where revenue = 20")).ShouldBe(["bob"]);
        (await WhoAsync("did \"Order Completed\" in the first 1 day")).ShouldBe(["ada", "bob"]);
        (await WhoAsync("did \"Order Completed\" between 2024-02-10 and 2024-02-11")).ShouldBe(["ada"]);
        (await WhoAsync("country is \"France\"")).ShouldBe(["ada"]);
        (await WhoAsync("country is \"Germany\"", "2024-02-01")).ShouldBe(["ada"]);
        (await workspace.Source.QueryAsync("SELECT toString(first_seen) FROM profiles FINAL WHERE workspace = {workspace:String} AND identifier = 'ada'")).ShouldBe(["2024-01-10 00:00:00.000000"]);
    }

    [Fact]
    public async Task Orders_ReadAgain_ChangeNothing()
    {
        await ImportAsync(Orders);
        var once = await CallsAsync();
        await ImportAsync(Orders);
        await ImportAsync(Orders + "7,cyd,2024-03-01,tea,1,10.00,Spain\n");

        (await CallsAsync()).Except(once, StringComparer.Ordinal).Select(call => call[..call.IndexOf(' ', StringComparison.Ordinal)]).Order(StringComparer.Ordinal).ShouldBe(["", "Order"]);
        (await CallsAsync()).Count.ShouldBe(once.Count + 2);
    }

    [Fact]
    public async Task Orders_CancelledInALaterFile_AreCancelled()
    {
        const string Columns = "order_id,customer_id,date,sku,quantity,unit_price,status\n";
        await ImportAsync(Columns + "1,ada,2024-01-10,tea,2,10.00,paid\n2,ada,2024-01-11,tea,1,10.00,paid\n");
        (await WhoAsync("did \"Order Completed\" twice")).ShouldBe(["ada"]);
        await ImportAsync(Columns + "1,ada,2024-01-10,tea,2,10.00,cancelled\n2,ada,2024-01-11,tea,1,10.00,paid\n");

        (await WhoAsync("did \"Order Completed\" once and did \"Order Cancelled\" once")).ShouldBe(["ada"]);
    }

    [Fact]
    public async Task Orders_ThatGetMoreLines_AreCountedOnceWithAll()
    {
        await ImportAsync(Header + "1,ada,2024-01-10,tea,2,10.00,Germany\n");
        await ImportAsync(Header + "1,ada,2024-01-10,tea,2,10.00,Germany\n1,ada,2024-01-10,mug,1,5.00,Germany\n");

        (await WhoAsync("did \"Order Completed\" once and sum of revenue of \"Order Completed\" = 25")).ShouldBe(["ada"]);
    }

    [Fact]
    public async Task Order_AlsoTracked_CountsOnce()
    {
        var tracked = RuleWorkspace.Track("ada", "Order Completed", "2024-01-10", """{ "order_id": "1", "revenue": 25, "products": [ { "sku": "tea", "price": 10, "quantity": 2 }, { "sku": "mug", "price": 5, "quantity": 1 } ] }""");
        await ImportAsync(Orders);
        await workspace.Source.SendAsync(tracked);
        (await WhoAsync("did \"Order Completed\" twice and sum of revenue of \"Order Completed\" = 35")).ShouldBe(["ada"]);

        await ImportAsync(Orders);
        (await WhoAsync("did \"Order Completed\" twice and sum of revenue of \"Order Completed\" = 35")).ShouldBe(["ada"]);
    }

    [Theory]
    [InlineData("link file track")]
    [InlineData("link track file")]
    [InlineData("file link track")]
    [InlineData("file track link")]
    [InlineData("track file link")]
    [InlineData("track link file")]
    public async Task Order_TrackedUnderALinkedIdentifier_CountsOnce_WhicheverCameFirst(string order)
    {
        foreach (var step in order.Split(' '))
        {
            await (step switch
            {
                "link" => workspace.Source.SendAsync(Link),
                "track" => workspace.Source.SendAsync(Tracked),
                _ => ImportAsync(Orders),
            });
        }

        (await WhoAsync("did \"Order Completed\" twice and sum of revenue of \"Order Completed\" = 35")).ShouldBe(["ada"]);
        (await RevenueAsync("ada")).ShouldBe("2 35");
    }

    [Fact]
    public async Task Order_TrackedUnderAnIdentifierThatIsTakenApartAgain_IsThatOfBoth()
    {
        await ImportAsync(Orders);
        await workspace.Source.SendAsync(Tracked);
        await workspace.Source.SendAsync(Link);
        var ada = await workspace.GetAsync("/api/profiles?identifier=user_id:ada");
        await workspace.PostAsync($"/api/profiles/{ada.GetProperty("id").GetGuid()}/unmerge", new { identifiers = new[] { new { kind = "anonymous_id", value = "visitor" } } });

        (await WhoAsync("did \"Order Completed\" twice and sum of revenue of \"Order Completed\" = 35")).ShouldBe(["ada"]);
        (await WhoAsync("did \"Order Completed\" once and sum of revenue of \"Order Completed\" = 25")).ShouldBe(["visitor"]);
    }

    [Fact]
    public async Task Customers_HaveTheirColumnsAsTraits()
    {
        const string Customers = "customer_id,email,plan,seats,created_at\nada,ada@example.com,pro,5,2023-05-01\nbob,bob@example.com,free,1,2023-06-01\n";
        (await imports.ImportAsync(Customers, "customers", name: "customers.csv")).GetProperty("state").GetString().ShouldBe("done");
        (await imports.ImportAsync(Customers, "customers", name: "customers.csv")).GetProperty("state").GetString().ShouldBe("done");

        (await WhoAsync("plan is \"pro\" and seats >= 5 and email contains \"ada@\"")).ShouldBe(["ada"]);
        (await WhoAsync("created_at is before 2023-05-15")).ShouldBe(["ada"]);
        (await WhoAsync("plan is set", "2023-07-01")).ShouldBeEmpty();
        (await WhoAsync("created_at is set", "2023-05-15")).ShouldBe(["ada"]);
        (await CallsAsync()).Count.ShouldBe(4);
    }

    [Fact]
    public void ProfileRanges_HoldEveryIdOnce()
    {
        var ranges = ProfileRange.For(1_000_000).ToList();
        ranges.Count.ShouldBe(4);
        (ranges[0].First, ranges[0].Last).ShouldBe((Guid.Empty, new Guid("ffffffff-ffff-ffff-8fff-ffffffffffff")));
        (ranges[1].First, ranges[^1].Last).ShouldBe((new Guid("00000000-0000-0000-9000-000000000000"), new Guid("ffffffff-ffff-ffff-ffff-ffffffffffff")));
    }

    private async Task ImportAsync(string orders)
    {
        var import = await imports.ImportAsync(orders);
        import.GetProperty("state").GetString().ShouldBe("done", import.ToString());
    }

    private async Task<string> RevenueAsync(string user)
    {
        var value = (await workspace.GetAsync($"/api/profiles?identifier=user_id:{user}")).GetProperty("value");
        return $"{value.GetProperty("orders")} {value.GetProperty("revenue")}";
    }

    private Task<List<string>> CallsAsync() => workspace.Source.QueryAsync("SELECT concat(name, ' ', message_id, properties) FROM events WHERE workspace = {workspace:String} ORDER BY 1");

    private async Task<IReadOnlyList<string>> WhoAsync(string definition, string? at = null)
    {
        var preview = await workspace.PostAsync("/api/segments/preview", new { definition, at });
        return [.. preview.GetProperty("sample").EnumerateArray().Select(member => member.GetProperty("identifier").GetProperty("value").GetString()!).Order(StringComparer.Ordinal)];
    }
}
