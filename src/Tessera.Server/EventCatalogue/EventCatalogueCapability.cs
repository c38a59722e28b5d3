using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Server.EventCatalogue.Anomalies;
using Tessera.Server.EventCatalogue.Learned;
using Tessera.Server.EventCatalogue.Plans;
using Tessera.Server.Hosting;
using Tessera.Server.Privacy.Contracts;

namespace Tessera.Server.EventCatalogue;

/// <summary>What is received and whether it is what was meant: events and traits, tracking plans, odd volumes.</summary>
internal sealed class EventCatalogueCapability : ICapability
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<EventVolumes>();
        services.AddSingleton<AnomalyReader>();
        services.AddSingleton<TrackingPlans>();
        services.AddSingleton<IStartupStep>(provider => provider.GetRequiredService<TrackingPlans>());
        services.AddSingleton<ViolationStore>();
        services.AddSingleton<IErasable, ViolationErasure>();
        services.AddHostedService<PlanFollower>();
    }

    public void MapEndpoints(IEndpointRouteBuilder api)
    {
        CatalogueEndpoints.Map(api);
        PlanEndpoints.Map(api);
    }
}
