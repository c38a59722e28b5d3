using Tessera.Domain;
using Tessera.Server.Identity.Contracts;
using Tessera.Server.Identity.Rules;

namespace Tessera.Server.Identity.Resolution;

/// <summary>Puts identifiers together into profiles.</summary>
/// <remarks>
/// The outcome is a function of the set of links alone: they are taken in the order in which their calls happened (ties by message id, then by the identifiers),
/// and each joins what its two ends belong to, unless a rule forbids it. Whichever order the calls arrived in, the set is the same in the end.
/// O(n log n) in the number of links.
/// </remarks>
internal sealed class IdentityResolution
{
    private readonly WorkspaceIdentity identity;
    private readonly Dictionary<Guid, Group> groups = [];
    private readonly Dictionary<Identifier, List<(int Cut, bool IsOther)>> sides = [];
    private readonly List<RefusedLink> refused = [];

    private IdentityResolution(WorkspaceIdentity identity)
    {
        this.identity = identity;
        foreach (var (index, cut) in identity.Cuts.Index())
        {
            foreach (var (identifier, isOther) in cut.One.Select(one => (one, false)).Concat(cut.Other.Select(other => (other, true))))
            {
                if (!sides.TryGetValue(identifier, out var list))
                {
                    sides.Add(identifier, list = []);
                }

                list.Add((index, isOther));
            }
        }
    }

    /// <summary>Resolves links; every identifier that they name is in exactly one of the profiles.</summary>
    /// <param name="links">The links of one or several connected components, whole, each pair once.</param>
    /// <param name="identity">What the workspace says.</param>
    public static IReadOnlyList<ResolvedProfile> Resolve(IReadOnlyCollection<IdentityLink> links, WorkspaceIdentity identity)
    {
        var resolution = new IdentityResolution(identity);
        foreach (var link in links)
        {
            resolution.See(link.One, link.Evidence);
            resolution.See(link.Other, link.Evidence);
        }

        foreach (var link in links.OrderBy(link => link.Evidence).ThenBy(link => link.One.Id).ThenBy(link => link.Other.Id))
        {
            resolution.Join(link);
        }

        return resolution.Profiles();
    }

    /// <summary>Why two profiles together would have too many of a kind; null when they do not. What an alias call has exceeded is no reason against a third.</summary>
    /// <param name="one">How many of each kind the one has.</param>
    /// <param name="other">How many the other has.</param>
    /// <param name="rules">How many it may have.</param>
    public static string? Exceeds(Dictionary<string, int> one, Dictionary<string, int> other, IdentityRules rules)
    {
        foreach (var (kind, count) in other)
        {
            var mine = one.GetValueOrDefault(kind);
            if (mine > 0 && rules.Of(kind).Rule.Limit is { } limit && mine + count > Math.Max(limit, Math.Max(mine, count)))
            {
                return $"A profile has at most {limit} {kind}, and both have {(mine + count == 2 ? "one" : "some")} already.";
            }
        }

        return null;
    }

    private void See(IdentityNode node, Evidence evidence)
    {
        if (!groups.TryGetValue(node.Id, out var group))
        {
            groups.Add(node.Id, new Group(node, evidence, identity.Rules.Of(node.Identifier.Kind).Priority, sides.GetValueOrDefault(node.Identifier)));
        }
        else if (evidence < group.Members[0].First)
        {
            group.Members[0] = group.Members[0] with { First = evidence };
        }
    }

    private void Join(IdentityLink link)
    {
        var (one, other) = (groups[link.One.Id], groups[link.Other.Id]);
        if (one == other)
        {
            return;
        }

        if (Objection(link, one, other) is { } reason)
        {
            refused.Add(new RefusedLink(link, reason));
            return;
        }

        var (larger, smaller) = one.Members.Count >= other.Members.Count ? (one, other) : (other, one);
        larger.Take(smaller);
        larger.Merges.Add(link);
        foreach (var member in smaller.Members)
        {
            groups[member.Node.Id] = larger;
        }
    }

    private string? Objection(IdentityLink link, Group one, Group other)
    {
        foreach (var node in (IdentityNode[])[link.One, link.Other])
        {
            if (identity.Blocked.Contains(node.Identifier.Value))
            {
                return $"{node.Identifier} says nothing about who somebody is: the value is blocked.";
            }
        }

        var (kind, otherKind) = (link.One.Identifier.Kind, link.Other.Identifier.Kind);
        if (!link.IsExplicit && !identity.Rules.MayJoin(kind, otherKind))
        {
            return $"The rules do not join {kind} with {otherKind}.";
        }

        if (one.IsKeptApartFrom(other))
        {
            return "Somebody said that these are two customers.";
        }

        return link.IsExplicit ? null : Exceeds(one.Counts, other.Counts, identity.Rules);
    }

    private List<ResolvedProfile> Profiles()
    {
        // What was refused at first may have come together by another way.
        var objections = refused
            .Where(refusal => groups[refusal.Link.One.Id] != groups[refusal.Link.Other.Id])
            .SelectMany(refusal => (IEnumerable<(Group Group, RefusedLink Refusal)>)[(groups[refusal.Link.One.Id], refusal), (groups[refusal.Link.Other.Id], refusal)])
            .ToLookup(objection => objection.Group, objection => objection.Refusal);
        var profiles = groups.Values.Distinct().Select(group => group.Resolved([.. objections[group]]));
        return [.. profiles.OrderBy(profile => profile.Canonical.Id)];
    }

    /// <summary>Identifiers that are one customer's so far.</summary>
    private sealed class Group(IdentityNode node, Evidence first, int priority, List<(int Cut, bool IsOther)>? side)
    {
        private readonly HashSet<(int Cut, bool IsOther)> cuts = side is null ? [] : [.. side];
        private readonly Dictionary<Guid, int> priorities = new() { [node.Id] = priority };

        public List<ResolvedMember> Members { get; } = [new ResolvedMember(node, first)];

        public List<IdentityLink> Merges { get; } = [];

        public Dictionary<string, int> Counts { get; } = new(StringComparer.Ordinal) { [node.Identifier.Kind] = 1 };

        public bool IsKeptApartFrom(Group other) => other.cuts.Any(cut => cuts.Contains(cut with { IsOther = !cut.IsOther }));

        public void Take(Group other)
        {
            Members.AddRange(other.Members);
            Merges.AddRange(other.Merges);
            cuts.UnionWith(other.cuts);
            foreach (var (kind, count) in other.Counts)
            {
                Counts[kind] = Counts.GetValueOrDefault(kind) + count;
            }

            foreach (var (id, place) in other.priorities)
            {
                priorities.Add(id, place);
            }
        }

        public ResolvedProfile Resolved(IReadOnlyList<RefusedLink> objections)
        {
            var members = Members
                .OrderBy(member => priorities[member.Node.Id])
                .ThenBy(member => member.First)
                .ThenBy(member => member.Node.Id)
                .ToList();
            var merges = Merges.OrderBy(link => link.Evidence).ThenBy(link => link.One.Id).ThenBy(link => link.Other.Id).ToList();
            return new ResolvedProfile(members[0].Node, members, merges, objections);
        }
    }
}
