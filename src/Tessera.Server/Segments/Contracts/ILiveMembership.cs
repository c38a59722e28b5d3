using Tessera.Domain;

namespace Tessera.Server.Segments.Contracts;

/// <summary>Keeps membership up to date with every call, ahead of the engine.</summary>
/// <remarks>Calls are taken into account as soon as they are in the log. They may be stored in the engine only after that, so that what the engine has is never more than this knows.</remarks>
internal interface ILiveMembership
{
    /// <summary>Up to here the calls of a partition are taken into account, durably; -1 while that is not known yet.</summary>
    long Position(int partition);

    /// <summary>Calls after this position of a partition may be read from the log again, after a crash; 0 while that is not known yet.</summary>
    long NeededAfter(int partition);

    /// <summary>Waits until calls after a position are taken into account.</summary>
    Task WaitAsync(int partition, long after, CancellationToken cancellationToken);

    /// <summary>Stores what was found so far in the engine.</summary>
    Task FlushAsync(CancellationToken cancellationToken);

    /// <summary>Notes that profiles gained or lost calls all at once; when this returns that is durable, and will be looked at.</summary>
    Task NoteChangedAsync(WorkspaceKey workspace, IEnumerable<Guid> profiles, CancellationToken cancellationToken);

    /// <summary>Forgets what is kept of customers, without a change of membership; when this returns nothing is kept of them. For those who are erased.</summary>
    Task ForgetAsync(WorkspaceKey workspace, IReadOnlyCollection<Guid> profiles, CancellationToken cancellationToken);
}
