using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Identity.Contracts;
using Tessera.Server.Imports.Contracts;
using Tessera.Server.Pipeline.Contracts;
using Tessera.Server.Profiles.Contracts;
using Tessera.Server.Segments.Contracts;

namespace Tessera.Server.Pipeline.Store;

/// <inheritdoc cref="IProfileRefresh"/>
internal sealed class ProfileRefresh(
    ClickHouseClient engine, ProfileFacts facts, KeptProfiles kept, ICustomerIdentity identity, IMovedOrders moved, IOrderNotices orders, ILiveMembership membership, IProfileNotices notices) : IProfileRefresh, IDisposable
{
    private const int ProfilesPerQuestion = 1000;
    private readonly SemaphoreSlim turn = new(1);

    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        while (await identity.ChangedAsync(ProfilesPerQuestion, cancellationToken) is { Profiles.Count: > 0 } changed)
        {
            await InTurnAsync(
                async () =>
                {
                    foreach (var workspace in changed.Profiles.GroupBy(profile => profile.Workspace, StringComparer.Ordinal))
                    {
                        try
                        {
                            await RefreshAsync(workspace.Key, [.. workspace], cancellationToken);
                        }
                        finally
                        {
                            notices.Changed(new WorkspaceKey(workspace.Key), workspace.Select(profile => profile.Id));
                        }
                    }

                    foreach (var workspace in changed.Profiles.GroupBy(profile => profile.Workspace, StringComparer.Ordinal))
                    {
                        await membership.NoteChangedAsync(new WorkspaceKey(workspace.Key), workspace.Select(profile => profile.Id), cancellationToken);
                    }

                    await identity.ForgetAsync(changed, cancellationToken);
                },
                cancellationToken);
        }
    }

    /// <summary>Works on rows of profiles while nobody else does: a row is read, added to and written.</summary>
    public async Task InTurnAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            await work();
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task RefreshAsync(string workspace, IReadOnlyList<ChangedProfile> changed, CancellationToken cancellationToken)
    {
        var members = await identity.MembersAsync([.. changed.Select(profile => profile.Id)], cancellationToken);
        List<Guid> nodes = [.. members.Values.SelectMany(profile => profile).Select(node => node.Id).Concat(changed.Select(profile => profile.Id)).Distinct()];
        var known = await facts.KnownAsync(workspace, nodes, cancellationToken);
        foreach (var row in nodes.Select(kept.Find).OfType<ProfileRow>())
        {
            // It may have been seen since it was written.
            known[row.ProfileId] = row;
        }

        var before = await facts.BeforeMergeAsync(workspace, nodes, cancellationToken);
        var seen = await facts.SeenAsync(workspace, nodes, cancellationToken);
        var traits = await facts.TraitsAsync(workspace, nodes, cancellationToken);

        var lost = changed.Where(profile => profile.HasLost).Select(profile => profile.Id).ToHashSet();
        List<StoredProfileRow> apart = [];
        List<StoredProfileRow> rows = [];
        foreach (var profile in changed)
        {
            var row = known.GetValueOrDefault(profile.Id);
            if (identity.ProfileOf(profile.Id) != profile.Id)
            {
                // Its row stays below, removed, with what was known of it alone.
                if (row is { IsRemoved: 0 })
                {
                    rows.Add(StoredProfileRow.Of(workspace, before.GetValueOrDefault(profile.Id, row) with { Version = row.Version + 1, IsRemoved = 1 }));
                }

                continue;
            }

            var own = members[profile.Id];
            if (own.Count > 1 && !before.ContainsKey(profile.Id))
            {
                apart.Add(StoredProfileRow.Of(workspace, row is { IsRemoved: 0 } ? row : Nothing(profile.Id)));
            }

            var parts = own.Select(node => node.Id).Append(profile.Id).Distinct().ToList();
            var start = TouchedProfile.Fold(parts.Where(known.ContainsKey).Select(part => lost.Contains(part) ? before.GetValueOrDefault(part, known[part]) : known[part]));
            if (Put(profile.Id, own, start, [.. parts.Where(seen.ContainsKey).Select(part => seen[part])], ProfileFacts.Together(parts.SelectMany(part => traits[part]))) is { } put)
            {
                rows.Add(StoredProfileRow.Of(workspace, put with { Version = (row?.Version ?? 0) + 1, IsRemoved = 0 }));
            }
        }

        // Also when only a part gets written: then they are put together once more, from what is stored.
        kept.Forget(changed.Select(profile => profile.Id));
        await engine.InsertAsync("profiles_before_merge", apart.Select(BeforeMergeRow.Of), options: null, cancellationToken);
        await engine.InsertAsync("profiles", rows, options: null, cancellationToken);
        if (seen.Values.Sum(node => node.OrderLines) is > 0 and var lines)
        {
            // Who lost an identifier and is still a customer was taken apart; who lost their own became part of another.
            var areApart = changed.Any(profile => profile.HasLost && identity.ProfileOf(profile.Id) == profile.Id);
            await moved.SettleAsync(new WorkspaceKey(workspace), nodes, areApart, cancellationToken);
            orders.Add(new WorkspaceKey(workspace), lines);
        }
    }

    // Stands for a profile of which nothing was known before others were merged into it.
    private static ProfileRow Nothing(Guid profile) => new(profile, "", "", "", "", "", "{}", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, Version: 0);

    /// <summary>The row of a profile, put together; null when nothing is known of it, since all that was seen are its identifiers in calls of others.</summary>
    private static ProfileRow? Put(Guid id, IReadOnlyList<IdentityNode> members, ProfileRow? start, IReadOnlyList<SeenRow> seen, Dictionary<string, string> traits)
    {
        if (start is null && seen.Count == 0)
        {
            return null;
        }

        var identifier = members.FirstOrDefault(node => node.Id == id)?.Identifier ?? new Identifier(start?.Kind ?? string.Empty, start?.Identifier ?? string.Empty);
        var touched = new TouchedProfile(
            id, identifier, seen.Count == 0 ? start!.FirstSeen : seen.Min(row => row.First), seen.Count == 0 ? start!.LastSeen : seen.Max(row => row.Last));
        var known = start is null ? null : start with { ProfileId = id, Kind = identifier.Kind, Identifier = identifier.Value };
        return touched.Update(known, traits) ?? known;
    }

    /// <summary>A row of <c>profiles_before_merge</c>.</summary>
    private sealed record BeforeMergeRow(
        string Workspace, Guid ProfileId, string Kind, string Identifier, string Name, string Email, string Country, string Traits,
        DateTimeOffset FirstSeen, DateTimeOffset LastSeen, ulong Version)
    {
        public static BeforeMergeRow Of(StoredProfileRow row) => new(
            row.Workspace, row.ProfileId, row.Kind, row.Identifier, row.Name, row.Email, row.Country, row.Traits, row.FirstSeen, row.LastSeen, row.Version);
    }
}
