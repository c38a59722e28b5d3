using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Workspaces;

/// <summary>The workspaces that the caller may speak to.</summary>
/// <param name="Items">All of them, <c>default</c> first.</param>
/// <param name="Next">Always null: the list is short and never paged.</param>
internal sealed record WorkspaceList(IReadOnlyList<Workspace> Items, string? Next = null);
