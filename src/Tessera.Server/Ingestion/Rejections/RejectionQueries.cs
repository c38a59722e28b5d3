using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Hosting;

namespace Tessera.Server.Ingestion.Rejections;

/// <summary>Asks the engine what was kept aside.</summary>
internal sealed class RejectionQueries(ClickHouseClient engine)
{
    private static readonly Statement Page = new(EmbeddedSql.Read("Ingestion/Rejections/Page.sql"));
    private static readonly Statement Reasons = new(EmbeddedSql.Read("Ingestion/Rejections/Reasons.sql"));

    /// <summary>Newest first, after a cursor if there is one.</summary>
    public Task<List<RejectedEventRow>> PageAsync(WorkspaceKey workspace, RejectionCursor? after, int limit, CancellationToken cancellationToken) =>
        engine.ListAsync<RejectedEventRow>(
            Page.With("workspace", workspace.Value)
                .With("first", after is null)
                .With("after_time", after?.ReceivedAt ?? DateTimeOffset.UnixEpoch)
                .With("after_partition", after?.Partition ?? 0)
                .With("after_position", after?.Position ?? 0)
                .With("limit", limit),
            cancellationToken);

    /// <summary>Every reason, the most frequent first.</summary>
    public Task<List<RejectionReason>> ReasonsAsync(WorkspaceKey workspace, CancellationToken cancellationToken) =>
        engine.ListAsync<RejectionReason>(Reasons.With("workspace", workspace.Value), cancellationToken);
}
