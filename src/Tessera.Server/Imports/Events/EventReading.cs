using System.Globalization;
using System.Text;
using System.Text.Json;
using Tessera.ClickHouse;
using Tessera.Server.Imports.Jobs;
using Tessera.Server.Imports.Orders;
using Tessera.Server.Imports.Planning;
using Tessera.Server.Imports.Publishing;
using Tessera.Server.Imports.Reading;
using Tessera.Server.Imports.Rows;

namespace Tessera.Server.Imports.Events;

/// <summary>Reads files of tracking calls, one JSON object a line, into the staging area.</summary>
internal sealed class EventReading(ClickHouseClient client, StagingArea area, ImportSpool spool, ImportMoney moneyOf) : IImportReading
{
    private const string Advice = "check that every line is one tracking call";

    public ImportKind Kind => ImportKind.Events;

    public async Task<ImportRecord> ReadAsync(ImportRecord import, ImportMeter meter, CancellationToken cancellationToken)
    {
        var file = new DiskFile(spool.FileOf(import.Id), import.FileName);
        var workspace = await moneyOf.WorkspaceAsync(import.Workspace, cancellationToken);
        var (text, shape) = RecordSources.OpenText(file, meter.Watch);
        using var lines = new LineReader(text);
        using var rejected = new RejectedRows(spool.RejectedOf(import.Id));
        await using var staging = new StagingWriter(client, cancellationToken);
        await using var orderLines = await OrderLineStaging.OpenAsync(client, area, import.Workspace, import.Id, cancellationToken);
        var calls = new TrackingCallReader(import.Id, new ProfileIds(import.Workspace), import.CreatedAt);
        var traits = new TraitReader();
        ImportMoney.Decision? money = null;
        var signs = new SharedSigns(OptionReader.Currency(import.Options), workspace.Currency);
        var orders = new OrderEventReport();
        var (rows, withoutCustomer) = (0L, 0L);
        while (lines.Read())
        {
            if (FieldText.Trim(lines.Line).IsEmpty)
            {
                continue;
            }

            rows++;
            if (!TryRead(calls, lines, out var call, out var problem))
            {
                meter.Reject();
                rejected.Add(lines.Number, problem, Encoding.UTF8.GetString(lines.Line));
                EarlyFailure.Check(rows, rejected, isEnd: false, Advice);
                continue;
            }

            meter.Accept();
            await staging.AddAsync(call);
            if (call.Type == "identify")
            {
                foreach (var trait in traits.Read(call))
                {
                    await staging.AddAsync(trait);
                }
            }
            else if (OrderEvents.IsOrder(call))
            {
                using var properties = JsonDocument.Parse(call.Properties);
                money ??= await moneyOf.RulesAsync(
                    workspace, signs.Said ?? OrderEvents.CurrencyOf(properties.RootElement, signs), import.Options, cancellationToken);
                foreach (var line in OrderEvents.Lines(call, properties.RootElement, money.Rules, orders))
                {
                    withoutCustomer += line.ProfileId == Guid.Empty ? 1 : 0;
                    await orderLines.AddNumberedAsync(line);
                }
            }
        }

        await orderLines.CompleteAsync();
        var staged = await staging.CompleteAsync();
        if (rows == 0)
        {
            throw ImportErrors.NoCalls(import.FileName);
        }

        EarlyFailure.Check(rows, rejected, isEnd: true, Advice);
        return import with
        {
            State = ImportState.Publishing,
            Progress = meter.Snapshot(),
            Report = new ImportReport
            {
                File = shape,
                Notes = [.. money?.Notes ?? [], .. orders.Notes, .. Notes(text)],
                Counts = new Dictionary<string, long>(StringComparer.Ordinal) { ["withoutCustomer"] = withoutCustomer },
                Rejections = rejected.Reasons,
                AdoptedCurrency = money?.Adopted,
                StagedEvents = staged.Events,
                StagedOrderLines = orderLines.Lines,
                LineNumbers = orderLines.Numbers,
                StagedTraits = staged.Traits,
            },
        };
    }

    private static bool TryRead(TrackingCallReader calls, LineReader lines, out StagedEvent call, out RowProblem problem)
    {
        if (lines.IsTooLong)
        {
            (call, problem) = (null!, new RowProblem($"the line is longer than {LineReader.LongestLine.ToString("N0", CultureInfo.InvariantCulture)} bytes", string.Empty, string.Empty));
            return false;
        }

        var read = calls.TryRead(FieldText.Trim(lines.Line), lines.Number, out var found, out problem);
        call = found!;
        return read;
    }

    private static IEnumerable<string> Notes(Utf8Stream text)
    {
        if (text.IsWindows1252)
        {
            yield return "The text is not UTF-8: it was read as Windows-1252.";
        }
    }
}
