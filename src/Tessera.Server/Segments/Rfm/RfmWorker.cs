using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tessera.Domain;
using Tessera.Server.Segments.Tables;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Segments.Rfm;

/// <summary>Keeps the segments of all workspaces up to date in the background: at start, after changes, and again after failures.</summary>
internal sealed class RfmWorker(
    RfmQueue queue,
    RfmRefresher refresher,
    RfmModelStore models,
    RfmPasts pasts,
    IWorkspaceDirectory workspaces,
    TimeProvider time,
    ILogger<RfmWorker> logger) : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(2);

    private readonly Dictionary<WorkspaceKey, TimeSpan> pauses = [];
    private readonly HashSet<WorkspaceKey> notChecked = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var workspace in await workspaces.ListAsync(stoppingToken))
        {
            var key = new WorkspaceKey(workspace.Key);
            notChecked.Add(key);
            queue.Enqueue(key);
        }

        await foreach (var workspace in queue.ReadAllAsync(stoppingToken))
        {
            await AttendAsync(workspace, stoppingToken);
        }
    }

    private async Task AttendAsync(WorkspaceKey workspace, CancellationToken stoppingToken)
    {
        try
        {
            if (notChecked.Contains(workspace))
            {
                await refresher.CheckAsync(workspace, stoppingToken);
                notChecked.Remove(workspace);
            }

            var changed = await refresher.RefreshAsync(workspace, stoppingToken);
            while (await refresher.RefreshOneMonthAsync(workspace, stoppingToken))
            {
                changed = true;
                if (queue.IsWaiting)
                {
                    // Somebody's present comes before this one's past.
                    queue.Enqueue(workspace);
                    return;
                }
            }

            pauses.Remove(workspace);
            await refresher.CleanAsync(stoppingToken);
            if (changed)
            {
                _ = EnqueueAfterAsync(workspace, CustomerTableVersions.Grace + FirstPause, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops; what was not finished is found at the next start.
        }
        catch (Exception exception)
        {
            await TryAgainAsync(workspace, exception, stoppingToken);
        }
    }

    private async Task TryAgainAsync(WorkspaceKey workspace, Exception exception, CancellationToken stoppingToken)
    {
        var pause = pauses.TryGetValue(workspace, out var last) ? TimeSpan.FromTicks(Math.Min(last.Ticks * 2, LongestPause.Ticks)) : FirstPause;
        pauses[workspace] = pause;
        logger.LogWarning(exception, "The segments of workspace {Workspace} were not computed; next try in {Pause}", workspace, pause);
        _ = EnqueueAfterAsync(workspace, pause, stoppingToken);
        pasts.NoteFailure(workspace, exception.Message);
        await models.NoteFailureAsync(workspace, exception.Message, CancellationToken.None);
    }

    private async Task EnqueueAfterAsync(WorkspaceKey workspace, TimeSpan pause, CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(pause, time, stoppingToken);
            queue.Enqueue(workspace);
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }
}
