using Microsoft.Extensions.DependencyInjection;
using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Imports.Calls;
using Tessera.Server.Imports.Jobs;
using Tessera.Server.Imports.Orders;
using Tessera.Server.Imports.Publishing;

namespace Tessera.Server.Tests.Imports.Publishing;

/// <summary>Publishing that was stopped anywhere is finished by running it again.</summary>
[Collection(SharedServer.Name)]
public sealed class OrderPublisherTests(ServerFixture server)
{
    /// <summary>However far an earlier publication came: within a year, between two years, not at all.</summary>
    [Theory]
    [InlineData(nameof(LineNumbers.Final), "0")]
    [InlineData(nameof(LineNumbers.Final), "cityHash64(order_id) < 0x7FFFFFFFFFFFFFFF")]
    [InlineData(nameof(LineNumbers.Final), "toYear(time) = 1971")]
    [InlineData(nameof(LineNumbers.Missing), "0")]
    [InlineData(nameof(LineNumbers.Missing), "cityHash64(order_id) < 0x4000000000000000")]
    [InlineData(nameof(LineNumbers.Missing), "toYear(time) = 1971")]
    [InlineData(nameof(LineNumbers.Stated), "1")]
    public async Task PublishAsync_AfterAPartWasPublishedAlready_PublishesTheRest(string knownNumbers, string alreadyThere)
    {
        var numbers = Enum.Parse<LineNumbers>(knownNumbers);
        var workspace = new WorkspaceKey(await server.CreateWorkspaceAsync("publish"));
        var client = server.Services.GetRequiredService<ClickHouseClient>();
        var staging = server.Services.GetRequiredService<StagingArea>();
        var import = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);
        await using (var lines = await OrderLineStaging.OpenAsync(client, staging, workspace, import, default))
        {
            foreach (var line in Enumerable.Range(0, 3000).Select(Line))
            {
                await lines.AddAsync(line);
            }

            await lines.CompleteAsync();
            lines.Numbers.ShouldBe(LineNumbers.Final);
        }

        // What is compared is written above; no value becomes SQL.
        await client.ExecuteAsync(new Statement($"INSERT INTO order_lines SELECT * FROM {TableName.Quote(StagingArea.LinesOf(import))} WHERE {alreadyThere}"));
        var publisher = new OrderPublisher(client, staging, new OrderCallPublisher(client, TimeProvider.System));
        (await publisher.PublishAsync(workspace, import, numbers, default)).Stored.ShouldBe(3000);
        (await CountAsync()).ShouldBe((3000L, 3000L));
        (await publisher.PublishAsync(workspace, import, numbers, default)).Stored.ShouldBe(3000);
        (await CountAsync()).ShouldBe((3000L, 3000L));
        await staging.DropAsync(import, default);
        (await staging.LinesSpanAsync(import, default)).Rows.ShouldBe(0);

