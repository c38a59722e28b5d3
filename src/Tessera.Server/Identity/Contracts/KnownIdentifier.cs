namespace Tessera.Server.Identity.Contracts;

/// <summary>An identifier of a profile.</summary>
/// <param name="Node">The identifier.</param>
/// <param name="First">The first call that linked it with another.</param>
internal sealed record KnownIdentifier(IdentityNode Node, Evidence First);
