using Tessera.Domain;
using Tessera.Server.Identity.Resolution;
using Tessera.Server.Identity.Rules;
using Tessera.Server.Identity.State;
using Tessera.Server.Pipeline.Contracts;

namespace Tessera.Server.Identity;

/// <summary>Takes profiles apart, and lets them come together again.</summary>
internal sealed class IdentityUnmerging(CustomerIdentity identity, IdentityState state, IdentityRulesStore rules, IProfileRefresh profiles)
{
    /// <summary>Keeps some identifiers of a profile apart from its others, for good: no later call joins them.</summary>
    public async Task<IdentityCut> CutAsync(WorkspaceKey workspace, ResolvedProfile profile, IReadOnlyCollection<Identifier> apart, string by, CancellationToken cancellationToken)
    {
        var all = profile.Members.Select(member => member.Node.Identifier).ToList();
        var cut = await rules.CutAsync(workspace, [.. all.Where(apart.Contains)], [.. all.Where(identifier => !apart.Contains(identifier))], by, cancellationToken);

        // What follows is done in any case, after a crash at the next start.
        await ResolveAsync(workspace, [profile.Canonical.Id], CancellationToken.None);
        return cut;
    }

    /// <summary>Lets what was kept apart come together again where calls say so; false when there is no such cut.</summary>
    public async Task<bool> RemoveAsync(WorkspaceKey workspace, Guid id, CancellationToken cancellationToken)
    {
        var cut = rules.Of(workspace.Value).Cuts.FirstOrDefault(cut => cut.Id == id);
        if (cut is null || !await rules.RemoveAsync(workspace, id, cancellationToken))
        {
            return false;
        }

        await ResolveAsync(workspace, [.. cut.One.Concat(cut.Other).Select(identifier => ProfileId.For(workspace, identifier).Value)], CancellationToken.None);
        return true;
    }

    private async Task ResolveAsync(WorkspaceKey workspace, IReadOnlyCollection<Guid> nodes, CancellationToken cancellationToken)
    {
        var version = rules.Of(workspace.Value).Version;
        await identity.ResolveAsync(workspace, nodes, cancellationToken);
        await profiles.RefreshAsync(cancellationToken);
        if (await state.ResolvedByAsync(workspace.Value, cancellationToken) == version - 1)
        {
            await state.SetResolvedByAsync(workspace.Value, version, cancellationToken);
        }
    }
}
