using System.Text.Json;
using Microsoft.Extensions.Logging;
using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Hosting;
using Tessera.Server.Imports.Contracts;
using Tessera.Server.Imports.Events;
using Tessera.Server.Imports.Orders;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Imports.Live;

/// <inheritdoc cref="IOrderCalls"/>
internal sealed class LiveOrders(
    ClickHouseClient client, IWorkspaceDirectory workspaces, ImportMoney money, LiveOrderNotices notices, ILogger<LiveOrders> logger) : IOrderCalls
{
    private const string Staged = "live_order_lines";
    private static readonly Statement Publish = new(EmbeddedSql.Read("Imports/Live/PublishLiveOrderLines.sql"));
    private static readonly Statement Drop = new("ALTER TABLE live_order_lines DROP PARTITION {batch:UUID}");

    public bool IsOrder(string name) => OrderEvents.IsOrderName(name);

    public async Task StoreAsync(WorkspaceKey workspace, Guid batch, IReadOnlyList<OrderCall> calls, CancellationToken cancellationToken)
    {
        if (await workspaces.FindAsync(workspace, cancellationToken) is not { } found)
        {
            return;
        }

        var lines = await LinesAsync(found, batch, calls, cancellationToken);
        await DropAsync(batch, cancellationToken);
        await client.InsertAsync(Staged, lines, options: null, cancellationToken);
        await client.ExecuteAsync(Publish.With("workspace", workspace.Value).With("batch", batch).AsIdempotent(), cancellationToken);
        await DropAsync(batch, cancellationToken);
        notices.Add(workspace, lines.Count);
    }

    private async Task<List<StagedOrderLine>> LinesAsync(Workspace workspace, Guid batch, IReadOnlyList<OrderCall> calls, CancellationToken cancellationToken)
    {
        var lines = new List<StagedOrderLine>();
        var named = calls.Select(CurrencyOf).FirstOrDefault(currency => currency is not null);
        var rules = (await money.RulesAsync(workspace, named, new ImportOptions(), cancellationToken)).Rules;
        foreach (var (index, call) in calls.Index())
        {
            var staged = new StagedEvent(
                batch, call.ProfileId, call.Identifier.Kind, call.Identifier.Value, call.Time, call.MessageId, "track", call.Name,
                UserId: "", AnonymousId: "", GroupId: "", PreviousId: "", call.Properties, Context: "{}", call.ReceivedAt, (ulong)index);
            try
            {
                using var properties = JsonDocument.Parse(call.Properties);
                lines.AddRange(OrderEvents.Lines(staged, properties.RootElement, rules));
            }
            catch (Exception mistake) when (IsNonsense(mistake))
            {
                // The event is stored; that its order makes no sense must not hold up those behind it.
                logger.LogWarning(mistake, "The order of message {Message} cannot be read and has no lines", call.MessageId);
            }
        }

        return lines;
    }

    private static string? CurrencyOf(OrderCall call)
    {
        try
        {
            using var properties = JsonDocument.Parse(call.Properties);
            return OrderEvents.CurrencyOf(properties.RootElement);
        }
        catch (Exception mistake) when (IsNonsense(mistake))
        {
            return null;
        }
    }

    private static bool IsNonsense(Exception mistake) => mistake is InvalidOperationException or JsonException or FormatException or ArithmeticException;

    private Task<StatementSummary> DropAsync(Guid batch, CancellationToken cancellationToken) => client.ExecuteAsync(Drop.With("batch", batch).AsIdempotent(), cancellationToken);
}