        Task<(long Lines, long Different)> CountAsync() => client.SingleAsync<(long, long)>(
            new Statement("SELECT toInt64(count()), toInt64(uniqExact(order_id, line_key, occurrence)) FROM order_lines WHERE workspace = {workspace:String}").With("workspace", workspace.Value));
    }

    /// <summary>Lines are replaced by storing them as they are now and then removing what they were; it may have been stopped before, in between or after.</summary>
    [Theory]
    [InlineData("0")]
    [InlineData("cityHash64(order_id) < 0x7FFFFFFFFFFFFFFF")]
    [InlineData("1")]
    public async Task PublishAsync_LinesThatAreSomethingElseNow_AreReplacedWhereverItWasStopped(string alreadyStored)
    {
        var workspace = new WorkspaceKey(await server.CreateWorkspaceAsync("replace"));
        var client = server.Services.GetRequiredService<ClickHouseClient>();
        var staging = server.Services.GetRequiredService<StagingArea>();
        var (before, now) = (Guid.CreateVersion7(DateTimeOffset.UnixEpoch), Guid.CreateVersion7(DateTimeOffset.UnixEpoch));
        var publisher = new OrderPublisher(client, staging, new OrderCallPublisher(client, TimeProvider.System));
        foreach (var (import, kind) in new[] { (before, "sale"), (now, "cancellation") })
        {
            await using var lines = await OrderLineStaging.OpenAsync(client, staging, workspace, import, default);
            foreach (var line in Enumerable.Range(0, 300).Select(Line))
            {
                line.Kind = line.SourceLine < 200 ? kind : "sale";
                await lines.AddAsync(line);
            }

            await lines.CompleteAsync();
        }

        await publisher.PublishAsync(workspace, before, LineNumbers.Final, default);

        // What is compared is written above; no value becomes SQL.
        await client.ExecuteAsync(new Statement($"INSERT INTO order_lines SELECT * FROM {TableName.Quote(StagingArea.LinesOf(now))} WHERE kind = 'cancellation' AND {alreadyStored}"));
        await publisher.PublishAsync(workspace, now, LineNumbers.Final, default);
        (await CountAsync()).ShouldBe((300L, 300L, 200L));
        await publisher.PublishAsync(workspace, now, LineNumbers.Final, default);
        (await CountAsync()).ShouldBe((300L, 300L, 200L));
        await staging.DropAsync(before, default);
        await staging.DropAsync(now, default);

        Task<(long Lines, long Different, long Cancelled)> CountAsync() => client.SingleAsync<(long, long, long)>(
            new Statement("SELECT toInt64(count()), toInt64(uniqExact(order_id, line_key, occurrence)), toInt64(countIf(kind = 'cancellation')) FROM order_lines WHERE workspace = {workspace:String}").With("workspace", workspace.Value));
    }

    /// <summary>A file of several ranges is arranged by range first; its identical lines may be as far apart as they like.</summary>
    [Fact]
    public async Task PublishAsync_MoreLinesThanARangeHas_NumbersAndPublishesEachOnce()
    {
        const int Half = 130_000;
        var workspace = new WorkspaceKey(await server.CreateWorkspaceAsync("publish"));
        var client = server.Services.GetRequiredService<ClickHouseClient>();
        var staging = server.Services.GetRequiredService<StagingArea>();
        var import = Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddDays(2));
        await using (var lines = await OrderLineStaging.OpenAsync(client, staging, workspace, import, default))
        {
            foreach (var line in Enumerable.Range(0, 2 * Half).Select(line => Line(line % Half)))
            {
                line.Time = DateTimeOffset.UnixEpoch;
                await lines.AddAsync(line);
            }

            await lines.CompleteAsync();
            lines.Numbers.ShouldBe(LineNumbers.Missing);
        }

        (await new OrderPublisher(client, staging, new OrderCallPublisher(client, TimeProvider.System)).PublishAsync(workspace, import, LineNumbers.Missing, default)).Stored.ShouldBe(2 * Half);
        (await client.SingleAsync<(long, long, long)>(new Statement(
            "SELECT toInt64(count()), toInt64(uniqExact(order_id, line_key, occurrence)), toInt64(countIf(occurrence > 2)) FROM order_lines WHERE workspace = {workspace:String}").With("workspace", workspace.Value)))
            .ShouldBe((2 * Half, 2 * Half, (Half - 1) / 3 * 2));
        await staging.DropAsync(import, default);
        (await client.ListAsync<string>(new Statement("SELECT name FROM system.tables WHERE database = currentDatabase() AND endsWith(name, {import:String})").With("import", $"{import:N}")))
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(249_999, 1)]
    [InlineData(250_000, 2)]
    [InlineData(100_000_000, 401)]
    public void For_Rows_MakesRangesThatHoldEveryHashOnce(long rows, int count)
    {
        var ranges = HashRange.For(rows);
        ranges.Count.ShouldBe(count);
        ranges[0].From.ShouldBe(ulong.MinValue);
        ranges[^1].To.ShouldBe(ulong.MaxValue);
        ranges.Zip(ranges.Skip(1)).ShouldAllBe(pair => pair.Second.From == pair.First.To + 1 && pair.First.From <= pair.First.To);
    }

    private static StagedOrderLine Line(int line) => new()
    {
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
