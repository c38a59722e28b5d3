using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Server.Hosting;
using Tessera.Server.Privacy.Contracts;
using Tessera.Server.Privacy.Endpoints;
using Tessera.Server.Privacy.Engine;
using Tessera.Server.Privacy.Jobs;

namespace Tessera.Server.Privacy;

/// <summary>Customers who ask to be forgotten are.</summary>
internal sealed class PrivacyCapability : ICapability
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ErasureStore>();
        services.AddSingleton<IErasureRecords>(provider => provider.GetRequiredService<ErasureStore>());
        services.AddSingleton<PersonLookup>();
        services.AddSingleton<EngineErasure>();
        services.AddSingleton<ErasureService>();
        services.AddHostedService(provider => provider.GetRequiredService<ErasureService>());
    }

    public void MapEndpoints(IEndpointRouteBuilder api) => ErasureEndpoints.Map(api);
}
