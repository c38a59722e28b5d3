using System.Data.Common;
using Microsoft.Extensions.Logging;
using Tessera.ClickHouse;
using Tessera.Server.Hosting;
using Tessera.Server.Imports.Contracts;
using Tessera.Server.Imports.Publishing;

namespace Tessera.Server.Imports.Jobs;

/// <summary>Takes one import from where it stands to its end, through failures of the engine and restarts of the server.</summary>
/// <remarks>
/// Reading begins anew whenever it was interrupted; what it had staged is dropped first. Publishing goes on where it was, because
/// it only adds what is not there yet. So every row arrives once, wherever the import is stopped.
/// </remarks>
internal sealed class ImportJob(
    ImportStore store,
    ImportSpool spool,
    ImportMeters meters,
    StagingArea staging,
    ImportPublishing publishing,
    IEnumerable<IImportReading> readings,
    IEnumerable<IOrdersObserver> observers,
    TimeProvider time,
    ILogger<ImportJob> logger)
{
    private const int MostTries = 8;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);
    private const int NotEnoughSpace = 243;

    /// <summary>Runs an import to its end: done, failed, or waiting for an answer.</summary>
    /// <exception cref="OperationCanceledException">The server stops; the import goes on at the next start.</exception>
    public async Task RunAsync(ImportRecord import, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                import = await AdvanceAsync(import, cancellationToken);
                return;
            }
            catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                if (attempt == MostTries || Explain(failure) is { } || !IsTransient(failure))
                {
                    await FailAsync(import, failure, cancellationToken);
                    return;
                }

                logger.LogWarning(failure, "Import {Import} was interrupted and is tried again", import.Id);
                await Task.Delay(FirstPause * Math.Pow(2, attempt - 1), time, cancellationToken);
                import = await store.FindAsync(import.Workspace, import.Id, cancellationToken) ?? import;
            }
        }
    }

    private static bool IsTransient(Exception failure) => failure is ClickHouseException { IsTransient: true } or OperationCanceledException;

    /// <summary>The sentence for a failure that trying again would not mend; null for others.</summary>
    private static ImportException? Explain(Exception failure) => failure switch
    {
        ImportException known => known,
        ClickHouseException { Code: NotEnoughSpace } => ImportErrors.DiskFull(failure),
        _ when DataDirectoryFailure.IsDiskFull(failure) => ImportErrors.DiskFull(failure),
        _ => null,
    };

    private async Task<ImportRecord> AdvanceAsync(ImportRecord import, CancellationToken cancellationToken)
    {
        if (import.State != ImportState.Publishing || !await publishing.IsReadyAsync(import, cancellationToken))
        {
            import = await ReadAsync(import, cancellationToken);
            if (import.State == ImportState.NeedsAnswer)
            {
                return import;
            }
        }

        var (published, change) = await publishing.PublishAsync(import, cancellationToken);
        published = await NotifyAsync(published, change, cancellationToken);
        published = published with { State = ImportState.Done, FinishedAt = time.GetUtcNow() };
        await store.SaveAsync(published, cancellationToken);
        meters.Stop(import.Id);
        await staging.DropAsync(import.Id, cancellationToken);
        spool.DeleteFile(import.Id);
        return published;
    }

    private async Task<ImportRecord> ReadAsync(ImportRecord import, CancellationToken cancellationToken)
    {
        await staging.DropAsync(import.Id, cancellationToken);
        File.Delete(spool.RejectedOf(import.Id));
        import = import with { State = ImportState.Reading, StartedAt = import.StartedAt ?? time.GetUtcNow(), Report = new ImportReport(), Error = null, ErrorCode = null };
        await store.SaveAsync(import, cancellationToken);
        var meter = meters.Start(import.Id);
        var reading = readings.First(candidate => candidate.Kind == import.Kind);
        import = await Task.Run(() => reading.ReadAsync(import, meter, cancellationToken), cancellationToken);
        await store.SaveAsync(import, cancellationToken);
        if (import.State == ImportState.NeedsAnswer)
        {
            meters.Stop(import.Id);
        }

        return import;
    }

    private async Task<ImportRecord> NotifyAsync(ImportRecord import, OrdersChanged change, CancellationToken cancellationToken)
    {
        foreach (var observer in observers)
        {
            try
            {
                await observer.OrdersChangedAsync(change, cancellationToken);
            }
#pragma warning disable CA1031 // the import is whole whatever an observer makes of it
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                logger.LogError(failure, "{Observer} failed after import {Import}", observer.GetType().Name, import.Id);
                var note = $"What is computed from orders could not be brought up to date: {failure.Message}";
                import = import with { Report = import.Report with { Notes = [.. import.Report.Notes, note] } };
            }
        }

        return import;
    }

    /// <summary>Keeps the failure as soon as there is room for it: a full disk may be the very thing to tell.</summary>
    private async Task SaveFailureAsync(ImportRecord import, ImportException explained, CancellationToken cancellationToken)
    {
        for (var pause = FirstPause; ; pause = pause < LongestPause ? pause * 2 : pause)
        {
            try
            {
                var current = meters.UpToDate(await store.FindAsync(import.Workspace, import.Id, cancellationToken) ?? import);
                await store.SaveAsync(
                    current with { State = ImportState.Failed, ErrorCode = explained.Code, Error = explained.Message, FinishedAt = time.GetUtcNow() }, cancellationToken);
                return;
            }
            catch (Exception failure) when (failure is DbException or IOException)
            {
                logger.LogError(failure, "That import {Import} failed could not be kept; next try in {Pause}: {Reason}", import.Id, pause, explained.Message);
            }

            // What it has staged may be what fills the disk.
            await DropStagedAsync(import, cancellationToken);
            spool.DeleteFile(import.Id);
            await Task.Delay(pause, time, cancellationToken);
        }
    }

    private async Task DropStagedAsync(ImportRecord import, CancellationToken cancellationToken)
    {
        try
        {
            await staging.DropAsync(import.Id, cancellationToken);
        }
        catch (ClickHouseException unreachable)
        {
            // Dropped at the next start.
            logger.LogWarning(unreachable, "What import {Import} has staged could not be dropped yet", import.Id);
        }
    }

    private async Task FailAsync(ImportRecord import, Exception failure, CancellationToken cancellationToken)
    {
        var explained = Explain(failure);
        if (explained is null)
        {
            logger.LogError(failure, "Import {Import} failed", import.Id);
            explained = ImportErrors.Unexpected(failure);
        }

        await SaveFailureAsync(import, explained, cancellationToken);
        meters.Stop(import.Id);
        spool.DeleteFile(import.Id);
        await DropStagedAsync(import, cancellationToken);
    }
}
