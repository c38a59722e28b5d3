using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Server.Destinations.Webhooks;
using Tessera.Server.Destinations.Webhooks.Delivering;
using Tessera.Server.Destinations.Webhooks.Endpoints;
using Tessera.Server.Hosting;
using Tessera.Server.Privacy.Contracts;

namespace Tessera.Server.Destinations;

/// <summary>Where what is found out goes: webhooks.</summary>
internal sealed class DestinationsCapability : ICapability
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<WebhookStore>();
        services.AddSingleton<DeliveryStore>();
        services.AddSingleton<IErasable, DeliveryErasure>();
        services.AddSingleton<CustomerIdentifiers>();
        services.AddSingleton<WebhookSender>();
        services.AddSingleton<WebhookMeter>();
        services.AddSingleton<WebhookService>();
        services.AddHostedService(provider => provider.GetRequiredService<WebhookService>());
    }

    public void MapEndpoints(IEndpointRouteBuilder api) => WebhookEndpoints.Map(api);
}
