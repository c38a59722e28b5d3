using Tessera.Server.Identity.Contracts;
using Tessera.Server.Identity.Rules;

namespace Tessera.Server.Identity.Resolution;

/// <summary>Of identifiers that many others are linked with, what decides whether one more link joins: so that it need not be found anew from all of theirs.</summary>
/// <remarks>
/// A link that comes after those which made both its ends what they are is taken last of all that matter: it joins them, or a rule forbids it, and what was forbidden before
/// stays forbidden, since a group only grows. Any other link says that it is not known here, and everything connected is resolved anew. Constant time a link. For one thread.
/// </remarks>
internal sealed class KnownGroups
{
    private const int MostNodes = 200_000;
    private readonly Dictionary<Guid, (Group Group, LinkKey? JoinedBy)> nodes = [];

    /// <summary>Whether an identifier's group is known.</summary>
    public bool Contains(Guid node) => nodes.ContainsKey(node);

    /// <summary>Forgets everything: after the rules were changed, or what was to become durable did not.</summary>
    public void Clear() => nodes.Clear();

    /// <summary>Forgets some identifiers.</summary>
    public void Remove(IEnumerable<Guid> some)
    {
        foreach (var node in some)
        {
            nodes.Remove(node);
        }
    }

    /// <summary>Remembers what a whole component came to.</summary>
    /// <param name="links">Its links.</param>
    /// <param name="profiles">What they came to.</param>
    /// <param name="identity">The rules by which they did.</param>
    public void Put(IReadOnlyCollection<IdentityLink> links, IReadOnlyList<ResolvedProfile> profiles, WorkspaceIdentity identity)
    {
        if (nodes.Count > MostNodes)
        {
            nodes.Clear();
        }

        var degrees = new Dictionary<Guid, int>();
        foreach (var end in links.SelectMany(link => new[] { link.One.Id, link.Other.Id }))
        {
            degrees[end] = degrees.GetValueOrDefault(end) + 1;
        }

        foreach (var profile in profiles)
        {
            var group = new Group(profile.Canonical.Id, identity.Rules.Of(profile.Canonical.Identifier.Kind).Priority, profile.Members[0].First);
            foreach (var member in profile.Members)
            {
                group.Counts[member.Node.Identifier.Kind] = group.Counts.GetValueOrDefault(member.Node.Identifier.Kind) + 1;
                group.IsCut |= IsCut(member.Node, identity);
                nodes[member.Node.Id] = (group, null);
            }

            foreach (var merge in profile.Merges)
            {
                if (LeafOf(merge) is { } leaf)
                {
                    nodes[leaf] = (group, LinkKey.Of(merge));
                }
                else
                {
                    group.DecidedBy(LinkKey.Of(merge));
                }
            }
        }

        Guid? LeafOf(IdentityLink merge) => IsLeaf(merge.One) ? merge.One.Id : IsLeaf(merge.Other) ? merge.Other.Id : null;

        // Whatever it joins, and when, decides nothing about others.
        bool IsLeaf(IdentityNode node) => degrees[node.Id] == 1 && identity.Rules.Of(node.Identifier.Kind).Rule.Limit is null;
    }

    /// <summary>Remembers an identifier that was never linked before.</summary>
    public void Add(IdentityNode node, WorkspaceIdentity identity)
    {
        var group = new Group(node.Id, identity.Rules.Of(node.Identifier.Kind).Priority, first: null) { IsCut = IsCut(node, identity) };
        group.Counts[node.Identifier.Kind] = 1;
        nodes[node.Id] = (group, null);
    }

