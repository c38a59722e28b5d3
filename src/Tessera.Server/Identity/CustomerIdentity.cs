using System.Collections.Concurrent;
using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Hosting;
using Tessera.Server.Identity.Calls;
using Tessera.Server.Identity.Contracts;
using Tessera.Server.Identity.Resolution;
using Tessera.Server.Identity.Rules;
using Tessera.Server.Identity.State;

namespace Tessera.Server.Identity;

/// <inheritdoc cref="ICustomerIdentity"/>
/// <remarks>Which identifiers belong to other profiles than their own is in memory whole: about 60 bytes for each.</remarks>
internal sealed class CustomerIdentity(IdentityState state, IdentityRulesStore rules, ClickHouseClient engine) : ICustomerIdentity, IStartupStep, IDisposable
{
    private const int ChangesPerInsert = 10_000;
    private const int MostRemembered = 200_000;
    private readonly ConcurrentDictionary<Guid, Guid> moved = new();
    private readonly Dictionary<(Guid One, Guid Other), (Evidence Evidence, bool IsExplicit)> known = [];
    private readonly ConcurrentDictionary<Guid, long> unsettled = new();
    private readonly SemaphoreSlim linking = new(1);
    private readonly SemaphoreSlim telling = new(1);
    private long decisions;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var move in await state.MovedAsync(cancellationToken))
        {
            moved[move.Node] = move.Profile;
        }

        foreach (var profile in (await state.RefreshesAsync(int.MaxValue, cancellationToken)).Profiles)
        {
            unsettled[profile.Id] = decisions;
        }
    }

    public ICallIdentities NewReader() => new CallIdentities(rules);

    public Guid ProfileOf(Guid node) => moved.GetValueOrDefault(node, node);

    public bool IsUnsettled(Guid profile) => unsettled.ContainsKey(profile);

    public async Task<IReadOnlyList<Guid>> NodesOfAsync(Guid profile, CancellationToken cancellationToken)
    {
        var members = (await MembersAsync([profile], cancellationToken))[profile];
        return members.Count == 0 ? [profile] : [.. members.Select(node => node.Id)];
    }

    public Task<IReadOnlyDictionary<Guid, IReadOnlyList<IdentityNode>>> MembersAsync(IReadOnlyCollection<Guid> profiles, CancellationToken cancellationToken) =>
        state.MembersAsync(profiles, cancellationToken);

    public Task<IReadOnlyList<KnownIdentifier>> IdentifiersOfAsync(Guid profile, CancellationToken cancellationToken) => state.IdentifiersOfAsync(profile, cancellationToken);

    public async Task<ChangedProfiles> ChangedAsync(int limit, CancellationToken cancellationToken)
    {
        await linking.WaitAsync(cancellationToken);
        try
        {
            return await state.RefreshesAsync(limit, cancellationToken) with { Decision = decisions };
        }
        finally
        {
            linking.Release();
        }
    }

    public async Task ForgetAsync(ChangedProfiles profiles, CancellationToken cancellationToken)
    {
        await state.ForgetRefreshesAsync(profiles.Through, cancellationToken);
        foreach (var profile in profiles.Profiles)
        {
            // A decision that came after they were read is to be told of yet.
            if (unsettled.TryGetValue(profile.Id, out var decision) && decision <= profiles.Decision)
            {
                unsettled.TryRemove(new KeyValuePair<Guid, long>(profile.Id, decision));
            }
        }
    }

    public async Task LinkAsync(WorkspaceKey workspace, IReadOnlyCollection<IdentityLink> links, CancellationToken cancellationToken)
    {
        await NoteAsync(workspace, links, cancellationToken);
        await TellAsync(cancellationToken);
    }

    public async Task<IReadOnlyCollection<Guid>> NoteAsync(WorkspaceKey workspace, IReadOnlyCollection<IdentityLink> links, CancellationToken cancellationToken)
    {
        await linking.WaitAsync(cancellationToken);
        try
        {
            var news = links
                .Where(link => !known.TryGetValue((link.One.Id, link.Other.Id), out var before)
                    || link.Evidence < before.Evidence || (link.IsExplicit && !before.IsExplicit))
                .GroupBy(link => (link.One.Id, link.Other.Id))
                .Select(same => same.Aggregate((one, other) => one.With(other)))
                .ToList();
            if (news.Count == 0)
            {
                return [];
            }

            var changed = Apply(await state.LinkAsync(workspace.Value, news, rules.Of(workspace.Value), cancellationToken));
            Remember(news);
            return changed;
        }
        finally
        {
            linking.Release();
        }
    }

    /// <summary>Resolves identifiers again after the rules were changed, or what is kept apart.</summary>
    public async Task ResolveAsync(WorkspaceKey workspace, IReadOnlyCollection<Guid> nodes, CancellationToken cancellationToken)
    {
        await linking.WaitAsync(cancellationToken);
        try
        {
            decisions++;
            var moves = await state.ResolveAsync(workspace.Value, nodes, rules.Of(workspace.Value), cancellationToken);

            // Before anybody finds a call's profile by it.
            foreach (var profile in moves.SelectMany(move => new[] { ProfileOf(move.Node), move.Profile }))
            {
                unsettled[profile] = decisions;
            }

            Apply(moves);
        }
        finally
        {
            linking.Release();
        }

        await TellAsync(cancellationToken);
    }

    /// <summary>Forgets identifiers with all their links, as if they had never been seen.</summary>
    public async Task ForgetAsync(IReadOnlyCollection<Guid> nodes, CancellationToken cancellationToken)
    {
        await linking.WaitAsync(cancellationToken);
        try
        {
            await state.ForgetAsync(nodes, cancellationToken);
            known.Clear();
            foreach (var node in nodes)
            {
                moved.TryRemove(node, out _);
                unsettled.TryRemove(node, out _);
            }
        }
        finally
        {
            linking.Release();
        }
    }

    /// <summary>How a profile came to be; null when its identifier was never linked, or is another workspace's.</summary>
    public async Task<ResolvedProfile?> FindAsync(WorkspaceKey workspace, Guid profile, CancellationToken cancellationToken) =>
        await state.FindAsync(profile, rules.Of(workspace.Value), cancellationToken) is { } found && found.Canonical.IsOf(workspace) ? found : null;

    /// <summary>Tells the engine what it does not know yet: one at a time, in the order of the changes; a change that is told again has the same version.</summary>
    public async Task TellAsync(CancellationToken cancellationToken)
    {
        await telling.WaitAsync(cancellationToken);
        try
        {
            while (await state.ChangesAsync(ChangesPerInsert, cancellationToken) is { Count: > 0 } changes)
            {
                await engine.InsertAsync(
                    "identities",
                    changes.Select(change => new IdentityRow(change.Move.Workspace, change.Move.Node, change.Move.Profile, (ulong)change.Number, change.Value)),
                    options: null,
                    cancellationToken);
                await state.ForgetChangesAsync(changes[^1].Number, cancellationToken);
            }
        }
        finally
        {
            telling.Release();
        }
    }

    public void Dispose()
    {
        linking.Dispose();
        telling.Dispose();
    }

    private HashSet<Guid> Apply(IReadOnlyList<IdentityMove> moves)
    {
        HashSet<Guid> changed = [];
        foreach (var move in moves)
        {
            changed.Add(ProfileOf(move.Node));
            changed.Add(move.Profile);
            if (move.Node == move.Profile)
            {
                moved.TryRemove(move.Node, out _);
            }
            else
            {
                moved[move.Node] = move.Profile;
            }
        }

        return changed;
    }

    private void Remember(List<IdentityLink> links)
    {
        if (known.Count + links.Count > MostRemembered)
        {
            known.Clear();
        }

        // The state may know an earlier call; what is later than this one is no news in any case.
        foreach (var link in links)
        {
            known[(link.One.Id, link.Other.Id)] = (link.Evidence, link.IsExplicit);
        }
    }

    private sealed record IdentityRow(string Workspace, Guid NodeId, Guid ProfileId, ulong Version, string Value);
}
