using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Access.Tokens;

/// <summary>A token to create.</summary>
/// <param name="Name">What it is for, 1 to 100 characters.</param>
internal sealed record CreateTokenRequest(string Name);

/// <summary>A token that was just created; the only time its secret is shown.</summary>
/// <param name="Id">By which it is revoked.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Workspace">The workspace it opens.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="Token">The secret, for <c>Authorization: Bearer</c>.</param>
internal sealed record CreatedToken(Guid Id, string Name, string Workspace, DateTimeOffset CreatedAt, string Token);

/// <summary>The tokens of a workspace.</summary>
/// <param name="Items">All of them, oldest first.</param>
/// <param name="Next">Always null: the list is short and never paged.</param>
internal sealed record TokenList(IReadOnlyList<TokenView> Items, string? Next = null);
