using System.Data.Common;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Imports.Publishing;

namespace Tessera.Server.Imports.Jobs;

/// <summary>Runs the imports: those of one workspace one after the other, two workspaces at a time; at the start those that were interrupted.</summary>
internal sealed class ImportRunner(ImportStore store, StagingArea staging, ImportJob job, TimeProvider time, ILogger<ImportRunner> logger)
    : BackgroundService
{
    private const int MostAtATime = 2;
    private static readonly TimeSpan PauseBeforeLookingAgain = TimeSpan.FromSeconds(10);

    private readonly Channel<ImportRecord> queue = Channel.CreateUnbounded<ImportRecord>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Dictionary<WorkspaceKey, Task> lanes = [];
    private readonly SemaphoreSlim slots = new(MostAtATime);

    /// <summary>Puts an import at the end of its workspace's queue.</summary>
    public void Enqueue(ImportRecord import) => queue.Writer.TryWrite(import);

    public override void Dispose()
    {
        slots.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await ResumeAsync(stoppingToken);
            await foreach (var import in queue.Reader.ReadAllAsync(stoppingToken))
            {
                var before = lanes.GetValueOrDefault(import.Workspace, Task.CompletedTask);
                lanes[import.Workspace] = RunAfterAsync(before, import, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops; what is unfinished goes on at the next start.
        }

        await Task.WhenAll(lanes.Values);
    }

    private async Task ResumeAsync(CancellationToken cancellationToken)
    {
        try
        {
            var unfinished = await UnfinishedAsync(cancellationToken);
            foreach (var import in unfinished.Where(import => import.State != ImportState.NeedsAnswer))
            {
                Enqueue(import);
            }

            await staging.DropAllButAsync([.. unfinished.Select(import => import.Id)], cancellationToken);
        }
        catch (ClickHouseException failure)
        {
            logger.LogWarning(failure, "What earlier imports left behind could not be tidied up");
        }
    }

    /// <summary>The imports that were interrupted, as soon as they can be read: what keeps them from it, such as a full disk, passes.</summary>
    private async Task<IReadOnlyList<ImportRecord>> UnfinishedAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await store.ListUnfinishedAsync(cancellationToken);
            }
            catch (Exception failure) when (failure is DbException or IOException)
            {
                logger.LogWarning(failure, "Interrupted imports could not be looked for; next try in {Pause}", PauseBeforeLookingAgain);
                await Task.Delay(PauseBeforeLookingAgain, time, cancellationToken);
            }
        }
    }

    private async Task RunAfterAsync(Task before, ImportRecord import, CancellationToken cancellationToken)
    {
        await before;
        try
        {
            await slots.WaitAsync(cancellationToken);
            try
            {
                // What was put into the queue twice, by the start and by its sender, runs once.
                if (await store.FindAsync(import.Workspace, import.Id, cancellationToken) is { State: ImportState.Queued or ImportState.Reading or ImportState.Publishing } current)
                {
                    await job.RunAsync(current, cancellationToken);
                }
            }
            finally
            {
                slots.Release();
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Goes on at the next start.
        }
#pragma warning disable CA1031 // one import must not take the others down with it
        catch (Exception failure)
#pragma warning restore CA1031
        {
            logger.LogError(failure, "Import {Import} ended without a result", import.Id);
        }
    }
}
