using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Hosting;
using Tessera.Server.Imports.Calls;
using Tessera.Server.Imports.Contracts;

namespace Tessera.Server.Imports.Live;

/// <inheritdoc cref="IMovedOrders"/>
/// <remarks>Of lines that are there twice, those go that tracking calls brought: they can be made again of the calls, should the customer be taken apart.</remarks>
internal sealed class MovedOrders(ClickHouseClient client, OrderCallPublisher imported, IOrderCalls live, TrackedInFiles filed) : IMovedOrders
{
    private const int LinesPerDeletion = 2000;
    private const int CallsAtOnce = 500;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly Statement Doubled = Load("DoubledOrderLines");
    private static readonly Statement Tracked = Load("TrackedOrderCalls");

    private static readonly Statement Delete = new Statement(
        """
        DELETE FROM order_lines
        WHERE workspace = {workspace:String}
            AND import_id = toUUID('00000000-0000-0000-0000-000000000000')
            AND (profile_id, order_id, line_key, occurrence) IN {lines:Array(Tuple(UUID, String, UInt128, UInt32))}
        """).WithTimeout(Patience);

    public async Task SettleAsync(WorkspaceKey workspace, IReadOnlyCollection<Guid> identifiers, bool areApart, CancellationToken cancellationToken)
    {
        await imported.SettleAsync(workspace, identifiers, areApart, cancellationToken);
        Statement Asked(Statement statement) => statement.With("workspace", workspace.Value).With("identifiers", identifiers);
        if (areApart)
        {
            foreach (var some in (await client.ListAsync<CallRow>(Asked(Tracked), cancellationToken)).Chunk(CallsAtOnce))
            {
                await live.StoreAsync(workspace, [.. some.Select(OrderCallOf)], cancellationToken);
            }
        }

        // By their keys and no subquery: the embedded engine never ends a mutation that reads its own table.
        foreach (var some in (await client.ListAsync<(Guid, string, UInt128, uint)>(Asked(Doubled), cancellationToken)).Chunk(LinesPerDeletion))
        {
            await client.ExecuteAsync(Delete.With("workspace", workspace.Value).With("lines", some).AsIdempotent(), cancellationToken);
        }

        await filed.RemoveAsync(workspace, identifiers, cancellationToken);
    }

    private static OrderCall OrderCallOf(CallRow row) => new(
        row.ProfileId,
        row.UserId.Length > 0 ? new Identifier(IdentifierKinds.UserId, row.UserId) : new Identifier(IdentifierKinds.AnonymousId, row.AnonymousId),
        row.Time,
        row.ReceivedAt,
        row.MessageId,
        row.Name,
        row.Properties);

    private static Statement Load(string name) => new Statement(EmbeddedSql.Read($"Imports/Live/{name}.sql")).WithTimeout(Patience);

    private sealed record CallRow(Guid ProfileId, string UserId, string AnonymousId, DateTimeOffset Time, DateTimeOffset ReceivedAt, string MessageId, string Name, string Properties);
}
