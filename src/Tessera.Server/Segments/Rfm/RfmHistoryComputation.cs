using Tessera.Server.Hosting;
using Tessera.Server.Segments.Tables;

namespace Tessera.Server.Segments.Rfm;

/// <summary>Computes the model as of the ends of past months, and since when each customer has been where they are.</summary>
/// <remarks>
/// A month's end is a reference date, the first day of the next month. The months form a chain: who was in the same segment at the month's end
/// before carries their <c>since</c> on. A month stays as it is while the options and all order lines before its date are the same; the
/// customers' segments are kept for the last <see cref="KeptSnapshots"/> months only, so a change further back begins the chain anew.
/// </remarks>
internal sealed class RfmHistoryComputation(
    RfmStatements statements,
    RfmComputation computation,
    RfmHistoryStore store,
    CustomerTableVersions versions,
    CustomerTableCleaner cleaner,
    MetadataDatabase metadata)
{
    /// <summary>How many months' ends are computed, counted back from the reference date.</summary>
    public const int Months = 24;

    /// <summary>For how many of them each customer's segment is kept: the last, and the one before it.</summary>
    public const int KeptSnapshots = 2;

    /// <summary>Computes the first month of the chain that is missing or out of date.</summary>
    /// <param name="model">The model that the current segments were computed with.</param>
    /// <param name="reference">The reference date of the current segments; months' ends before it count.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How far the past is after it.</returns>
    public async Task<RfmPast> StepAsync(RfmModel model, DateOnly reference, CancellationToken cancellationToken)
    {
        var fingerprints = await statements.MonthFingerprintsAsync(model.Workspace, model.TimeZone, cancellationToken);
        var wanted = MonthEnd.Before(reference, Months, fingerprints, model);
        var kept = await store.ListAsync(model.Workspace, cancellationToken);
        var good = UpToDate(wanted, kept);
        var outdated = kept.Except(good).ToList();
        if (good.Count < wanted.Count)
        {
            await ComputeAsync(model, wanted[good.Count], good.LastOrDefault(), outdated, cancellationToken);
        }
        else if (outdated.Count > 0)
        {
            await store.RemoveAsync(model.Workspace, outdated, versions, cancellationToken);
        }

        return new RfmPast(wanted.Count, Math.Min(good.Count + 1, wanted.Count));
    }

    /// <summary>The months that can stay: the chain from the first wanted month as far as nothing has changed.</summary>
    private static List<RfmHistoryMonth> UpToDate(IReadOnlyList<MonthEnd> wanted, IReadOnlyList<RfmHistoryMonth> kept)
    {
        var chain = kept.SkipWhile(month => wanted.Count == 0 || month.Date < wanted[0].Date)
            .Zip(wanted)
            .TakeWhile(pair => pair.First.Date == pair.Second.Date && pair.First.Fingerprint == pair.Second.Fingerprint)
            .Select(pair => pair.First)
            .ToList();

        // It can only be carried on from a month whose customers' segments are still kept.
        return chain.Count == 0 || chain[^1].Version is not null ? chain : [];
    }

    private async Task ComputeAsync(
        RfmModel model, MonthEnd month, RfmHistoryMonth? previous, IReadOnlyList<RfmHistoryMonth> outdated, CancellationToken cancellationToken)
    {
        var outcome = await computation.ScoreAsOfAsync(model, month.Date, cancellationToken);
        var snapshot = await versions.BeginAsync(model.Workspace, CustomerTable.Snapshot, cancellationToken);
        await statements.WriteSnapshotAsync(model.Workspace, outcome.Version, previous?.Version ?? 0, snapshot, month.Date, cancellationToken);
        await using var connection = await metadata.OpenAsync(cancellationToken);
        await using (var transaction = await connection.BeginTransactionAsync(cancellationToken))
        {
            await RfmHistoryStore.RemoveAsync(transaction, model.Workspace, outdated, versions);
            await CustomerTableVersions.AddAsync(transaction, snapshot);
            await RfmHistoryStore.AddAsync(transaction, model.Workspace, new RfmHistoryMonth(month.Date, month.Fingerprint, snapshot, outcome.Cells));
            await RfmHistoryStore.ReleaseAsync(transaction, model.Workspace, KeptSnapshots, versions);
            await transaction.CommitAsync(cancellationToken);
        }

        await cleaner.DropAsync(CustomerTable.Rfm, outcome.Version, cancellationToken);
    }
}
