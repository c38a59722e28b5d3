namespace Tessera.Server.Identity.State;

/// <summary>An identifier came to another profile.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="Node">The identifier.</param>
/// <param name="Profile">The profile that it is of now.</param>
internal sealed record IdentityMove(string Workspace, Guid Node, Guid Profile);

/// <summary>A move with its place among all, and what the identifier is.</summary>
internal sealed record NumberedMove(long Number, IdentityMove Move, string Value);
