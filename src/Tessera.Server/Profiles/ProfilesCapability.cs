using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Server.Hosting;
using Tessera.Server.Profiles.Endpoints;

namespace Tessera.Server.Profiles;

/// <summary>Single customers: who they are, what they bought and did, and where they belong.</summary>
internal sealed class ProfilesCapability : ICapability
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ProfileQueries>();
        services.AddSingleton<ProfileDetails>();
    }

    public void MapEndpoints(IEndpointRouteBuilder api) => ProfileEndpoints.Map(api);
}
