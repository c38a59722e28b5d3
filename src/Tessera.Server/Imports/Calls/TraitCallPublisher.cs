using Tessera.ClickHouse;
using Tessera.Server.Hosting;
using Tessera.Server.Imports.Jobs;
using Tessera.Server.Imports.Publishing;

namespace Tessera.Server.Imports.Calls;

/// <summary>Makes identify calls of what files say of customers, so that segments can ask about it as about any trait.</summary>
/// <remarks>A call is known by what it says of whom: the same file, read again, says nothing new.</remarks>
internal sealed class TraitCallPublisher(ClickHouseClient client, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly Statement Publish =
        new Statement(EmbeddedSql.Read("Imports/Calls/PublishTraitCalls.sql")).WithTimeout(Patience).WithSetting("max_partitions_per_insert_block", "0");

    /// <summary>Stores what an import says of customers.</summary>
    public async Task PublishAsync(ImportRecord import, CancellationToken cancellationToken)
    {
        // Files of calls have their identify calls among them.
        var isOfCustomers = import.Kind == ImportKind.Customers;
        var rows = import.Report.StagedCustomers + (isOfCustomers ? import.Report.StagedTraits : 0);
        if (rows == 0 || import.Kind == ImportKind.Events)
        {
            return;
        }

        foreach (var range in HashRange.For(rows))
        {
            await client.ExecuteAsync(
                Publish
                    .With("workspace", import.Workspace.Value)
                    .With("import", import.Id)
                    .With("from", range.From)
                    .With("to", range.To)
                    .With("of_customers", isOfCustomers)
                    .With("read_at", import.CreatedAt)
                    .With("now", time.GetUtcNow())
                    .WithQueryId(range.QueryId("publish-trait-calls", import.Id)),
                cancellationToken);
        }
    }
}
