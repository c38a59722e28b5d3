using Tessera.ClickHouse;
using Tessera.Server.Identity.Contracts;
using Tessera.Server.Ingestion.Contracts;
using Tessera.Server.Pipeline.Contracts;

namespace Tessera.Server.Pipeline.Store;

/// <summary>
/// Brings the profiles up to date that a batch speaks of, after its events are stored. Doing it again changes nothing but the
/// version of the row.
/// </summary>
/// <remarks>A profile of which nothing is new but when it was last seen is kept, and written with <see cref="WriteSeenAsync"/>, once for many batches.</remarks>
internal sealed class ProfileStore(ClickHouseClient engine, ProfileFacts facts, KeptProfiles kept, ICustomerIdentity identity, ProfileRefresh refresh, IEventLog log) : IProfileTurns
{
    private const int ProfilesPerQuestion = 2000;

    /// <summary>Brings them up to date; when this returns they are durable, but for when those were last seen of which nothing else is new.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="again">Whether it may have been done before, in whole or in part: the engine makes further rows of those of profiles, in a step of its own.</param>
    /// <param name="cancellationToken">Gives up; doing it again finishes.</param>
    public async Task StoreAsync(StoreBatch batch, bool again, CancellationToken cancellationToken)
    {
        // Those first that gained or lost identifiers: what follows adds to them.
        await refresh.RefreshAsync(cancellationToken);
        foreach (var workspace in batch.Calls.Where(assigned => assigned.NodeId != Guid.Empty).GroupBy(assigned => assigned.Call.Workspace, StringComparer.Ordinal))
        {
            foreach (var calls in workspace.GroupBy(assigned => identity.ProfileOf(assigned.NodeId)).Chunk(ProfilesPerQuestion))
            {
                await refresh.InTurnAsync(() => StoreAsync(batch.Partition, workspace.Key, calls, again, cancellationToken), cancellationToken);
            }
        }
    }

    /// <summary>How many profiles a partition has of which the engine does not know when they were last seen.</summary>
    public int WaitingOf(int partition) => kept.WaitingOf(partition);

    /// <summary>Tells the engine when those were last seen of whom it does not know it, as far as the calls of a partition say; when this returns it is durable.</summary>
    public Task WriteSeenAsync(int partition, CancellationToken cancellationToken) =>
        refresh.InTurnAsync(() => WriteWaitingAsync(partition, cancellationToken), cancellationToken);

    /// <summary>Finds out again when those were last seen of whom the engine may not know it, from the calls that it has.</summary>
    /// <param name="partition">The partition that their calls came through.</param>
    /// <param name="nodes">The identifiers that calls are stored under.</param>
    /// <param name="cancellationToken">Gives up; doing it again finishes.</param>
    public async Task SeeAgainAsync(int partition, IEnumerable<(string Workspace, Guid Node)> nodes, CancellationToken cancellationToken)
    {
        foreach (var workspace in nodes.GroupBy(node => node.Workspace, node => identity.ProfileOf(node.Node), StringComparer.Ordinal))
        {
            foreach (var profiles in workspace.Distinct().Chunk(ProfilesPerQuestion))
            {
                await refresh.InTurnAsync(() => SeeAgainAsync(partition, workspace.Key, profiles, cancellationToken), cancellationToken);
            }
        }
    }

    public Task WriteAsync(Func<Task> work, CancellationToken cancellationToken) => refresh.InTurnAsync(
        async () =>
        {
            for (var partition = 0; partition < log.Partitions; partition++)
            {
                await WriteWaitingAsync(partition, cancellationToken);
            }

            try
            {
                await work();
            }
            finally
            {
                kept.ForgetAll();
            }
        },
        cancellationToken);

    private static TouchedProfile Touched(IGrouping<Guid, AssignedCall> calls, IReadOnlyList<IdentityNode> members)
    {
        var own = calls.FirstOrDefault(assigned => assigned.NodeId == calls.Key)?.Identifier ?? members.FirstOrDefault(node => node.Id == calls.Key)?.Identifier;
        return new TouchedProfile(
            calls.Key,
            own ?? calls.First().Identifier,
            calls.Min(assigned => assigned.Call.Time),
            calls.Max(assigned => assigned.Call.Time));
    }

    private static IEnumerable<ReadOnlyMemory<byte>> TraitsOf(IEnumerable<AssignedCall> calls) =>
        calls.Where(assigned => assigned.Call.Type == CallType.Identify).Select(assigned => assigned.Call.Properties);

    private static IEnumerable<Guid> NodesOf(Guid profile, IReadOnlyList<IdentityNode> members) => members.Count > 0 ? members.Select(node => node.Id) : [profile];

