using Tessera.Domain;

namespace Tessera.Server.Segments.Contracts;

/// <summary>Keeps membership up to date with every call, as long as calls reach the engine through it.</summary>
internal interface ILiveMembership
{
    /// <summary>Whether any workspace has segments that follow each call, so that it is worth while to hurry.</summary>
    bool IsWatching { get; }

    /// <summary>
    /// To be held from before calls are stored until <see cref="StoredAsync"/> has returned: what is read of a customer's history then has all calls that were told
    /// of before, and these.
    /// </summary>
    Task<IDisposable> EnterAsync(CancellationToken cancellationToken);

    /// <summary>Has customers enter and leave segments because of calls that are stored now.</summary>
    /// <param name="calls">The calls.</param>
    /// <param name="again">Whether they may have been stored before.</param>
    /// <param name="cancellationToken">Gives up; doing it again finishes.</param>
    Task StoredAsync(IReadOnlyList<StoredCall> calls, bool again, CancellationToken cancellationToken);

    /// <summary>Notes that profiles gained or lost calls all at once; returns at once.</summary>
    void NoteChanged(WorkspaceKey workspace, IEnumerable<Guid> profiles);
}
