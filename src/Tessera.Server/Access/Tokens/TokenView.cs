using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Access.Tokens;

/// <summary>A token of a workspace, without its secret.</summary>
/// <param name="Id">By which it is revoked.</param>
/// <param name="Name">What it is for, as its creator said.</param>
/// <param name="Workspace">The workspace it opens.</param>
/// <param name="CreatedAt">When it was made.</param>
internal sealed record TokenView(Guid Id, string Name, string Workspace, DateTimeOffset CreatedAt);
