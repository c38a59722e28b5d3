using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tessera.Domain;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Segments.Rules;

/// <summary>
/// Evaluates the segments of a workspace as soon as one is made or changed, and those of every workspace once in a while, since calls come in and time
/// alone changes who belongs.
/// </summary>
internal sealed class RuleWorker(
    RuleQueue queue, RuleEvaluation evaluation, RuleRemoval removal, IWorkspaceDirectory workspaces, TimeProvider time, ILogger<RuleWorker> logger) : BackgroundService
{
    private const int ShareOfTime = 20;
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await TryAsync(() => evaluation.CleanAsync(stoppingToken), "What evaluations of segments left behind was not dropped", stoppingToken);
            while (true)
            {
                var begin = time.GetTimestamp();
                await TryAsync(() => EvaluateAllAsync(stoppingToken), "The workspaces could not be listed; their segments are evaluated with the next round", stoppingToken);

                // Large workspaces are looked at less often, so that most of the machine is left for who waits for an answer.
                var pause = time.GetElapsedTime(begin) * ShareOfTime;
                await EvaluateWhoAskAsync(pause > ShortestPause ? pause : ShortestPause, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops; what was broken off is recorded after the next start.
        }
    }

    private async Task EvaluateWhoAskAsync(TimeSpan pause, CancellationToken stoppingToken)
    {
        var begin = time.GetTimestamp();
        for (var left = pause; left > TimeSpan.Zero; left = pause - time.GetElapsedTime(begin))
        {
            if (await queue.TakeAsync(left, time, stoppingToken) is { } workspace)
            {
                await EvaluateAsync(workspace, stoppingToken);
            }
        }
    }

    private async Task EvaluateAllAsync(CancellationToken stoppingToken)
    {
        foreach (var workspace in await workspaces.ListAsync(stoppingToken))
        {
            // Who asks comes before whose turn it is.
            while (queue.TakeIfAny() is { } asking)
            {
                await EvaluateAsync(asking, stoppingToken);
            }

            await removal.ForgetBehindAsync(new WorkspaceKey(workspace.Key));
            await EvaluateAsync(new WorkspaceKey(workspace.Key), stoppingToken);
        }
    }

    private Task EvaluateAsync(WorkspaceKey workspace, CancellationToken stoppingToken) => TryAsync(
        () => evaluation.EvaluateAsync(workspace, stoppingToken),
        $"The segments of workspace {workspace} were not evaluated; they are with the next round",
        stoppingToken);

    // Whatever fails, such as a full disk, may be over by the next round.
    private async Task TryAsync(Func<Task> work, string otherwise, CancellationToken stoppingToken)
    {
        try
        {
            await work();
        }
#pragma warning disable CA1031 // a round that fails must not end the server
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            logger.LogWarning(failure, "{Otherwise}", otherwise);
        }
    }
}
