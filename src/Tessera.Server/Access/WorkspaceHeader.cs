using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Access;

/// <summary>The header by which a caller says which workspace it speaks to.</summary>
internal static class WorkspaceHeader
{
    public const string Name = "Tessera-Workspace";
}
