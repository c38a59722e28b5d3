using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Server.Hosting;
using Tessera.Server.Imports.Contracts;
using Tessera.Server.Ingestion.Contracts;
using Tessera.Server.Pipeline.Contracts;
using Tessera.Server.Privacy.Contracts;
using Tessera.Server.Profiles.Companies;
using Tessera.Server.Profiles.Companies.Endpoints;
using Tessera.Server.Profiles.Computing;
using Tessera.Server.Profiles.Contracts;
using Tessera.Server.Profiles.Documents;
using Tessera.Server.Profiles.Endpoints;
using Tessera.Server.Profiles.Searching;

namespace Tessera.Server.Profiles;

/// <summary>Single customers and companies: who they are, what they bought and did, and where they belong.</summary>
internal sealed class ProfilesCapability : ICapability
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ProfileQueries>();
        services.AddSingleton<ProfileDetails>();
        services.AddSingleton<ProfileActivity>();
        services.AddSingleton<CompanyQueries>();
        services.AddSingleton<ProfileSearch>();
        services.AddSingleton(provider => new DocumentFile(
            provider.GetRequiredService<DataDirectory>().ProfilesFile, provider.GetRequiredService<IEventLog>().Id, provider.GetRequiredService<IStoredMessages>().StateId));
        services.AddSingleton(new DocumentMarks());
        services.AddSingleton<ProfileDocuments>();
        services.AddSingleton<IProfileNotices>(provider => provider.GetRequiredService<ProfileDocuments>());
        services.AddSingleton<DocumentFacts>();
        services.AddSingleton<IErasable>(provider => new DocumentErasure(provider.GetRequiredService<ProfileDocuments>(), ErasureStage.State));
        services.AddSingleton<IErasable>(provider => new DocumentErasure(provider.GetRequiredService<ProfileDocuments>(), ErasureStage.Afterwards));
        services.AddSingleton<IOrdersObserver, ImportedOrders>();
        services.AddHostedService<DocumentBuilder>();
    }

    public void MapEndpoints(IEndpointRouteBuilder api)
    {
        ProfileEndpoints.Map(api);
        CompanyEndpoints.Map(api);
    }
}
