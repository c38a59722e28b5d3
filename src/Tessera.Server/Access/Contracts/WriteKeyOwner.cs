using Tessera.Domain;

namespace Tessera.Server.Access.Contracts;

/// <summary>What a write key stands for.</summary>
/// <param name="Workspace">The workspace it writes to.</param>
/// <param name="Source">The name of the source, unique in the workspace.</param>
internal sealed record WriteKeyOwner(WorkspaceKey Workspace, string Source);
