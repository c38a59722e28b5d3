using Tessera.Domain;

namespace Tessera.Server.Segments.Contracts;

/// <summary>What the other capabilities may ask about customers' segments.</summary>
internal interface ICustomerSegments
{
    /// <summary>The versions of the computed tables to read now.</summary>
    Task<CustomerTables> TablesAsync(WorkspaceKey workspace, CancellationToken cancellationToken);

    /// <summary>Whether tables that were current once can still be read, so that a list can go on in the computation it began with.</summary>
    Task<bool> AreReadableAsync(WorkspaceKey workspace, long totalsVersion, long rfmVersion, CancellationToken cancellationToken);

    /// <summary>Where the RFM model sees some customers.</summary>
    Task<CustomerStandings> StandingsAsync(WorkspaceKey workspace, IReadOnlyCollection<Guid> profiles, CancellationToken cancellationToken);

    /// <summary>What the RFM model is computed of now: see <see cref="CustomerStandings.Mark"/>. Asks nothing of the engine.</summary>
    Task<string> StandingsMarkAsync(WorkspaceKey workspace, CancellationToken cancellationToken);

    /// <summary>The segments in the language that some customers are recorded as being in.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="owners">Identifiers, each with the customer that it is of.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<ILookup<Guid, RecordedMembership>> MembershipsAsync(WorkspaceKey workspace, IReadOnlyList<(Guid Node, Guid Owner)> owners, CancellationToken cancellationToken);

    /// <summary>Those of some memberships whose segments there still are, by the segments' names. Asks nothing of the engine.</summary>
    Task<IReadOnlyList<CustomerMembership>> NamedAsync(WorkspaceKey workspace, IReadOnlyList<RecordedMembership> memberships, CancellationToken cancellationToken);
}
