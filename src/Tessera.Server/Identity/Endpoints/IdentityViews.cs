using Tessera.Domain;
using Tessera.Server.Identity.Contracts;
using Tessera.Server.Identity.Resolution;
using Tessera.Server.Identity.Rules;

namespace Tessera.Server.Identity.Endpoints;

/// <summary>How a profile came to be.</summary>
/// <param name="ProfileId">The profile.</param>
/// <param name="Identifiers">What it is known by, the one that its id is made of first, then by priority and by when they were first linked.</param>
/// <param name="Items">The links that joined them, in the order in which their calls happened.</param>
/// <param name="Refused">Links to identifiers of other customers that do not count.</param>
internal sealed record ProfileMerges(Guid ProfileId, IReadOnlyList<LinkedIdentifier> Identifiers, IReadOnlyList<MergeView> Items, IReadOnlyList<RefusedMerge> Refused)
{
    public static ProfileMerges Of(ResolvedProfile profile) => new(
        profile.Canonical.Id,
        [.. profile.Members.Select(member => new LinkedIdentifier(member.Node.Identifier.Kind, member.Node.Identifier.Value, member.First.Time, member.First.Source))],
        [.. profile.Merges.Select(MergeView.Of)],
        [.. profile.Refused.Select(refused => new RefusedMerge(MergeView.Of(refused.Link), refused.Reason))]);
}

/// <summary>An identifier of a profile.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Value">Its value.</param>
/// <param name="LinkedAt">When the first call happened that linked it with another.</param>
/// <param name="Source">The source of that call; empty for an imported one.</param>
internal sealed record LinkedIdentifier(string Kind, string Value, DateTimeOffset LinkedAt, string Source);

/// <summary>A call that named two identifiers.</summary>
/// <param name="One">One of them.</param>
/// <param name="Other">The other.</param>
/// <param name="Time">When the first such call happened.</param>
/// <param name="MessageId">Its id.</param>
/// <param name="Source">Its source; empty for an imported one.</param>
/// <param name="Sentence">The reason, in one sentence.</param>
internal sealed record MergeView(Identifier One, Identifier Other, DateTimeOffset Time, string MessageId, string Source, string Sentence)
{
    public static MergeView Of(IdentityLink link) => new(
        link.One.Identifier,
        link.Other.Identifier,
        link.Evidence.Time,
        link.Evidence.MessageId,
        link.Evidence.Source,
        $"{(link.IsExplicit ? "An alias call" : "A call")} of {link.Evidence.Time:yyyy-MM-dd HH:mm:ss} UTC named both {link.One.Identifier} and {link.Other.Identifier}.");
}

/// <summary>A link that does not count.</summary>
/// <param name="Link">The link.</param>
/// <param name="Reason">Why, in one sentence.</param>
internal sealed record RefusedMerge(MergeView Link, string Reason);

/// <summary>Which identifiers to take out of a profile.</summary>
/// <param name="Identifiers">Some of its identifiers, not all.</param>
internal sealed record UnmergeRequest(IReadOnlyList<Identifier>? Identifiers = null);

/// <summary>What taking a profile apart came to.</summary>
/// <param name="Cut">The id of what keeps them apart: DELETE /api/identity/cuts/{id} lets them come together again.</param>
/// <param name="Profiles">The profiles that there are now.</param>
internal sealed record UnmergeResult(Guid Cut, IReadOnlyList<Guid> Profiles);

/// <summary>The rules of a workspace.</summary>
/// <param name="Kinds">The kinds in order of priority; the kind * stands for every kind that is not listed.</param>
/// <param name="Blocked">Values that say nothing about who somebody is.</param>
/// <param name="State">ready, or resolving while the identifiers that are known are resolved by changed rules.</param>
internal sealed record IdentityRulesView(IReadOnlyList<KindRule> Kinds, IReadOnlyList<string> Blocked, string State);

/// <summary>Rules to use from now on.</summary>
/// <param name="Kinds">The kinds in order of priority; null for the usual ones.</param>
/// <param name="Blocked">Values that say nothing about who somebody is; null for the usual ones.</param>
internal sealed record IdentityRulesRequest(IReadOnlyList<KindRule>? Kinds = null, IReadOnlyList<string>? Blocked = null);

/// <summary>What is kept apart in a workspace.</summary>
/// <param name="Items">The cuts, the oldest first.</param>
internal sealed record IdentityCutList(IReadOnlyList<IdentityCut> Items);
