using Tessera.Domain;

namespace Tessera.Server.Segments.Contracts;

/// <summary>What the other capabilities may ask about customers' segments.</summary>
internal interface ICustomerSegments
{
    /// <summary>The versions of the computed tables to read now.</summary>
    Task<CustomerTables> TablesAsync(WorkspaceKey workspace, CancellationToken cancellationToken);

    /// <summary>Whether tables that were current once can still be read, so that a list can go on in the computation it began with.</summary>
    Task<bool> AreReadableAsync(WorkspaceKey workspace, long totalsVersion, long rfmVersion, CancellationToken cancellationToken);

    /// <summary>Where the RFM model sees a customer; null when it does not score them.</summary>
    Task<CustomerStanding?> FindAsync(WorkspaceKey workspace, Guid profileId, CancellationToken cancellationToken);

    /// <summary>The segments in the language that a customer is in, by name.</summary>
    Task<IReadOnlyList<CustomerMembership>> MembershipsAsync(WorkspaceKey workspace, Guid profileId, CancellationToken cancellationToken);
}
