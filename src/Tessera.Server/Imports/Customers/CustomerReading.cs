using Tessera.ClickHouse;
using Tessera.Server.Imports.Dates;
using Tessera.Server.Imports.Jobs;
using Tessera.Server.Imports.Orders;
using Tessera.Server.Imports.Planning;
using Tessera.Server.Imports.Publishing;
using Tessera.Server.Imports.Reading;
using Tessera.Server.Imports.Rows;

namespace Tessera.Server.Imports.Customers;

/// <summary>Reads tables of customers into the staging area.</summary>
internal sealed class CustomerReading(ClickHouseClient client, ImportSpool spool, ImportMoney money) : IImportReading
{
    public ImportKind Kind => ImportKind.Customers;

    public async Task<ImportRecord> ReadAsync(ImportRecord import, ImportMeter meter, CancellationToken cancellationToken)
    {
        var file = new DiskFile(spool.FileOf(import.Id), import.FileName);
        var workspace = await money.WorkspaceAsync(import.Workspace, cancellationToken);
        var plan = new TablePlanner(file, TableKind.Customers, import.Map, import.Options, workspace).Plan();
        var report = PlanReport.Of(plan);
        if (plan.Questions.Count > 0)
        {
            return import with { State = ImportState.NeedsAnswer, Report = report };
        }

        using var table = TableReader.Open(file, OptionReader.Reading(import.Options), meter.Watch);
        using var rejected = new RejectedRows(spool.RejectedOf(import.Id));
        var row = new TableRow(table, plan.Numbers);
        var reader = new CustomerReader(import, row, plan, new DateReader(plan.Dates, plan.Zone), new ProfileIds(import.Workspace));
        var staged = await client.InsertAsync(StagingArea.Traits, Traits(table, reader, rejected, meter, cancellationToken), StagingArea.Batches, cancellationToken);
        EarlyFailure.Check(table.RowsRead, rejected, isEnd: true);
        return import with
        {
            State = ImportState.Publishing,
            Progress = meter.Snapshot(),
            Report = report with
            {
                File = table.Shape,
                Notes = [.. report.Notes, .. reader.Notes, .. table.Notes()],
                Rejections = rejected.Reasons,
                StagedTraits = staged.Rows,
            },
        };
    }

    private static IEnumerable<StagedTrait> Traits(
        TableReader table, CustomerReader reader, RejectedRows rejected, ImportMeter meter, CancellationToken cancellationToken)
    {
        while (table.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (reader.TryRead(out var traits, out var problem))
            {
                meter.Accept();
                foreach (var trait in traits)
                {
                    yield return trait;
                }
            }
            else
            {
                meter.Reject();
                rejected.Add(table.Line, problem, table.Raw());
            }

            EarlyFailure.Check(table.RowsRead, rejected, isEnd: false);
        }
    }
}