    private async Task StoreAsync(int partition, string workspace, IGrouping<Guid, AssignedCall>[] calls, bool again, CancellationToken cancellationToken)
    {
        var members = await identity.MembersAsync([.. calls.Select(profile => profile.Key)], cancellationToken);

        // One that has gained or lost identifiers just now waits to be put together from its calls, these among them.
        var unsettled = (await identity.ChangedAsync(int.MaxValue, cancellationToken)).Profiles.Select(profile => profile.Id).ToHashSet();
        var touched = calls
            .Where(profile => !unsettled.Contains(profile.Key))
            .Select(profile => Touched(profile, members[profile.Key]))
            .ToList();
        var known = await KnownAsync(workspace, touched.ConvertAll(profile => profile.Id), cancellationToken);
        var saidAnew = calls
            .Where(profile => !unsettled.Contains(profile.Key) && profile.Any(assigned => assigned.Call.Type == CallType.Identify))
            .Where(profile => again || known.GetValueOrDefault(profile.Key) is not { IsRemoved: 0 } row || !SaidTraits.AreAll(row, TraitsOf(profile)))
            .Select(profile => profile.Key)
            .ToHashSet();
        var traits = await facts.TraitsAsync(workspace, [.. saidAnew.SelectMany(profile => NodesOf(profile, members[profile]))], cancellationToken);
        List<ProfileRow> rows = [];
        foreach (var profile in touched)
        {
            var before = known.GetValueOrDefault(profile.Id);
            var said = saidAnew.Contains(profile.Id) ? ProfileFacts.Together(NodesOf(profile.Id, members[profile.Id]).SelectMany(node => traits[node])) : [];
            var after = profile.Update(before, said);
            if (again && (after ?? before) is { } row)
            {
                rows.Add(row with { Version = (before?.Version ?? 0) + 1 });
            }
            else if (after is not null && before is not null && before with { LastSeen = after.LastSeen, Version = after.Version } == after)
            {
                kept.KeepWaiting(partition, workspace, after with { Version = before.Version });
            }
            else if (after is not null)
            {
                rows.Add(after);
            }
        }

        await WriteAsync(partition, rows.ConvertAll(row => (workspace, row)), isOnlySeen: false, cancellationToken);
    }

    private async Task SeeAgainAsync(int partition, string workspace, Guid[] profiles, CancellationToken cancellationToken)
    {
        var members = await identity.MembersAsync(profiles, cancellationToken);
        var known = await KnownAsync(workspace, profiles, cancellationToken);
        var seen = await facts.SeenCallsAsync(workspace, [.. profiles.SelectMany(profile => NodesOf(profile, members[profile]))], cancellationToken);
        List<(string Workspace, ProfileRow Row)> rows = [];
        foreach (var row in known.Values.Where(row => row.IsRemoved == 0))
        {
            var last = NodesOf(row.ProfileId, members[row.ProfileId]).Select(node => seen.GetValueOrDefault(node)?.Last ?? DateTimeOffset.MinValue).Max();
            if (last > row.LastSeen)
            {
                rows.Add((workspace, row with { LastSeen = last, Version = row.Version + 1 }));
            }
        }

        await WriteAsync(partition, rows, isOnlySeen: true, cancellationToken);
    }

    private async Task<Dictionary<Guid, ProfileRow>> KnownAsync(string workspace, IReadOnlyCollection<Guid> profiles, CancellationToken cancellationToken)
    {
        var known = profiles.Select(kept.Find).OfType<ProfileRow>().ToDictionary(row => row.ProfileId);
        List<Guid> others = [.. profiles.Where(profile => !known.ContainsKey(profile))];
        if (others.Count == 0)
        {
            return known;
        }

        foreach (var row in (await facts.KnownAsync(workspace, others, cancellationToken)).Values)
        {
            known[row.ProfileId] = row;
            kept.Keep(row);
        }

        return known;
    }

    private Task WriteWaitingAsync(int partition, CancellationToken cancellationToken) => WriteAsync(
        partition,
        [.. kept.Waiting(partition).Select(waiting => (waiting.Workspace, waiting.Row with { Version = waiting.Row.Version + 1 }))],
        isOnlySeen: true,
        cancellationToken);

    private async Task WriteAsync(int partition, IReadOnlyList<(string Workspace, ProfileRow Row)> rows, bool isOnlySeen, CancellationToken cancellationToken)
    {
        // What fails may have been written all the same: then it waits under that version, for the next one. A batch that failed is stored again before that.
        foreach (var (workspace, row) in rows)
        {
            kept.KeepWaiting(partition, workspace, row);
        }

        await engine.InsertAsync("profiles", rows.Select(row => StoredProfileRow.Of(row.Workspace, row.Row) with { IsOnlySeen = (byte)(isOnlySeen ? 1 : 0) }), options: null, cancellationToken);
        kept.Written(rows.Select(row => row.Row.ProfileId));
    }
}
