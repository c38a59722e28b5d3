using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Segments.Rules;

/// <summary>Evaluates the segments of every workspace once in a while, since time alone changes who belongs, and sooner when asked to.</summary>
internal sealed class RuleWorker(
    RuleEvaluation evaluation, IWorkspaceDirectory workspaces, ClickHouseClient engine, TimeProvider time, ILogger<RuleWorker> logger) : BackgroundService
{
    private const int ShareOfTime = 20;
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<WorkspaceKey, bool> asked = new();
    private readonly SemaphoreSlim bell = new(0);

    /// <summary>Has a workspace's segments evaluated soon; returns at once.</summary>
    public void Ask(WorkspaceKey workspace)
    {
        asked[workspace] = true;
        bell.Release();
    }

    public override void Dispose()
    {
        bell.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await CleanAsync(stoppingToken);
            while (true)
            {
                var begin = time.GetTimestamp();
                foreach (var workspace in await workspaces.ListAsync(stoppingToken))
                {
                    await EvaluateAsync(new WorkspaceKey(workspace.Key), stoppingToken);
                }

                // Large workspaces are looked at less often, so that most of the machine is left for who waits for an answer.
                var pause = time.GetElapsedTime(begin) * ShareOfTime;
                await AnswerAsync(pause > ShortestPause ? pause : ShortestPause, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops; what was broken off is recorded after the next start.
        }
    }

    /// <summary>Answers those who ask, until it is time for everybody again.</summary>
    private async Task AnswerAsync(TimeSpan pause, CancellationToken stoppingToken)
    {
        using var round = new CancellationTokenSource(pause, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(round.Token, stoppingToken);
        try
        {
            while (true)
            {
                await bell.WaitAsync(either.Token);
                foreach (var workspace in asked.Keys)
                {
                    if (asked.TryRemove(workspace, out _))
                    {
                        await EvaluateAsync(workspace, stoppingToken);
                    }
                }
            }
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
            // The round is over.
        }
    }

    private async Task EvaluateAsync(WorkspaceKey workspace, CancellationToken stoppingToken)
    {
        try
        {
            await evaluation.EvaluateAsync(workspace, stoppingToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            logger.LogWarning(failure, "The segments of workspace {Workspace} were not evaluated; they are with the next round", workspace);
        }
    }

    // What a crash left behind.
    private async Task CleanAsync(CancellationToken stoppingToken)
    {
        try
        {
            await engine.ExecuteAsync(new Statement("TRUNCATE TABLE segment_evaluations").AsIdempotent(), stoppingToken);
        }
        catch (ClickHouseException failure)
        {
            logger.LogWarning(failure, "Broken off evaluations of segments were not dropped");
        }
    }
}
