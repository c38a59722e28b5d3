using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Hosting;
using Tessera.Server.Pipeline.Contracts;

namespace Tessera.Server.Imports.Publishing;

/// <summary>Moves staged calls into <c>events</c>, each message once, however often it is run and wherever it was stopped.</summary>
internal sealed class EventPublisher(ClickHouseClient client, StagingArea staging, IDerivedRows derived)
{
    private static readonly TimeSpan RangeTimeout = TimeSpan.FromMinutes(10);
    private static readonly Statement Publish = new(EmbeddedSql.Read("Imports/Publishing/PublishEvents.sql"));

    /// <summary>Publishes what an import has staged.</summary>
    /// <returns>How many events are there because of the import.</returns>
    public async Task<long> PublishAsync(WorkspaceKey workspace, Guid import, CancellationToken cancellationToken)
    {
        var staged = await staging.SpanAsync(StagingArea.Events, import, cancellationToken);
        if (staged.Rows == 0)
        {
            return 0;
        }

        foreach (var range in HashRange.For(staged.Rows))
        {
            var statement = Publish
                .With("workspace", workspace.Value)
                .With("import", import)
                .With("from", range.From)
                .With("to", range.To)
                .WithTimeout(RangeTimeout)
                .WithQueryId(range.QueryId("publish-events", import));
            await client.ExecuteAsync(statement, cancellationToken);
        }

        // Of calls that an earlier, interrupted run has stored too.
        await derived.RefillAsync(workspace, import, cancellationToken);
        var stored = new Statement(
            "SELECT toInt64(count()) FROM events WHERE workspace = {workspace:String} AND time BETWEEN {first:DateTime64(6, 'UTC')} AND {last:DateTime64(6, 'UTC')} AND import_id = {import:UUID}")
            .With("workspace", workspace.Value)
            .With("import", import)
            .With("first", staged.First)
            .With("last", staged.Last);
        return await client.SingleAsync<long>(stored, cancellationToken);
    }
}
