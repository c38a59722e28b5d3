using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Server.Hosting;
using Tessera.Server.Ingestion.Contracts;
using Tessera.Server.Pipeline.Contracts;
using Tessera.Server.Pipeline.Health;
using Tessera.Server.Pipeline.State;
using Tessera.Server.Pipeline.Store;
using Tessera.Server.Privacy.Contracts;

namespace Tessera.Server.Pipeline;

/// <summary>From the event log into the event store: each call once, in order, through any crash.</summary>
internal sealed class PipelineCapability : ICapability
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton(new PipelineOptions());
        services.AddSingleton<PipelineFigures>();
        services.AddSingleton<PipelinePause>();
        services.AddSingleton<PipelineHealth>();
        services.AddSingleton<PipelineMeter>();
        services.AddSingleton(provider => new StateDatabase(provider.GetRequiredService<DataDirectory>().StateFile));
        services.AddSingleton<IPipelineState>(provider => new SqlitePipelineState(
            provider.GetRequiredService<StateDatabase>(),
            provider.GetRequiredService<IEventLog>().Id,
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IStoredMessages, StoredMessages>();
        services.AddSingleton<StoreProgress>();
        services.AddSingleton<KeptProfiles>();
        services.AddSingleton<IRecentlySeen>(provider => provider.GetRequiredService<KeptProfiles>());
        services.AddSingleton<IErasable, KeptProfileErasure>();
        services.AddSingleton<ProfileFacts>();
        services.AddSingleton<ProfileRefresh>();
        services.AddSingleton<IProfileRefresh>(provider => provider.GetRequiredService<ProfileRefresh>());
        services.AddSingleton<ProfileStore>();
        services.AddSingleton<IProfileTurns>(provider => provider.GetRequiredService<ProfileStore>());
        services.AddSingleton<IDerivedRows, DerivedRows>();
        services.AddSingleton<EventStore>();
        services.AddSingleton<PipelineService>();
        services.AddHostedService(provider => provider.GetRequiredService<PipelineService>());
    }

    public void MapEndpoints(IEndpointRouteBuilder api) => PipelineEndpoints.Map(api);
}
