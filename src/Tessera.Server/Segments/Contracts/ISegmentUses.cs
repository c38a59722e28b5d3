using Tessera.Domain;

namespace Tessera.Server.Segments.Contracts;

/// <summary>What the definitions of segments depend on.</summary>
internal interface ISegmentUses
{
    /// <summary>Every segment of a workspace that people wrote, with what it asks about.</summary>
    Task<IReadOnlyList<SegmentUse>> ListAsync(WorkspaceKey workspace, CancellationToken cancellationToken);
}
