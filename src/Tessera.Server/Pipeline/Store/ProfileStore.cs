using Tessera.ClickHouse;
using Tessera.Server.Identity.Contracts;
using Tessera.Server.Ingestion.Contracts;

namespace Tessera.Server.Pipeline.Store;

/// <summary>
/// Brings the profiles up to date that a batch speaks of, after its events are stored. Doing it again changes nothing but the
/// version of the row.
/// </summary>
internal sealed class ProfileStore(ClickHouseClient engine, ProfileFacts facts, ICustomerIdentity identity, ProfileRefresh refresh)
{
    private const int ProfilesPerQuestion = 2000;

    /// <summary>Brings them up to date; when this returns they are durable.</summary>
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
                await refresh.InTurnAsync(() => StoreAsync(workspace.Key, calls, again, cancellationToken), cancellationToken);
            }
        }
    }

    private static TouchedProfile Touched(IGrouping<Guid, AssignedCall> calls, IReadOnlyList<IdentityNode> members)
    {
        var own = calls.FirstOrDefault(assigned => assigned.NodeId == calls.Key)?.Identifier ?? members.FirstOrDefault(node => node.Id == calls.Key)?.Identifier;
        return new TouchedProfile(
            calls.Key,
            own ?? calls.First().Identifier,
            calls.Min(assigned => assigned.Call.Time),
            calls.Max(assigned => assigned.Call.Time),
            calls.Any(assigned => assigned.Call.Type == CallType.Identify));
    }

    private async Task StoreAsync(string workspace, IGrouping<Guid, AssignedCall>[] calls, bool again, CancellationToken cancellationToken)
    {
        var members = await identity.MembersAsync([.. calls.Select(profile => profile.Key)], cancellationToken);

        // One that has gained or lost identifiers just now waits to be put together from its calls, these among them.
        var waiting = (await identity.ChangedAsync(int.MaxValue, cancellationToken)).Profiles.Select(profile => profile.Id).ToHashSet();
        var touched = calls
            .Where(profile => !waiting.Contains(profile.Key))
            .Select(profile => Touched(profile, members[profile.Key]))
            .ToList();
        var known = await facts.KnownAsync(workspace, touched.ConvertAll(profile => profile.Id), cancellationToken);
        var traits = await facts.TraitsAsync(workspace, [.. touched.Where(profile => profile.IsIdentified).SelectMany(NodesOf)], cancellationToken);
        var rows = touched
            .Select(profile => Updated(profile) ?? (again ? known[profile.Id] with { Version = known[profile.Id].Version + 1 } : null))
            .OfType<ProfileRow>()
            .Select(row => StoredProfileRow.Of(workspace, row));
        await engine.InsertAsync("profiles", rows, options: null, cancellationToken);

        ProfileRow? Updated(TouchedProfile profile) => profile.Update(known.GetValueOrDefault(profile.Id), ProfileFacts.Together(NodesOf(profile).SelectMany(node => traits[node])));
        IEnumerable<Guid> NodesOf(TouchedProfile profile) => members[profile.Id] is { Count: > 0 } nodes ? nodes.Select(node => node.Id) : [profile.Id];
    }
}
