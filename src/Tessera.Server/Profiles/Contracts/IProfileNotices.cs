using Tessera.Domain;

namespace Tessera.Server.Profiles.Contracts;

/// <summary>Told of everything that changes what is known of customers, so that nobody is shown what was put together before.</summary>
/// <remarks>Tell it once the change can be read. Cheap: what is told is noted in memory.</remarks>
internal interface IProfileNotices
{
    /// <summary>Notes that calls, order lines, rows or memberships changed.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="nodes">The profiles, or identifiers of theirs under which something is stored.</param>
    void Changed(WorkspaceKey workspace, IEnumerable<Guid> nodes);

    /// <summary>Notes that anybody's in a workspace may have.</summary>
    void AllChanged(WorkspaceKey workspace);
}
