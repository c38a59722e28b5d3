using Tessera.Server.Identity.Contracts;

namespace Tessera.Server.Identity.Resolution;

/// <summary>Identifiers that are one customer's.</summary>
/// <param name="Canonical">The one that the profile's id is made of: of the kinds with the highest priority, the one seen first.</param>
/// <param name="Members">All of them, the canonical one first, then by when they were first linked.</param>
/// <param name="Merges">The links that joined them, in the order in which they did.</param>
/// <param name="Refused">Links of theirs to identifiers of other customers, and why they do not count.</param>
internal sealed record ResolvedProfile(
    IdentityNode Canonical, IReadOnlyList<ResolvedMember> Members, IReadOnlyList<IdentityLink> Merges, IReadOnlyList<RefusedLink> Refused);

/// <summary>An identifier of a profile.</summary>
/// <param name="Node">The identifier.</param>
/// <param name="First">The first call that linked it with another.</param>
internal sealed record ResolvedMember(IdentityNode Node, Evidence First);

/// <summary>A link that does not count.</summary>
/// <param name="Link">The link.</param>
/// <param name="Reason">Why.</param>
internal sealed record RefusedLink(IdentityLink Link, string Reason);
