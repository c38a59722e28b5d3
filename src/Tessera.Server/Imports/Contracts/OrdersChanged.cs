using Tessera.Domain;

namespace Tessera.Server.Imports.Contracts;

/// <summary>What an import changed in a workspace.</summary>
/// <param name="Workspace">The workspace whose data changed.</param>
/// <param name="ImportId">The import that changed it.</param>
/// <param name="OrderLines">Order lines that are new or were corrected; 0 when only events or profiles changed.</param>
/// <param name="Events">Events that are new.</param>
/// <param name="Profiles">Profiles that were created or touched.</param>
internal sealed record OrdersChanged(WorkspaceKey Workspace, Guid ImportId, long OrderLines, long Events, long Profiles);
