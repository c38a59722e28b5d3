using Tessera.Domain;

namespace Tessera.Server.Access.Contracts;

/// <summary>The write keys by which sources send events; each source has one. A write key reads nothing, and only its hash is kept.</summary>
internal interface IWriteKeys
{
    /// <summary>Whose key it is; null when it is nobody's, or its source is switched off.</summary>
    Task<WriteKeyOwner?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>The sources of a workspace, oldest first.</summary>
    Task<IReadOnlyList<WriteKeySource>> ListAsync(WorkspaceKey workspace, CancellationToken cancellationToken);

    /// <summary>One source, or null.</summary>
    Task<WriteKeySource?> FindSourceAsync(WorkspaceKey workspace, string source, CancellationToken cancellationToken);

    /// <summary>Makes a source.</summary>
    /// <returns>Its write key, which cannot be shown again; null when the name is taken.</returns>
    Task<string?> CreateAsync(WorkspaceKey workspace, string source, string title, string kind, CancellationToken cancellationToken);

    /// <summary>Changes a source.</summary>
    /// <returns>Whether there is one.</returns>
    Task<bool> ChangeAsync(WorkspaceKey workspace, string source, string title, string kind, bool enabled, CancellationToken cancellationToken);

    /// <summary>Gives a source another key; the one it had is good until an instant.</summary>
    /// <returns>The key, which cannot be shown again; null when there is no such source.</returns>
    Task<string?> RotateAsync(WorkspaceKey workspace, string source, DateTimeOffset formerUntil, CancellationToken cancellationToken);

    /// <summary>Removes a source; its key opens nothing any more. What it sent is kept.</summary>
    /// <returns>Whether there was one.</returns>
    Task<bool> RemoveAsync(WorkspaceKey workspace, string source, CancellationToken cancellationToken);
}
