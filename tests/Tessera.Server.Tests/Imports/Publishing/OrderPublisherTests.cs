using Microsoft.Extensions.DependencyInjection;
using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Hosting;
using Tessera.Server.Imports.Orders;
using Tessera.Server.Imports.Publishing;

namespace Tessera.Server.Tests.Imports.Publishing;

/// <summary>Publishing that was stopped anywhere is finished by running it again.</summary>
[Collection(SharedServer.Name)]
public sealed class OrderPublisherTests(ServerFixture server)
{
    [Theory]
    [InlineData(0x4000_0000_0000_0000)]
    [InlineData(0x7FFF_FFFF_FFFF_FFFF)]
    public async Task PublishAsync_AfterAPartWasPublishedAlready_PublishesTheRest(ulong upTo)
    {
        var workspace = new WorkspaceKey(await server.CreateWorkspaceAsync("publish"));
        var client = server.Services.GetRequiredService<ClickHouseClient>();
        var staging = server.Services.GetRequiredService<StagingArea>();
        var import = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);
        await client.InsertAsync(StagingArea.OrderLines, Enumerable.Range(0, 3000).Select(line => Line(import, line)));
        var range = new OrderRange(workspace, import, await staging.SpanAsync(StagingArea.OrderLines, import, default)) { Range = new HashRange(0, upTo) };
        await client.ExecuteAsync(range.Bind(new Statement(
            EmbeddedSql.Read("Imports/Publishing/PublishOrderLines.sql")
                .Replace("/*numbered*/", EmbeddedSql.Read("Imports/Publishing/NumberedOrderLines.sql"), StringComparison.Ordinal))));
        var part = await CountAsync();
        part.Lines.ShouldBeInRange(500, 2500);

        var publisher = new OrderPublisher(client, staging);
        (await publisher.PublishAsync(workspace, import, default)).Stored.ShouldBe(3000);
        (await CountAsync()).ShouldBe((3000L, 3000L));
        (await publisher.PublishAsync(workspace, import, default)).Stored.ShouldBe(3000);
        (await CountAsync()).ShouldBe((3000L, 3000L));
        await staging.DropAsync(import, default);
        (await staging.SpanAsync(StagingArea.OrderLines, import, default)).Rows.ShouldBe(0);

        Task<(long Lines, long Different)> CountAsync() => client.SingleAsync<(long, long)>(
            new Statement("SELECT toInt64(count()), toInt64(uniqExact(order_id, line_key, occurrence)) FROM order_lines WHERE workspace = {workspace:String}").With("workspace", workspace.Value));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(999_999, 1)]
    [InlineData(1_000_000, 2)]
    [InlineData(100_000_000, 101)]
    public void For_Rows_MakesRangesThatHoldEveryHashOnce(long rows, int count)
    {
        var ranges = HashRange.For(rows);
        ranges.Count.ShouldBe(count);
        ranges[0].From.ShouldBe(ulong.MinValue);
        ranges[^1].To.ShouldBe(ulong.MaxValue);
        ranges.Zip(ranges.Skip(1)).ShouldAllBe(pair => pair.Second.From == pair.First.To + 1 && pair.First.From <= pair.First.To);
    }

    private static StagedOrderLine Line(Guid import, int line) => new()
    {
        ImportId = import,
        OrderId = $"order-{line / 3}",
        Time = DateTimeOffset.UnixEpoch.AddDays(line / 3),
        Sku = line % 3 == 0 ? "A" : "B",
        Kind = "sale",
        LineType = "product",
        Quantity = 1,
        UnitPrice = 5,
        Amount = 5,
        OriginalAmount = 5,
        Currency = "EUR",
        OriginalCurrency = "EUR",
        SourceLine = (ulong)line,
    };
}
