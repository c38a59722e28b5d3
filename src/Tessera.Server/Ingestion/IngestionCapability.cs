using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Server.Hosting;
using Tessera.Server.Ingestion.Contracts;
using Tessera.Server.Ingestion.Log;
using Tessera.Server.Ingestion.Rejections;
using Tessera.Server.Ingestion.Sources;
using Tessera.Server.Ingestion.Tracking;
using Tessera.Server.Ingestion.Watching;
using Tessera.Server.Privacy.Contracts;

namespace Tessera.Server.Ingestion;

/// <summary>Tracking calls in: checked, their clocks corrected, durable before they are acknowledged.</summary>
internal sealed class IngestionCapability : ICapability
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<LogMeter>();
        services.AddSingleton<IEventLog>(provider => new SqliteEventLog(
            new EventLogOptions { File = provider.GetRequiredService<DataDirectory>().LogFile },
            provider.GetRequiredService<LogMeter>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IErasable, LogErasure>();
        services.AddSingleton<SourceDirectory>();
        services.AddSingleton<SourceQueries>();
        services.AddSingleton<RecordWriter>();
        services.AddSingleton<IntakeFigures>();
        services.AddSingleton<IngestionMeter>();
        services.AddSingleton<EventFeed>();
        services.AddSingleton<TrackingIntake>();
        services.AddSingleton<RejectionQueries>();
        services.AddSingleton<IStartupStep, LogOpening>();
    }

    public void MapEndpoints(IEndpointRouteBuilder api)
    {
        RejectionEndpoints.Map(api);
        SourceEndpoints.Map(api);
        FeedEndpoints.Map(api);
    }

    public void MapOuterEndpoints(IEndpointRouteBuilder routes) => TrackingEndpoints.Map(routes);
}
