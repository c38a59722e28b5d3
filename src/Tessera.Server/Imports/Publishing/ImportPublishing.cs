using Tessera.Server.Imports.Calls;
using Tessera.Server.Imports.Contracts;
using Tessera.Server.Imports.Jobs;
using Tessera.Server.Imports.Live;
using Tessera.Server.Imports.Orders;

namespace Tessera.Server.Imports.Publishing;

/// <summary>Publishes everything that an import has staged and completes its report.</summary>
internal sealed class ImportPublishing(
    StagingArea staging,
    ImportMoney money,
    OrderPublisher orders,
    EventPublisher events,
    OrderCallPublisher orderCalls,
    TraitCallPublisher traitCalls,
    ProfilePublisher profiles,
    TrackedInFiles tracked)
{
    /// <summary>Whether the staging area holds all that was read. After a power loss it may not, and then the file is read again.</summary>
    public async Task<bool> IsReadyAsync(ImportRecord import, CancellationToken cancellationToken)
    {
        var report = import.Report;
        if ((await staging.LinesSpanAsync(import.Id, cancellationToken)).Rows != report.StagedOrderLines)
        {
            return false;
        }

        foreach (var (table, expected) in new[]
        {
            (StagingArea.Customers, report.StagedCustomers), (StagingArea.Events, report.StagedEvents), (StagingArea.Traits, report.StagedTraits),
        })
        {
            if (await staging.CountAsync(table, import.Id, cancellationToken) != expected)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Publishes; running it again finishes what was begun and doubles nothing.</summary>
    /// <returns>The import with its final counts, and what it changed.</returns>
    public async Task<(ImportRecord Import, OrdersChanged Change)> PublishAsync(ImportRecord import, CancellationToken cancellationToken)
    {
        // Only now: an import that fails while it is read leaves the workspace as it was.
        await money.AdoptAsync(import.Workspace, import.Report.AdoptedCurrency, cancellationToken);
        var lines = await orders.PublishAsync(import.Workspace, import.Id, import.Report.LineNumbers, cancellationToken);
        var storedEvents = await events.PublishAsync(import.Workspace, import.Id, cancellationToken);
        await PublishCallsAsync(import, storedEvents, cancellationToken);
        var touched = await profiles.PublishAsync(import.Workspace, import.Id, cancellationToken);
        var rows = import.Progress.RowsRead - import.Progress.RowsRejected;
        var stored = import.Kind switch
        {
            ImportKind.Orders => lines.Stored,
            ImportKind.Events => storedEvents,
            _ => rows,
        };
        var published = import with
        {
            Progress = import.Progress with { RowsAccepted = stored, RowsDuplicate = rows - stored },
            Report = import.Report with
            {
                Counts = Counts(import, lines, storedEvents, touched),
                LineTypes = lines.LineTypes,
                Notes = [.. import.Report.Notes, .. Notes(lines)],
            },
        };
        return (published, new OrdersChanged(import.Workspace, import.Id, lines.Stored, storedEvents, touched));
    }

    private async Task PublishCallsAsync(ImportRecord import, long storedEvents, CancellationToken cancellationToken)
    {
        if (import.Kind == ImportKind.Orders)
        {
            await tracked.RemoveAsync(import.Workspace, import.Id, cancellationToken);
            await orderCalls.PublishAsync(import.Workspace, import.Id, cancellationToken);
        }
        else if (import.Kind == ImportKind.Events && storedEvents > 0)
        {
            await orderCalls.RemoveDoubledAsync(import.Workspace, profile: null, cancellationToken);
        }

        await traitCalls.PublishAsync(import, cancellationToken);
    }

    private static Dictionary<string, long> Counts(ImportRecord import, OrderPublication lines, long storedEvents, long touched)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var kind in OrderLineKinds.All.Where(kind => import.Kind == ImportKind.Orders || lines.Kinds.ContainsKey(kind)))
        {
            counts[kind] = lines.Kinds.GetValueOrDefault(kind);
        }

        foreach (var (name, count) in import.Report.Counts)
        {
            counts[name] = count;
        }

        if (import.Kind == ImportKind.Events)
        {
            counts["events"] = storedEvents;
            counts["orderLines"] = lines.Stored;
        }

        counts["profiles"] = touched;
        return counts;
    }

    private static IEnumerable<string> Notes(OrderPublication lines)
    {
        if (lines.Converted > 0)
        {
            yield return $"{lines.Converted:N0} lines were there already in another currency and were converted: a rate for it was given now.";
        }

        if (lines.Corrected > lines.Converted)
        {
            yield return $"{lines.Corrected - lines.Converted:N0} lines were there already and were corrected: their order was cancelled or refunded since, or their customer is known now.";
        }

        if (lines.OrdersInTwoImports > 0)
        {
            yield return $"{lines.OrdersInTwoImports:N0} orders were there already with other lines: both the old and the new lines count. If orders were edited between two exports, import them into a fresh workspace.";
        }
    }
}
