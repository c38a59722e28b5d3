using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tessera.Domain;
using Tessera.Server.Ingestion.Contracts;
using Tessera.Server.Pipeline.Contracts;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Profiles.Documents;

/// <summary>Puts documents together behind everything else: of those first of whom something changed, then of everybody who has none.</summary>
/// <remarks>It works a quarter of the time at most, and not while calls wait to be stored.</remarks>
internal sealed class DocumentBuilder(
    ProfileDocuments documents, DocumentMarks marks, DocumentFile file, DocumentFacts facts, IWorkspaceDirectory workspaces, IEventLog log, StoreProgress stored, TimeProvider time,
    ILogger<DocumentBuilder> logger) : BackgroundService
{
    private const int AtOnce = 2000;
    private const long MostBehind = 5000;
    private const int PausesForWork = 3;
    private static readonly TimeSpan Gathering = TimeSpan.FromSeconds(1);

    /// <summary>Puts some documents together.</summary>
    /// <returns>Whether there were any to be put together.</returns>
    public async Task<bool> StepAsync(CancellationToken cancellationToken)
    {
        if (marks.Next(AtOnce) is { } changed)
        {
            await BuildAsync(changed.Workspace, changed.Profiles, pass: null, cancellationToken);
            return true;
        }

        foreach (var workspace in await workspaces.ListAsync(cancellationToken))
        {
            var key = new WorkspaceKey(workspace.Key);
            if (marks.PassOf(key) is { IsDone: false } pass)
            {
                var profiles = await facts.AfterAsync(key, pass.After, AtOnce, cancellationToken);
                await BuildAsync(key, profiles, profiles.Count == 0 ? pass with { IsDone = true } : pass with { After = profiles[^1] }, cancellationToken);
                return true;
            }
        }

        return false;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                var begin = time.GetTimestamp();
                var isBehind = Behind > MostBehind;
                if (!isBehind && !await TryAsync(() => StepAsync(stoppingToken), stoppingToken))
                {
                    await documents.WaitAsync(stoppingToken);
                    isBehind = true;
                }

                await Task.Delay(isBehind ? Gathering : time.GetElapsedTime(begin) * PausesForWork, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The next start goes on.
        }
    }

    private long Behind => Enumerable.Range(0, log.Partitions).Sum(partition => Math.Max(0, log.LastPosition(partition) - stored.Position(partition)));

    private async Task BuildAsync(WorkspaceKey workspace, IReadOnlyList<Guid> profiles, DocumentPass? pass, CancellationToken cancellationToken)
    {
        var generation = marks.PassOf(workspace).Generation;
        marks.Begin(profiles);
        var timeZone = (await workspaces.FindAsync(workspace, cancellationToken))?.TimeZone ?? "UTC";
        var built = await facts.BuildAsync(workspace, profiles, timeZone, cancellationToken);
        var unchanged = marks.Unchanged();
        file.Write(workspace, generation, built.Where(document => unchanged.Contains(document.Profile)).Select(document => (document.Profile, document.Document.Write())));
        file.Remove(unchanged.Except(built.Select(document => document.Profile)));
        marks.End(pass);
    }

    private async Task<bool> TryAsync(Func<Task<bool>> work, CancellationToken stoppingToken)
    {
        try
        {
            return await work();
        }
#pragma warning disable CA1031 // an engine that restarts, or a full disk, must not end this
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            logger.LogWarning(failure, "Documents of profiles could not be put together; the engine is asked instead, and this is tried again");
            await Task.Delay(Gathering, time, stoppingToken);
            return true;
        }
    }
}
