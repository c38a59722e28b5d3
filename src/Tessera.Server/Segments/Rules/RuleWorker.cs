using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tessera.Domain;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Segments.Rules;

/// <summary>
/// Evaluates the segments of a workspace as soon as one is made or changed, and those of every workspace once in a while, since calls come in and time
/// alone changes who belongs.
/// </summary>
/// <remarks>
/// Segments that do not follow each call, because one customer's call changes them for others, are evaluated every minute; where that takes long, at least every
/// five minutes. The others are only compared with what live evaluation found, and where that takes long, less often.
/// </remarks>
internal sealed class RuleWorker(
    RuleQueue queue, RuleEvaluation evaluation, RuleRemoval removal, IWorkspaceDirectory workspaces, TimeProvider time, ILogger<RuleWorker> logger) : BackgroundService
{
    private long comparedAt;
    private TimeSpan untilCompared = TimeSpan.Zero;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await TryAsync(() => evaluation.CleanAsync(stoppingToken), "What evaluations of segments left behind was not dropped", stoppingToken);
            while (true)
            {
                var begin = time.GetTimestamp();
                var isAll = time.GetElapsedTime(comparedAt) >= untilCompared;
                await TryAsync(() => EvaluateEveryAsync(isAll, stoppingToken), "The workspaces could not be listed; their segments are evaluated with the next round", stoppingToken);
                var took = time.GetElapsedTime(begin);
                if (isAll)
                {
                    (comparedAt, untilCompared) = (time.GetTimestamp(), RulePauses.UntilCompared(took));
                }

                await EvaluateWhoAskAsync(RulePauses.UntilNext(isAll ? TimeSpan.Zero : took), stoppingToken);
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

    private async Task EvaluateEveryAsync(bool isAll, CancellationToken stoppingToken)
    {
        foreach (var workspace in await workspaces.ListAsync(stoppingToken))
        {
            // Who asks comes before whose turn it is.
            while (queue.TakeIfAny() is { } asking)
            {
                await EvaluateAsync(asking, stoppingToken);
            }

            await removal.ForgetBehindAsync(new WorkspaceKey(workspace.Key));
            await EvaluateAsync(new WorkspaceKey(workspace.Key), stoppingToken, isAll);
        }
    }

    private Task EvaluateAsync(WorkspaceKey workspace, CancellationToken stoppingToken, bool isAll = true) => TryAsync(
        () => isAll ? evaluation.EvaluateAsync(workspace, stoppingToken) : evaluation.EvaluateUnfollowedAsync(workspace, stoppingToken),
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
