using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tessera.Domain;
using Tessera.Server.Hosting;
using Tessera.Server.Pipeline.Contracts;
using Tessera.Server.Segments.Contracts;
using Tessera.Server.Segments.Live.Storage;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Segments.Live;

/// <inheritdoc cref="ILiveMembership"/>
/// <remarks>Runs the one who follows the calls, who puts states together, and what brings changes into the engine. What fails begins again from what is durable.</remarks>
internal sealed class LiveMembership(
    IServiceProvider services, LiveRequests requests, LiveRebuilds rebuilds, LiveProgress progress, LiveRebuilder rebuilder, MembershipJournal journal, LiveMeter meter, LiveFile file,
    StoreProgress store, IWorkspaceDirectory workspaces, TimeProvider time, ILogger<LiveMembership> logger) : BackgroundService, ILiveMembership
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Upkeep = TimeSpan.FromSeconds(5);

    /// <summary>Whether every customer who was asked for is up to date.</summary>
    public bool IsSettled => rebuilds.IsEmpty && requests.IsEmpty && rebuilder.Passes().All(pass => pass.Pass.IsFinished);

    /// <summary>What is left to do until every customer who was asked for is up to date.</summary>
    public string Unsettled =>
        $"customers wait: {!rebuilds.IsEmpty}, with {rebuilds.WaitingBytes} bytes of calls; requests wait: {!requests.IsEmpty}; unfinished passes: {rebuilder.Passes().Count(pass => !pass.Pass.IsFinished)}; changes not in the engine: {journal.Pending}";

    public long Position(int partition) => progress.Position(partition);

    public long NeededAfter(int partition) => progress.NeededAfter(partition);

    public Task WaitAsync(int partition, long after, CancellationToken cancellationToken) => progress.WaitAsync(partition, after, cancellationToken);

    public Task FlushAsync(CancellationToken cancellationToken) => journal.FlushAsync(cancellationToken);

    public Task NoteChangedAsync(WorkspaceKey workspace, IEnumerable<Guid> profiles, CancellationToken cancellationToken) =>
        requests.AskAsync(new RebuildAsked(workspace, [.. profiles], History: true, "merge", IsCheck: false)).WaitAsync(cancellationToken);

    public Task ForgetAsync(WorkspaceKey workspace, IReadOnlyCollection<Guid> profiles, CancellationToken cancellationToken) =>
        requests.AskAsync(new ForgetAsked(workspace, profiles)).WaitAsync(cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Somebody may wait for a membership to change as for an answer: only what stores calls gives way.
        using var thread = new BackgroundThreads("segments", 1, giveWay: 0);
        try
        {
            await Task.WhenAll(
                thread.RunAsync(() => FollowAsync(stoppingToken)),
                Task.Run(() => rebuilder.RunAsync(stoppingToken), stoppingToken),
                SettleAsync(stoppingToken),
                UpkeepAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Goes on at the next start.
        }
    }

    // What was found becomes part of the engine's history once its calls are.
    private async Task SettleAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            var next = journal.NextAsync();
            while (!await TryAsync(() => journal.SettleAsync(() => progress.StoredAsync(store, stoppingToken), stoppingToken), "Changes of membership wait until the engine takes them", stoppingToken))
            {
                // There may be nothing that comes next: what waits is tried again.
            }

            await next.WaitAsync(stoppingToken);
            await Task.Delay(Gathering, time, stoppingToken);
        }
    }

    private async Task FollowAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await TryAsync(
                async () =>
                {
                    // What another one had taken and not made durable is done again.
                    rebuilds.Clear();
                    requests.PutBack();
                    var follower = ActivatorUtilities.CreateInstance<LiveFollower>(services);
                    rebuilder.Passes = follower.Passes;
                    await follower.RestoreAsync((await workspaces.ListAsync(stoppingToken)).Select(workspace => new WorkspaceKey(workspace.Key)), stoppingToken);
                    while (true)
                    {
                        await follower.WaitAsync(stoppingToken);
                        await follower.RoundAsync(stoppingToken);
                    }
                },
                "Segments could not follow the calls; they go on from what is durable",
                stoppingToken);
        }
    }

    // Moves what was committed to its place in the file, and counts, when there is something new.
    private async Task UpkeepAsync(CancellationToken stoppingToken)
    {
        using var reader = new LiveFileReader(file.Path);
        for (var seen = 0L; ; seen = progress.Round)
        {
            await Task.Delay(Upkeep, time, stoppingToken);
            if (progress.Round != seen)
            {
                await TryAsync(() => Task.Run(() => { reader.Checkpoint(); meter.Count(reader.Count()); }, stoppingToken), "What segments keep of customers could not be tidied up", stoppingToken);
            }
        }
    }

    private async Task<bool> TryAsync(Func<Task> work, string otherwise, CancellationToken stoppingToken)
    {
        try
        {
            await work();
            return true;
        }
#pragma warning disable CA1031 // an engine that restarts, or a full disk, must not end this
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            logger.LogWarning(failure, "{Otherwise}", otherwise);
            await Task.Delay(Pause, time, stoppingToken);
            return false;
        }
    }
}
