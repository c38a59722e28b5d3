namespace Tessera.Server.Privacy.Endpoints;

/// <summary>An erasure that was asked for.</summary>
/// <param name="Id">Its id: GET /api/erasures/{id} says how far it is.</param>
internal sealed record ErasureRequested(Guid Id);

/// <summary>The erasure of one person.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ProfileId">Whose it is: the id of the profile there was, a hash that names nobody.</param>
/// <param name="RequestedAt">When it was asked for; what was received until then is erased.</param>
/// <param name="RequestedBy">By whom.</param>
/// <param name="State">running or finished.</param>
/// <param name="Log">Whether the event log is done: waiting or done.</param>
/// <param name="StateFile">Whether what the pipeline knows is done.</param>
/// <param name="Engine">Whether the engine is done, its files too.</param>
/// <param name="Metadata">Whether metadata and files are done: deliveries of webhooks, lists of rejected rows.</param>
/// <param name="Problem">Why it does not get on just now; null when it does.</param>
/// <param name="FinishedAt">When it was finished; null while it is not.</param>
/// <param name="Backups">The backups that hold the person still: delete them, or erase again after restoring one.</param>
internal sealed record ErasureView(
    Guid Id,
    Guid ProfileId,
    DateTimeOffset RequestedAt,
    string RequestedBy,
    string State,
    string Log,
    string StateFile,
    string Engine,
    string Metadata,
    string? Problem,
    DateTimeOffset? FinishedAt,
    IReadOnlyList<HoldingBackup> Backups);

/// <summary>A backup from before an erasure.</summary>
/// <param name="Directory">Where it was written.</param>
/// <param name="MadeAt">The instant it is of.</param>
internal sealed record HoldingBackup(string Directory, DateTimeOffset MadeAt);

/// <summary>A page of erasures.</summary>
/// <param name="Items">The latest first.</param>
/// <param name="Next">The cursor of the next page; null on the last one.</param>
internal sealed record ErasureList(IReadOnlyList<ErasureView> Items, string? Next);
