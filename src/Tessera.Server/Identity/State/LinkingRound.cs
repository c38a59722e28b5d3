using Tessera.Server.Identity.Contracts;
using Tessera.Server.Identity.Resolution;
using Tessera.Server.Identity.Rules;

namespace Tessera.Server.Identity.State;

/// <summary>Links that come together, in one transaction: what they touch is resolved, and who came to another profile is noted.</summary>
/// <param name="tables">The tables.</param>
/// <param name="known">What is known of identifiers with many links.</param>
/// <param name="fewLinks">A component of up to so many links is read again whenever it is touched.</param>
/// <param name="workspace">The workspace.</param>
/// <param name="identity">What it says.</param>
internal sealed class LinkingRound(IdentityTables tables, KnownGroups known, int fewLinks, string workspace, WorkspaceIdentity identity)
{
    private readonly HashSet<Guid> visited = [];
    private readonly Dictionary<Guid, bool> changed = [];

    /// <summary>The identifiers that came to another profile.</summary>
    public List<IdentityMove> Moves { get; } = [];

    /// <summary>Adds links and resolves what they touch.</summary>
    public void Link(IEnumerable<IdentityLink> links)
    {
        List<Guid> later = [];

        // In the order in which they count: what one call says together would otherwise seem to come too late.
        foreach (var link in links.OrderBy(LinkKey.Of))
        {
            if (known.Contains(link.One.Id) || known.Contains(link.Other.Id))
            {
                LinkKnown(link);
                continue;
            }

            tables.AddNode(workspace, link.One);
            tables.AddNode(workspace, link.Other);
            if (tables.AddLink(link) != LinkAddition.None)
            {
                later.Add(link.One.Id);
                visited.Remove(link.One.Id);
            }
        }

        foreach (var start in later.Where(start => !visited.Contains(start) && !known.Contains(start)))
        {
            Resolve(start);
        }
    }

    /// <summary>Resolves some identifiers, and all that is connected with them.</summary>
    public void Resolve(IEnumerable<Guid> starts)
    {
        foreach (var start in starts.Where(start => !visited.Contains(start)))
        {
            Resolve(start);
        }
    }

    /// <summary>Notes which profiles have to be put together anew.</summary>
    public void Complete()
    {
        foreach (var (profile, hasLost) in changed)
        {
            tables.Refresh(workspace, profile, hasLost);
        }
    }

    private void LinkKnown(IdentityLink link)
    {
        var isNew = (One: Know(link.One), Other: Know(link.Other));
        switch (tables.AddLink(link))
        {
            case LinkAddition.None:
                break;
            case LinkAddition.New when known.TryTake(link, isNew, identity, out var moved):
                if (moved is var (from, to))
                {
                    MoveAll(from, to);
                }

                break;
            default:
                Resolve(link.One.Id, isKept: true);
                break;
        }
    }

    /// <summary>Makes sure that an identifier's group is known.</summary>
    /// <returns>Whether the identifier was never linked before.</returns>
    private bool Know(IdentityNode node)
    {
        var isNew = tables.AddNode(workspace, node);
        if (isNew)
        {
            known.Add(node, identity);
        }
        else if (!known.Contains(node.Id))
        {
            Resolve(node.Id, isKept: true);
        }

        return isNew;
    }

    private void MoveAll(Guid from, Guid to)
    {
        foreach (var node in tables.MembersOf(from))
        {
            Move(node.Id, from, to);
        }
    }

    private void Resolve(Guid start, bool isKept = false)
    {
        HashSet<Guid> reached = [];
        var links = tables.Component(start, reached);
        visited.UnionWith(reached);
        var profiles = IdentityResolution.Resolve(links, identity);
        foreach (var profile in profiles)
        {
            foreach (var member in profile.Members)
            {
                var before = tables.ProfileOf(member.Node.Id) ?? member.Node.Id;
                if (before != profile.Canonical.Id)
                {
                    Move(member.Node.Id, before, profile.Canonical.Id);
                }
            }
        }

        known.Remove(reached);
        if (isKept || links.Count > fewLinks)
        {
            known.Put(links, profiles, identity);
        }
    }

    private void Move(Guid node, Guid before, Guid profile)
    {
        tables.Move(workspace, node, profile);
        Moves.Add(new IdentityMove(workspace, node, profile));
        changed[before] = true;
        changed.TryAdd(profile, false);
    }
}
