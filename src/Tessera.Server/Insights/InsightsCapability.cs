using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Server.Hosting;

namespace Tessera.Server.Insights;

/// <summary>How the business is doing.</summary>
internal sealed class InsightsCapability : ICapability
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<InsightQueries>();
        services.AddSingleton<OverviewReader>();
        services.AddSingleton<KeptOverviews>();
    }

    public void MapEndpoints(IEndpointRouteBuilder api) => InsightEndpoints.Map(api);
}