    /// <summary>Takes a link of two identifiers that are known.</summary>
    /// <param name="link">The link, new.</param>
    /// <param name="isNew">Which of its ends were never linked before.</param>
    /// <param name="identity">The rules.</param>
    /// <param name="moved">The profile whose identifiers all came to another, and that other; null when none did.</param>
    /// <returns>False when more than is known here decides what the link does.</returns>
    public bool TryTake(IdentityLink link, (bool One, bool Other) isNew, WorkspaceIdentity identity, out (Guid From, Guid To)? moved)
    {
        moved = null;
        if (!Contains(link.One.Id) || !Contains(link.Other.Id))
        {
            return false;
        }

        var key = LinkKey.Of(link);
        var (one, other) = (Find(link.One.Id), Find(link.Other.Id));
        if (link.IsExplicit || (one.Group.IsCut && other.Group.IsCut) || !one.Group.IsBefore(key) || !other.Group.IsBefore(key) || one.JoinedBy >= key || other.JoinedBy >= key)
        {
            return false;
        }

        if (one.Group == other.Group || IsForbidden(link, one.Group, other.Group, identity))
        {
            // The first that is said of an identifier may be that it is not another's.
            one.Group.SeenBy(link.Evidence);
            other.Group.SeenBy(link.Evidence);
            return true;
        }

        one.Group.SeenBy(link.Evidence);
        other.Group.SeenBy(link.Evidence);
        var (winner, loser) = one.Group.Leads(other.Group) ? (one.Group, other.Group) : (other.Group, one.Group);
        moved = (loser.Canonical, winner.Canonical);
        winner.Take(loser);
        var leaf = isNew.One && IsUnlimited(link.One) ? link.One.Id : isNew.Other && IsUnlimited(link.Other) ? link.Other.Id : (Guid?)null;
        if (leaf is { } joined)
        {
            nodes[joined] = (winner, key);
        }
        else
        {
            winner.DecidedBy(key);
        }

        return true;

        bool IsUnlimited(IdentityNode node) => identity.Rules.Of(node.Identifier.Kind).Rule.Limit is null;
    }

    private static bool IsCut(IdentityNode node, WorkspaceIdentity identity) =>
        identity.Cuts.Any(cut => cut.One.Contains(node.Identifier) || cut.Other.Contains(node.Identifier));

    private static bool IsForbidden(IdentityLink link, Group one, Group other, WorkspaceIdentity identity) =>
        identity.Blocked.Contains(link.One.Identifier.Value)
        || identity.Blocked.Contains(link.Other.Identifier.Value)
        || !identity.Rules.MayJoin(link.One.Identifier.Kind, link.Other.Identifier.Kind)
        || IdentityResolution.Exceeds(one.Counts, other.Counts, identity.Rules) is not null;

    private (Group Group, LinkKey? JoinedBy) Find(Guid node)
    {
        var (group, joinedBy) = nodes[node];
        var now = group.Now;
        if (now != group)
        {
            nodes[node] = (now, joinedBy);
        }

        return (now, joinedBy);
    }

    /// <summary>Identifiers that are one customer's.</summary>
    private sealed class Group(Guid canonical, int priority, Evidence? first)
    {
        private Group? into;
        private LinkKey? last;
        private Evidence? first = first;

        public Guid Canonical { get; } = canonical;

        public Dictionary<string, int> Counts { get; } = new(StringComparer.Ordinal);

        /// <summary>Whether somebody said of one of them that it is not another customer's.</summary>
        public bool IsCut { get; set; }

        /// <summary>The group that this one became part of, over any number of others.</summary>
        public Group Now
        {
            get
            {
                var now = this;
                while (now.into is { } next)
                {
                    now = next;
                }

                return now;
            }
        }

        /// <summary>Whether all that made the group what it is was before a link.</summary>
        public bool IsBefore(LinkKey key) => !(last >= key) && !(first > key.Evidence);

        /// <summary>A link decided what the group is.</summary>
        public void DecidedBy(LinkKey key) => last = last > key ? last : key;

        /// <summary>A call named an identifier of the group together with another.</summary>
        public void SeenBy(Evidence evidence) => first ??= evidence;

        /// <summary>Whether a profile of both has this one's id.</summary>
        public bool Leads(Group other) => (Priority, first!.Value, Canonical).CompareTo((other.Priority, other.first!.Value, other.Canonical)) < 0;

        public void Take(Group other)
        {
            other.into = this;
            IsCut |= other.IsCut;
            foreach (var (kind, count) in other.Counts)
            {
                Counts[kind] = Counts.GetValueOrDefault(kind) + count;
            }

            if (other.last is { } decided)
            {
                DecidedBy(decided);
            }
        }

        private int Priority { get; } = priority;
    }
}
