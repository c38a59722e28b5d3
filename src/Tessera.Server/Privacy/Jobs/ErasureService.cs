using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tessera.Server.Hosting;
using Tessera.Server.Pipeline.Contracts;
using Tessera.Server.Privacy.Contracts;
using Tessera.Server.Privacy.Engine;
using Tessera.Server.Segments.Contracts;

namespace Tessera.Server.Privacy.Jobs;

/// <summary>Erases persons, one after the other. What a crash or a failure breaks off is done again until it is finished.</summary>
internal sealed class ErasureService(
    ErasureStore store,
    IEnumerable<IErasable> erasables,
    EngineErasure engine,
    PipelinePause pipeline,
    StoreProgress stored,
    StateDatabase state,
    ILiveMembership membership,
    IMembershipTurns turns,
    TimeProvider time,
    ILogger<ErasureService> logger) : BackgroundService
{
    private static readonly TimeSpan BatchPatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim bell = new(0);
    private IDisposable? pauseFromStart;

    /// <summary>Has what was asked for done; returns at once.</summary>
    public void Wake() => bell.Release();

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // What came after the request must not be processed before what was there is gone: it would go with it.
        if ((await store.UnfinishedAsync(cancellationToken)).Any(erasure => !erasure.StateFile))
        {
            pauseFromStart = await pipeline.BeginAsync(BatchPatience, cancellationToken);
        }

        await base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        pauseFromStart?.Dispose();
        bell.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                var isAllDone = true;
                foreach (var erasure in await store.UnfinishedAsync(stoppingToken))
                {
                    isAllDone &= await TryAsync(erasure, stoppingToken);
                }

                if (isAllDone)
                {
                    Resume();
                    await bell.WaitAsync(stoppingToken);
                }
                else
                {
                    await Task.Delay(Retry, time, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The next start goes on.
        }
    }

    private async Task<bool> TryAsync(Erasure erasure, CancellationToken cancellationToken)
    {
        try
        {
            await EraseAsync(erasure, cancellationToken);
            return true;
        }
#pragma warning disable CA1031 // whatever fails, such as an engine that is down, may succeed later, and others wait behind
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            logger.LogWarning(failure, "Erasure {Erasure} did not get on; it is tried again", erasure.Id);
            await store.FailedAsync(erasure.Id, failure is TesseraException ? failure.Message : "Something it needs is not available; it is tried again.", cancellationToken);
            return false;
        }
    }

    private async Task EraseAsync(Erasure erasure, CancellationToken cancellationToken)
    {
        if (ErasureStore.PersonOf(erasure) is { } person)
        {
            if (!erasure.Log)
            {
                await RunAsync(ErasureStage.Log, person, cancellationToken);
                await store.LogDoneAsync(erasure.Id, cancellationToken);
            }

            if (!erasure.StateFile)
            {
                // An evaluation under way would record again who it has found; and it must not have to wait for a pause that waits for it.
                await turns.BetweenEvaluationsAsync(() => EraseInPauseAsync(person, cancellationToken), cancellationToken);
                await store.StateDoneAsync(erasure.Id, cancellationToken);
            }

            Resume();
            if (!erasure.Metadata)
            {
                await RunAsync(ErasureStage.Afterwards, person, cancellationToken);
                await RunAsync(ErasureStage.Metadata, person, cancellationToken);
                await store.MetadataDoneAsync(erasure.Id, cancellationToken);
            }

            if (!erasure.Engine)
            {
                await engine.CompactAsync(cancellationToken);
                await store.EngineDoneAsync(erasure.Id, cancellationToken);
            }

            await state.ForgetAsync(cancellationToken);
        }

        await store.FinishAsync(erasure.Id, cancellationToken);
    }

    private async Task EraseInPauseAsync(ErasedPerson person, CancellationToken cancellationToken)
    {
        // What a crash left half stored is finished even in a pause, and would come after what is erased here.
        await stored.WholeAsync.WaitAsync(BatchPatience, time, cancellationToken);
        using var pause = pauseFromStart is null ? await pipeline.BeginAsync(BatchPatience, cancellationToken) : null;

        // Again, for what was on its way into the log.
        await RunAsync(ErasureStage.Log, person, cancellationToken);
        await RunAsync(ErasureStage.State, person, cancellationToken);
        await turns.BetweenRecordingsAsync(() => engine.DeleteAsync(person, cancellationToken), cancellationToken);
        await membership.NoteChangedAsync(person.Workspace, person.Nodes, cancellationToken);
    }

    private void Resume()
    {
        pauseFromStart?.Dispose();
        pauseFromStart = null;
    }

    private async Task RunAsync(ErasureStage stage, ErasedPerson person, CancellationToken cancellationToken)
    {
        foreach (var erasable in erasables.Where(erasable => erasable.Stage == stage))
        {
            await erasable.EraseAsync(person, cancellationToken);
        }
    }
}
