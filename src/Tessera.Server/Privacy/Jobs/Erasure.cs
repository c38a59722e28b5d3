namespace Tessera.Server.Privacy.Jobs;

/// <summary>An erasure as it is kept.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Workspace">The workspace.</param>
/// <param name="ProfileId">Whose it is.</param>
/// <param name="RequestedAt">When it was asked for.</param>
/// <param name="RequestedBy">By whom.</param>
/// <param name="KnownSince">When the first thing of the person arrived; null when that is not known.</param>
/// <param name="Subject">What is needed to find what is theirs, as JSON; null once all of it is gone.</param>
/// <param name="Log">Whether the event log is done.</param>
/// <param name="StateFile">Whether what the pipeline knows is done.</param>
/// <param name="Engine">Whether the engine is done, its files too.</param>
/// <param name="Metadata">Whether metadata and files are done.</param>
/// <param name="Failure">Why the last try came to nothing; empty when it did not.</param>
/// <param name="FinishedAt">When it was finished; null while it is not.</param>
internal sealed record Erasure(
    Guid Id,
    string Workspace,
    Guid ProfileId,
    DateTimeOffset RequestedAt,
    string RequestedBy,
    DateTimeOffset? KnownSince,
    string? Subject,
    bool Log,
    bool StateFile,
    bool Engine,
    bool Metadata,
    string Failure,
    DateTimeOffset? FinishedAt);
