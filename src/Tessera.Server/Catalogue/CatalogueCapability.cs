using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Server.Catalogue.Anomalies;
using Tessera.Server.Catalogue.Learned;
using Tessera.Server.Catalogue.Plans;
using Tessera.Server.Hosting;

namespace Tessera.Server.Catalogue;

/// <summary>What is received and whether it is what was meant: events and traits, tracking plans, odd volumes.</summary>
internal sealed class CatalogueCapability : ICapability
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<EventVolumes>();
        services.AddSingleton<AnomalyReader>();
        services.AddSingleton<TrackingPlans>();
        services.AddSingleton<IStartupStep>(provider => provider.GetRequiredService<TrackingPlans>());
        services.AddSingleton<ViolationStore>();
        services.AddHostedService<PlanFollower>();
    }

    public void MapEndpoints(IEndpointRouteBuilder api)
    {
        CatalogueEndpoints.Map(api);
        PlanEndpoints.Map(api);
    }
}
