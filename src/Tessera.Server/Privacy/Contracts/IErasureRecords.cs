namespace Tessera.Server.Privacy.Contracts;

/// <summary>What the other capabilities may ask about erasures.</summary>
internal interface IErasureRecords
{
    /// <summary>The erasure that was asked for last for a profile's id; null when there was none.</summary>
    Task<Guid?> LastAsync(Guid profileId, CancellationToken cancellationToken);
}
