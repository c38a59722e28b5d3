using Tessera.Server.Access;
using Tessera.Server.Backups;
using Tessera.Server.EventCatalogue;
using Tessera.Server.Destinations;
using Tessera.Server.Identity;
using Tessera.Server.Imports;
using Tessera.Server.Ingestion;
using Tessera.Server.Insights;
using Tessera.Server.Pipeline;
using Tessera.Server.Privacy;
using Tessera.Server.Profiles;
using Tessera.Server.Segments;
using Tessera.Server.Workspaces;

namespace Tessera.Server.Hosting;

/// <summary>Every capability of the product, in the order in which data passes through them.</summary>
internal static class Capabilities
{
    public static IReadOnlyList<ICapability> All { get; } =
    [
        new WorkspacesCapability(),
        new AccessCapability(),
        new IngestionCapability(),
        new IdentityCapability(),
        new PrivacyCapability(),
        new PipelineCapability(),
        new ImportsCapability(),
        new ProfilesCapability(),
        new SegmentsCapability(),
        new EventCatalogueCapability(),
        new DestinationsCapability(),
        new BackupsCapability(),
        new InsightsCapability(),
    ];
}
