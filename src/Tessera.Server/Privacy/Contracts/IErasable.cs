namespace Tessera.Server.Privacy.Contracts;

/// <summary>A capability that keeps something of persons, and forgets it when they are erased.</summary>
/// <remarks>
/// The table rows of the engine with a column <c>profile_id</c> or <c>node_id</c> are deleted without its help. Doing it again must change nothing: an erasure that
/// a crash broke off is done again from the beginning.
/// </remarks>
internal interface IErasable
{
    /// <summary>When it is called.</summary>
    ErasureStage Stage { get; }

    /// <summary>Forgets a person; durable when this returns.</summary>
    Task EraseAsync(ErasedPerson person, CancellationToken cancellationToken);
}
