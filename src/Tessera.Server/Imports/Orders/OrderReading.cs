using Tessera.ClickHouse;
using Tessera.Server.Imports.Dates;
using Tessera.Server.Imports.Jobs;
using Tessera.Server.Imports.Planning;
using Tessera.Server.Imports.Publishing;
using Tessera.Server.Imports.Reading;
using Tessera.Server.Imports.Rows;

namespace Tessera.Server.Imports.Orders;

/// <summary>Reads tables of order lines into the staging area.</summary>
internal sealed class OrderReading(ClickHouseClient client, StagingArea staging, ImportSpool spool, ImportMoney moneyOf) : IImportReading
{
    public ImportKind Kind => ImportKind.Orders;

    public async Task<ImportRecord> ReadAsync(ImportRecord import, ImportMeter meter, CancellationToken cancellationToken)
    {
        var file = new DiskFile(spool.FileOf(import.Id), import.FileName);
        var workspace = await moneyOf.WorkspaceAsync(import.Workspace, cancellationToken);
        var plan = new TablePlanner(file, TableKind.Orders, import.Map, import.Options, workspace).Plan();
        var report = PlanReport.Of(plan);
        if (plan.Questions.Count > 0)
        {
            return import with { State = ImportState.NeedsAnswer, Report = report };
        }

        var money = await moneyOf.RulesAsync(workspace, plan.NamedCurrency, import.Options, cancellationToken);
        using var table = TableReader.Open(file, OptionReader.Reading(import.Options), meter.Watch);
        using var rejected = new RejectedRows(spool.RejectedOf(import.Id));
        var counts = new OrderReport();
        var row = new TableRow(table, plan.Numbers);
        var fields = new OrderFields(row, plan.Mapping, new DateReader(plan.Dates, plan.Zone));
        var reader = new OrderLineReader(row, fields, money.Rules, new ProfileIds(import.Workspace), new CustomerNaming(OptionReader.CustomerKind(import.Options)), counts);
        await using var lines = await OrderLineStaging.OpenAsync(client, staging, import.Workspace, import.Id, cancellationToken);
        var customers = new CustomerStaging(client, import.Id);
        while (table.Read())
        {
            if (reader.TryRead(out var problem))
            {
                meter.Accept();
                await lines.AddAsync(reader.Line);
                await customers.AddAsync(reader.Line, cancellationToken);
            }
            else
            {
                meter.Reject();
                rejected.Add(table.Line, problem, table.Raw());
                cancellationToken.ThrowIfCancellationRequested();
            }

            EarlyFailure.Check(table.RowsRead, rejected, isEnd: false);
        }

        await customers.WriteAsync(cancellationToken);
        await lines.CompleteAsync();
        EarlyFailure.Check(table.RowsRead, rejected, isEnd: true);
        return import with
        {
            State = ImportState.Publishing,
            Progress = meter.Snapshot(),
            Report = report with
            {
                File = table.Shape,
                Notes = [.. report.Notes, .. money.Notes, .. counts.Notes(money.Rules), .. table.Notes()],
                Counts = new Dictionary<string, long>(StringComparer.Ordinal) { ["withoutCustomer"] = counts.WithoutCustomer },
                Rejections = rejected.Reasons,
                AdoptedCurrency = money.Adopted,
                StagedOrderLines = lines.Lines,
                LineNumbers = lines.Numbers,
                StagedCustomers = customers.Rows,
            },
        };
    }
}
