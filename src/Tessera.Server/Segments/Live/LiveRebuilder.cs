using Microsoft.Extensions.Logging;
using Tessera.Domain;
using Tessera.Segments.Live;
using Tessera.Server.Identity.Contracts;
using Tessera.Server.Pipeline.Contracts;
using Tessera.Server.Segments.Live.Storage;

namespace Tessera.Server.Segments.Live;

/// <summary>Puts states together anew, beside the one who follows the calls: of those who wait, and page by page of everybody when segments have changed.</summary>
/// <remarks>
/// The cut is consistent: a customer's calls wait from the round in which this is decided; once the engine has everything up to that round, the history is read,
/// without the calls that wait and are in it already, and those are applied after it. Nothing stops meanwhile, and at most one page is in memory.
/// </remarks>
internal sealed class LiveRebuilder(
    LiveFile file, LiveRebuilds rebuilds, LiveRequests requests, LiveProgress progress, LivePlans plans, LiveHistories histories, MembershipJournal journal,
    ICustomerIdentity identity, StoreProgress store, TimeProvider time, ILogger<LiveRebuilder> logger) : IDisposable
{
    private const int CustomersAtOnce = 1000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PatienceWithUnsettled = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(1);

    private readonly LiveFileReader reader = new(file.Path);
    private readonly Dictionary<ulong, StateLayout?> layouts = [];

    /// <summary>Workspaces whose customers are to be gone through; told by whoever follows the calls.</summary>
    public Func<IReadOnlyList<(WorkspaceKey Workspace, LivePlan Plan, PassRow Pass)>> Passes { get; set; } = static () => [];

    /// <summary>Works until it is told to stop; whatever fails is tried again.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                if (!await BuildAsync(cancellationToken) && !await GoOnAsync(cancellationToken))
                {
                    await rebuilds.WaitAsync(rebuilds.IsEmpty ? Patience : PatienceWithUnsettled, time, cancellationToken);
                }
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                logger.LogWarning(failure, "What segments keep of some customers could not be put together; this is tried again");
                await Task.Delay(PauseAfterFailure, time, cancellationToken);
            }
        }
    }

    public void Dispose() => reader.Dispose();

    /// <summary>Puts those together who wait, some at once.</summary>
    /// <returns>Whether there were any.</returns>
    private async Task<bool> BuildAsync(CancellationToken cancellationToken)
    {
        var entries = rebuilds.Take(progress.Round, CustomersAtOnce, identity.IsUnsettled);
        if (entries.Count == 0)
        {
            return false;
        }

        try
        {
            var workspace = entries[0].Row.Workspace;
            var page = await BuildAsync(workspace, await plans.FindAsync(workspace, cancellationToken), entries, cancellationToken);
            await requests.AskAsync(page).WaitAsync(cancellationToken);
            return true;
        }
        catch
        {
            rebuilds.PutBack(entries);
            throw;
        }
    }

    private async Task<RebuiltPage> BuildAsync(WorkspaceKey workspace, LivePlan plan, IReadOnlyList<LiveRebuild> entries, CancellationToken cancellationToken)
    {
        var versions = entries.ToDictionary(entry => entry.Row.Profile, entry => entry.Version);
        var rows = reader.Find(workspace, entries.Where(entry => !entry.FromHistory).Select(entry => entry.Row.Profile));
        var states = new Dictionary<Guid, ProfileState>();
        HashSet<Guid> unread = [];
        foreach (var profile in entries.Select(entry => entry.Row.Profile))
        {
            if (rows.TryGetValue(profile, out var row) && Read(row, plan) is { NeedsBackfill: false } state && !(state.EvaluatedAt > time.GetUtcNow() + LiveFollower.ClockSlack))
            {
                state.Reconsider();
                states.Add(profile, state);
            }
            else
            {
                unread.Add(profile);
            }
        }

        unread.ExceptWith(entries.Where(entry => entry.IsNew && !entry.FromHistory).Select(entry => entry.Row.Profile));
        if (unread.Count > 0)
        {
            await progress.StoredAsync(store, cancellationToken);
            foreach (var entry in entries.Where(entry => unread.Contains(entry.Row.Profile)))
            {
                versions[entry.Row.Profile] = entry.Version;
            }

            var waiting = entries.ToDictionary(entry => entry.Row.Profile);
            foreach (var state in await histories.ReadAsync(
                workspace, plan, unread, profile => waiting[profile].Calls().Select(waits => waits.Call.MessageId).ToHashSet(StringComparer.Ordinal), cancellationToken))
            {
                states[state.Profile] = state;
            }
        }

        // Of the segments of the plan, nobody but who follows the calls records anything.
        await journal.FlushAsync(cancellationToken);
        var kept = plan.Keys.Count == 0 ? null : await histories.KeptAsync(workspace, plan.Keys, [.. entries.Select(entry => entry.Row.Profile)], cancellationToken);
        return new RebuiltPage(
            workspace,
            plan,
            [.. entries.Select(entry => new RebuiltState(entry, versions[entry.Row.Profile], states.GetValueOrDefault(entry.Row.Profile), kept?[entry.Row.Profile] ?? []))]);
    }

    /// <summary>Goes on with the customers of a workspace whose segments have changed.</summary>
    /// <returns>Whether there is one.</returns>
    private async Task<bool> GoOnAsync(CancellationToken cancellationToken)
    {
        var generation = rebuilds.Generation;
        var (workspace, plan, pass) = Passes().FirstOrDefault(one => !one.Pass.IsFinished);
        if (plan is null)
        {
            return false;
        }

        // The cut: customers who are not in the engine yet are new, and known by their calls alone.
        await progress.StoredAsync(store, cancellationToken);

        var customers = await histories.CustomersAfterAsync(workspace, pass.After!.Value, CustomersAtOnce, cancellationToken);
        if (customers.Count > 0)
        {
            await requests.AskAsync(new RebuildAsked(workspace, customers, pass.History, "time", IsCheck: false)).WaitAsync(cancellationToken);
            while (await BuildAsync(cancellationToken) || customers.Exists(customer => rebuilds.Find(workspace, customer) is not null))
            {
                await rebuilds.WaitAsync(TimeSpan.FromMilliseconds(20), time, cancellationToken);
            }
        }

        await requests.AskAsync(new PassAdvanced(workspace, pass, customers.Count == 0 ? null : customers[^1], generation)).WaitAsync(cancellationToken);
        return true;
    }

    private ProfileState? Read(StateRow row, LivePlan plan)
    {
        try
        {
            return ProfileState.Read(row.State, plan.Segments, Layout);
        }
        catch (SegmentStateException)
        {
            return null;
        }
    }

    private StateLayout? Layout(ulong id)
    {
        if (!layouts.TryGetValue(id, out var layout) || layout is null)
        {
            layouts[id] = layout = reader.Layout(id) is { } text ? StateLayout.Parse(text) : null;
        }

        return layout;
    }
}
