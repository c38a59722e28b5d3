using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Identity.Contracts;
using Tessera.Server.Ingestion.Contracts;
using Tessera.Server.Pipeline.Contracts;
using Tessera.Server.Profiles.Contracts;
using Tessera.Server.Segments.Live;
using Tessera.Server.Segments.Live.Storage;
using Tessera.Server.Segments.Rfm;
using Tessera.Server.Segments.Rules;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Tests.Segments.Live;

/// <summary>One run of what follows a log, from a start to where it is broken off: nothing of it is left but the files.</summary>
internal sealed class FollowerRun : IDisposable
{
    private readonly WorkspaceKey workspace;
    private readonly IEventLog log;
    private readonly LiveFile file;
    private readonly LiveRequests requests = new();
    private readonly LiveRebuilds rebuilds = new();
    private readonly LiveProgress progress;
    private readonly LiveRebuilder rebuilder;
    private readonly LivePlans plans;

    public FollowerRun(
        IServiceProvider services, IMeterFactory meters, RuleStore rules, IWorkspaceDirectory workspaces, WorkspaceKey workspace, string path, IEventLog log, IStoredMessages stored, TimeProvider time)
    {
        (this.workspace, this.log) = (workspace, log);
        var identity = services.GetRequiredService<ICustomerIdentity>();

        // Nothing is stored, so that after each start all that counts is read from the log; and nobody waits for it, as if nothing of it were of customers who are in the engine.
        var (store, asked) = (new StoreProgress(log), new StoreProgress(log));
        for (var partition = 0; partition < log.Partitions; partition++)
        {
            store.Restored(partition, 0);
            asked.MoveTo(partition, long.MaxValue);
        }

        file = new LiveFile(path);
        progress = new LiveProgress(log);
        plans = new LivePlans(
            rules, services.GetRequiredService<RfmReader>(), workspaces, requests, NullLogger<LivePlans>.Instance);
        Journal = new MembershipJournal(services.GetRequiredService<ClickHouseClient>(), file, services.GetRequiredService<IProfileNotices>(), time);
        rebuilder = new LiveRebuilder(
            file, rebuilds, requests, progress, plans, services.GetRequiredService<LiveHistories>(), Journal, identity, asked, time, NullLogger<LiveRebuilder>.Instance);
        Follower = new LiveFollower(
            log, stored, store, file, plans, requests, rebuilds, progress, Journal, identity, new LiveMeter(meters, time), time, NullLogger<LiveFollower>.Instance);
        rebuilder.Passes = Follower.Passes;
    }

    public LiveFollower Follower { get; }

    public MembershipJournal Journal { get; }

    public Task RestoreAsync() => Follower.RestoreAsync([workspace], CancellationToken.None);

    /// <summary>Takes up other segments, and has customers compared for them, as the one does who goes through all.</summary>
    public async Task ChangeAsync(IReadOnlyCollection<Guid> profiles)
    {
        await plans.RefreshAsync(workspace, CancellationToken.None);
        requests.Tell(new RebuildAsked(workspace, profiles, History: false, "time", IsCheck: false));
    }

    /// <summary>Follows until all calls are taken into account and everybody is put together who waits.</summary>
    public async Task SettleAsync()
    {
        using var stop = new CancellationTokenSource();
        var building = rebuilder.RunAsync(stop.Token);
        do
        {
            await Follower.RoundAsync(CancellationToken.None);
            await Task.Yield();
        }
        while (!rebuilds.IsEmpty || !requests.IsEmpty || Follower.Passes().Any(pass => !pass.Pass.IsFinished) || IsBehind);

        await stop.CancelAsync();
        await building.ShouldThrowAsync<OperationCanceledException>();
    }

    public void Dispose()
    {
        rebuilder.Dispose();
        Journal.Dispose();
        plans.Dispose();
        file.Dispose();
    }

    private bool IsBehind => Enumerable.Range(0, log.Partitions).Any(partition => log.LastPosition(partition) > progress.Position(partition));
}
