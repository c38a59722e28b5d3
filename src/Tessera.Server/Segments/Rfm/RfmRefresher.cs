using Tessera.Domain;
using Tessera.Server.Hosting;
using Tessera.Server.Segments.Tables;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Segments.Rfm;

/// <summary>Brings a workspace's segments up to date: computes them, then switches to what was computed.</summary>
/// <remarks>
/// One computation runs at a time, whatever the workspace: they are short, and two at once would only share the machine. Whoever asks while
/// one runs waits, and finds the work done when the one that ran, or the first of those waiting, accounted for it.
/// </remarks>
internal sealed class RfmRefresher(
    RfmModelStore models,
    RfmComputation computation,
    RfmHistoryComputation history,
    RfmPasts pasts,
    RfmStatements statements,
    CustomerTableVersions versions,
    CustomerTableCleaner cleaner,
    IWorkspaceDirectory workspaces,
    MetadataDatabase metadata,
    TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Computes the current segments if anything has changed since they were computed.</summary>
    /// <returns>Whether there was anything to do.</returns>
    public async Task<bool> RefreshAsync(WorkspaceKey workspace, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            var state = await models.ReadAsync(workspace, cancellationToken);
            if (!state.IsStale)
            {
                return false;
            }

            await ComputeAsync(await ModelAsync(workspace, state.Options, cancellationToken), state.Requested, cancellationToken);
            return true;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Frees what nobody may read any more.</summary>
    public async Task CleanAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            await cleaner.CleanAsync(cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Brings one month of the past up to date, so that current segments never wait for the whole of it.</summary>
    /// <returns>Whether there are more months to do.</returns>
    public async Task<bool> RefreshOneMonthAsync(WorkspaceKey workspace, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            var past = await CurrentAsync(workspace, cancellationToken) is { ReferenceDate: { } reference } current
                ? await history.StepAsync(await ModelAsync(workspace, current.Options, cancellationToken), reference, cancellationToken)
                : new RfmPast(Months: 0, Done: 0);
            pasts.Note(workspace, past);
            return !past.IsComplete;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>
    /// Compares what was computed with what the engine holds, for changes that nobody told of (a crash between writing and telling, a part of a
    /// table that the engine had to set aside), and requests a computation where they differ.
    /// </summary>
    public async Task CheckAsync(WorkspaceKey workspace, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            var lines = await statements.OrderLineCountAsync(workspace, cancellationToken);
            var version = await versions.CurrentAsync(workspace, CustomerTable.Rfm, cancellationToken);
            var result = version?.Details is { } details ? StoredJson.Read<RfmResult>(details) : null;
            var scored = version is null ? 0 : await statements.ScoredAsync(workspace, version.Version, cancellationToken);
            var timeZone = (await workspaces.FindAsync(workspace, cancellationToken))?.TimeZone;
            if (lines != (result?.OrderLines ?? 0) || scored != (result?.Customers ?? 0) || (result is not null && result.TimeZone != timeZone))
            {
                await models.RequestAsync(workspace, cancellationToken);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task ComputeAsync(RfmModel model, long requested, CancellationToken cancellationToken)
    {
        var lines = await statements.OrderLineCountAsync(model.Workspace, cancellationToken);
        var totals = await computation.SumUpAsync(model.Workspace, cancellationToken);
        var outcome = await computation.ScoreAsync(model, totals, cancellationToken);
        var result = new RfmResult(
            model.Options,
            model.TimeZone,
            outcome.ReferenceDate,
            time.GetUtcNow(),
            outcome.Cells.Sum(cell => cell.Customers),
            outcome.Cutoffs,
            outcome.Cells,
            lines);

        // Before the switch: nobody may see the new present and take the old past for its own.
        pasts.Forget(model.Workspace);
        await using var connection = await metadata.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await versions.SwitchAsync(transaction, model.Workspace, CustomerTable.Totals, totals, details: null);
        await versions.SwitchAsync(transaction, model.Workspace, CustomerTable.Rfm, outcome.Version, StoredJson.Write(result));
        await RfmModelStore.AccountAsync(transaction, model.Workspace, requested);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task<RfmModel> ModelAsync(WorkspaceKey workspace, RfmOptions options, CancellationToken cancellationToken)
    {
        var found = await workspaces.FindAsync(workspace, cancellationToken)
            ?? throw new InvalidOperationException($"There is no workspace \"{workspace}\" to compute segments for.");
        return new RfmModel(workspace, found.TimeZone, options);
    }

    private async Task<RfmResult?> CurrentAsync(WorkspaceKey workspace, CancellationToken cancellationToken) =>
        await versions.CurrentAsync(workspace, CustomerTable.Rfm, cancellationToken) is { Details: { } details }
            ? StoredJson.Read<RfmResult>(details)
            : null;
}
