namespace Tessera.Server.Identity.Contracts;

/// <summary>What one call says of who made it.</summary>
/// <param name="Owner">The identifier that decides whose the call is: of those it has, the one of the highest priority; null when none of them says anything.</param>
/// <param name="Links">What else it says the customer is known by.</param>
internal sealed record CallIdentity(IdentityNode? Owner, IReadOnlyList<IdentityLink> Links);
