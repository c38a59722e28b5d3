using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Server.Hosting;
using Tessera.Server.Imports.Calls;
using Tessera.Server.Imports.Contracts;
using Tessera.Server.Imports.Customers;
using Tessera.Server.Imports.Endpoints;
using Tessera.Server.Imports.Events;
using Tessera.Server.Imports.Jobs;
using Tessera.Server.Imports.Live;
using Tessera.Server.Imports.Orders;
using Tessera.Server.Imports.Publishing;
using Tessera.Server.Privacy.Contracts;

namespace Tessera.Server.Imports;

/// <summary>Files in: orders, tracking calls, customers; each row once, whatever happens on the way.</summary>
internal sealed class ImportsCapability : ICapability
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ImportStore>();
        services.AddSingleton<ImportSpool>();
        services.AddSingleton<IErasable, ImportErasure>();
        services.AddSingleton<ImportMeters>();
        services.AddSingleton<ImportMoney>();
        services.AddSingleton<StagingArea>();
        services.AddSingleton<OrderPublisher>();
        services.AddSingleton<EventPublisher>();
        services.AddSingleton<ProfilePublisher>();
        services.AddSingleton<OrderCallPublisher>();
        services.AddSingleton<TrackedInFiles>();
        services.AddSingleton<TraitCallPublisher>();
        services.AddSingleton<ImportPublishing>();
        services.AddSingleton<IImportReading, OrderReading>();
        services.AddSingleton<IImportReading, EventReading>();
        services.AddSingleton<IImportReading, CustomerReading>();
        services.AddSingleton<ImportJob>();
        services.AddSingleton<ImportRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<ImportRunner>());
        services.AddSingleton<IStartupStep, SpoolCleaning>();
        services.AddSingleton<UploadReader>();
        services.AddSingleton<ImportIntake>();
        services.AddSingleton<ImportGuesser>();
        services.AddSingleton<LiveOrderNotices>();
        services.AddSingleton<IOrderNotices>(provider => provider.GetRequiredService<LiveOrderNotices>());
        services.AddHostedService<LiveOrderTelling>();
        services.AddSingleton<IOrderCalls, LiveOrders>();
        services.AddSingleton<IMovedOrders, MovedOrders>();
    }

    public void MapEndpoints(IEndpointRouteBuilder api) => ImportEndpoints.Map(api);
}
