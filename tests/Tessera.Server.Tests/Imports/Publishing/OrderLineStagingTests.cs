using Microsoft.Extensions.DependencyInjection;
using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Imports.Calls;
using Tessera.Server.Imports.Jobs;
using Tessera.Server.Imports.Orders;
using Tessera.Server.Imports.Publishing;

namespace Tessera.Server.Tests.Imports.Publishing;

/// <summary>However the lines of orders are mixed in a file, they are stored alike.</summary>
[Collection(SharedServer.Name)]
public sealed class OrderLineStagingTests(ServerFixture server)
{
    private const int Orders = 20_000;

    /// <summary>Lines in the order of their orders; mixed within short distances; and each order's lines in different thirds of the file.</summary>
    [Theory]
    [InlineData("together", nameof(LineNumbers.Final))]
    [InlineData("near", nameof(LineNumbers.Final))]
    [InlineData("apart", nameof(LineNumbers.Missing))]
    public async Task Publish_LinesOfOrdersMixed_AreNumberedAndClassifiedAlike(string mixture, string expected)
    {
        var workspace = new WorkspaceKey(await server.CreateWorkspaceAsync("mixed"));
        var client = server.Services.GetRequiredService<ClickHouseClient>();
        var staging = server.Services.GetRequiredService<StagingArea>();
        var import = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);
        LineNumbers numbers;
        await using (var lines = await OrderLineStaging.OpenAsync(client, staging, workspace, import, default))
        {
            foreach (var (order, place) in Sequence(mixture))
            {
                await lines.AddAsync(Line(order, place));
            }

            await lines.CompleteAsync();
            numbers = lines.Numbers;
        }

        numbers.ToString().ShouldBe(expected);
        (await new OrderPublisher(client, staging, new OrderCallPublisher(client, TimeProvider.System)).PublishAsync(workspace, import, numbers, default)).Stored.ShouldBe(Orders * 3);
        await staging.DropAsync(import, default);
        var stored = await client.ListAsync<(string Kind, string LineType, uint Occurrence, long Lines)>(
            new Statement("SELECT kind, line_type, occurrence, toInt64(count()) FROM order_lines WHERE workspace = {workspace:String} GROUP BY ALL ORDER BY ALL").With("workspace", workspace.Value));

        // Every other order has two identical gifts and a line with a price; the others have three gifts, which without any price are stock.
        stored.ShouldBe(
        [
            ("adjustment", "stock", 1U, Orders / 2), ("adjustment", "stock", 2U, Orders / 2), ("adjustment", "stock", 3U, Orders / 2),
            ("free", "product", 1U, Orders / 2), ("free", "product", 2U, Orders / 2), ("sale", "product", 1U, Orders / 2),
        ]);
    }

    private static IEnumerable<(int Order, int Place)> Sequence(string mixture) => mixture switch
    {
        "together" => Enumerable.Range(0, Orders * 3).Select(line => (line / 3, line % 3)),
        "near" => Enumerable.Range(0, Orders / 1000).SelectMany(group => Enumerable.Range(0, 3000).Select(line => ((group * 1000) + (line % 1000), line / 1000))),
        _ => Enumerable.Range(0, Orders * 3).Select(line => (line % Orders, line / Orders)),
    };

    private static StagedOrderLine Line(int order, int place)
    {
        var hasPrice = order % 2 == 0 && place == 2;
        return new StagedOrderLine
        {
            OrderId = $"order-{order}",
            Time = DateTimeOffset.UnixEpoch,
            Sku = "A",
            Kind = hasPrice ? "sale" : "free",
            LineType = "product",
            Quantity = 1,
            UnitPrice = hasPrice ? 5 : 0,
            Amount = hasPrice ? 5 : 0,
            OriginalAmount = hasPrice ? 5 : 0,
            Currency = "EUR",
            OriginalCurrency = "EUR",
            SourceLine = (ulong)((order * 3) + place),
        };
    }
}
