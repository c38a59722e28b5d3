using Tessera.Domain;

namespace Tessera.Server.Segments.Contracts;

/// <summary>Who entered and left the segments that people wrote, as a stream that can be read from any place and again.</summary>
/// <remarks>Changes of one customer in one segment come in their order. Reading again from a cursor gives the same changes, and later ones.</remarks>
internal interface IMembershipChanges
{
    /// <summary>The cursor behind the last change that there is now.</summary>
    Task<string> EndAsync(WorkspaceKey workspace, CancellationToken cancellationToken);

    /// <summary>Reads the next changes.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="after">Where the last reading ended.</param>
    /// <param name="limit">At most about so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<MembershipChanges> ReadAsync(WorkspaceKey workspace, string after, int limit, CancellationToken cancellationToken);

    /// <summary>Waits until there may be changes after a cursor; it may also return when there are none.</summary>
    Task WaitAsync(WorkspaceKey workspace, string after, CancellationToken cancellationToken);
}
