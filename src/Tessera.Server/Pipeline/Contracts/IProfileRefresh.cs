namespace Tessera.Server.Pipeline.Contracts;

/// <summary>Puts profiles together anew that gained or lost identifiers.</summary>
internal interface IProfileRefresh
{
    /// <summary>Puts together all that wait for it; when this returns they are durable. Doing it again changes nothing.</summary>
    Task RefreshAsync(CancellationToken cancellationToken);
}
