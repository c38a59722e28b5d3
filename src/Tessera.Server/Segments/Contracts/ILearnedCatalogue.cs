using Tessera.Domain;
using Tessera.Segments.Checking;

namespace Tessera.Server.Segments.Contracts;

/// <summary>A workspace's events, properties and traits, as learned from what it has received.</summary>
internal interface ILearnedCatalogue
{
    /// <summary>The catalogue, as of about a minute ago.</summary>
    Task<ICatalogue> ReadAsync(WorkspaceKey workspace, CancellationToken cancellationToken);
}
