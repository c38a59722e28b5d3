using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Server.Hosting;
using Tessera.Server.Profiles.Companies;
using Tessera.Server.Profiles.Companies.Endpoints;
using Tessera.Server.Profiles.Computing;
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
    }

    public void MapEndpoints(IEndpointRouteBuilder api)
    {
        ProfileEndpoints.Map(api);
        CompanyEndpoints.Map(api);
    }
}
