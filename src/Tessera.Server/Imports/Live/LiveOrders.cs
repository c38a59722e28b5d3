using System.Text.Json;
using Microsoft.Extensions.Logging;
using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Hosting;
using Tessera.Server.Imports.Calls;
using Tessera.Server.Imports.Contracts;
using Tessera.Server.Imports.Events;
using Tessera.Server.Imports.Orders;
using Tessera.Server.Imports.Publishing;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Imports.Live;

/// <inheritdoc cref="IOrderCalls"/>
/// <remarks>Every line is looked for before it is stored, so that an order may be sent, and stored, any number of times.</remarks>
internal sealed class LiveOrders(
    ClickHouseClient client,
    IWorkspaceDirectory workspaces,
    ImportMoney money,
    LiveOrderNotices notices,
    OrderCallPublisher imported,
    ILogger<LiveOrders> logger) : IOrderCalls, IDisposable
{
    // Together they keep a question well within the length that the engine takes, whatever ids somebody makes up.
    private const int LongestOrderId = 1024;
    private const int OrdersPerQuestion = 200;

    private static readonly Statement Known = new(
        EmbeddedSql.Read("Imports/Live/KnownLiveOrderLines.sql").Replace("/*linked*/", OrderCallPublisher.LinkedOfSome, StringComparison.Ordinal));

    // A batch of history may touch every year there is.
    private static readonly InsertOptions Options = new() { Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["max_partitions_per_insert_block"] = "0" } };

    // The first orders decide the workspace's currency: the next ones wait until that is settled.
    private readonly SemaphoreSlim turn = new(1);

    public bool IsOrder(string name) => OrderEvents.IsOrderName(name);

    public async Task StoreAsync(WorkspaceKey workspace, IReadOnlyList<OrderCall> calls, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            await StoreNextAsync(workspace, calls, cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task StoreNextAsync(WorkspaceKey workspace, IReadOnlyList<OrderCall> calls, CancellationToken cancellationToken)
    {
        if (await workspaces.FindAsync(workspace, cancellationToken) is not { } found)
        {
            return;
        }

        var lines = await LinesAsync(found, calls, cancellationToken);
        if (lines.Count == 0)
        {
            return;
        }

        var seen = await KnownAsync(workspace, lines, cancellationToken);
        await RemoveImportedAsync(workspace, lines, seen.Keys, cancellationToken);
        using var block = new OrderLineBlock(workspace, Guid.Empty);
        foreach (var line in lines)
        {
            var identity = LiveLine.Of(line);
            if (!seen.TryGetValue(identity, out var times))
            {
                seen[identity] = times = [];
            }

            if (!times.Exists(known => identity.IsSame(line.Time, known.Time, known.IsFiled)))
            {
                times.Add((line.Time, IsFiled: false));
                block.Add(line, order: null);
            }
        }

        if (block.Count > 0)
        {
            await client.InsertBlocksAsync("order_lines", new[] { block.Rows }.ToAsyncEnumerable(), Options, cancellationToken);
            notices.Add(workspace, block.Count);
        }
    }

    // An order that a file brought before has a call of its own, made of its lines: now that it is tracked, one is enough.
    private async Task RemoveImportedAsync(WorkspaceKey workspace, List<StagedOrderLine> lines, IEnumerable<LiveLine> known, CancellationToken cancellationToken)
    {
        var orders = known.Select(line => line.OrderId).ToHashSet(StringComparer.Ordinal);
        foreach (var profile in lines.Where(line => line.ProfileId != Guid.Empty && orders.Contains(line.OrderId.Text)).Select(line => line.ProfileId).Distinct())
        {
            await imported.RemoveDoubledAsync(workspace, profile, cancellationToken);
        }
    }

    private async Task<Dictionary<LiveLine, List<(DateTimeOffset Time, bool IsFiled)>>> KnownAsync(
        WorkspaceKey workspace, List<StagedOrderLine> lines, CancellationToken cancellationToken)
    {
        var known = new Dictionary<LiveLine, List<(DateTimeOffset Time, bool IsFiled)>>();
        var profiles = lines.Select(line => line.ProfileId).Distinct().ToArray();
        foreach (var orders in lines.Select(line => line.OrderId.Text).Distinct(StringComparer.Ordinal).Chunk(OrdersPerQuestion))
        {
            var rows = await client.ListAsync<KnownLine>(
                Known.With("workspace", workspace.Value).With("profiles", profiles).With("orders", orders), cancellationToken);
            foreach (var row in rows.GroupBy(row => new LiveLine(row.OrderId, row.Product, row.Quantity, row.Amount, row.Currency, row.Occurrence)))
            {
                known[row.Key] = [.. row.Select(line => (line.Time, line.IsFiled))];
            }
        }

        return known;
    }

    private async Task<List<StagedOrderLine>> LinesAsync(Workspace workspace, IReadOnlyList<OrderCall> calls, CancellationToken cancellationToken)
    {
        var lines = new List<StagedOrderLine>();
        var report = new OrderEventReport();
        MoneyRules? rules = null;
        foreach (var call in calls)
        {
            var staged = new StagedEvent(
                Guid.Empty, call.ProfileId, call.Identifier.Kind, call.Identifier.Value, call.Time, call.MessageId, "track", call.Name,
                UserId: "", AnonymousId: "", GroupId: "", PreviousId: "", call.Properties, Context: "{}", call.ReceivedAt, SourceLine: 0);
            using var properties = JsonDocument.Parse(call.Properties);
            rules ??= await RulesAsync(workspace, properties.RootElement, cancellationToken);
            var made = OrderEvents.Lines(staged, properties.RootElement, rules, report);
            if (made.Count > 0 && made[0].OrderId.Utf8.Length > LongestOrderId)
            {
                logger.LogWarning(
                    "Workspace {Workspace}: the order of message {Message} has an id of more than {Most} bytes; it has no lines", workspace.Key, call.MessageId, LongestOrderId);
                continue;
            }

            lines.AddRange(made);
        }

        foreach (var note in report.Notes)
        {
            // The calls themselves are stored; that an order makes no sense must not hold up those behind it.
            logger.LogWarning("Workspace {Workspace}: {Note}", workspace.Key, note);
        }

        return lines;
    }

    private async Task<MoneyRules> RulesAsync(Workspace workspace, JsonElement properties, CancellationToken cancellationToken)
    {
        var signs = new SharedSigns(Said: null, workspace.Currency);
        var decision = await money.RulesAsync(workspace, OrderEvents.CurrencyOf(properties, signs), new ImportOptions(), cancellationToken);
        await money.AdoptAsync(new WorkspaceKey(workspace.Key), decision.Adopted, cancellationToken);

        // What one order says of its currency says nothing about the orders of others that came in with it.
        return decision.Rules with { Assumed = decision.Rules.Workspace };
    }

    private sealed record KnownLine(string OrderId, string Product, decimal Quantity, decimal Amount, string Currency, uint Occurrence, DateTimeOffset Time, bool IsFiled);
}
