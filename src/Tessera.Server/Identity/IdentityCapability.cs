using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Server.Hosting;
using Tessera.Server.Identity.Contracts;
using Tessera.Server.Identity.Endpoints;
using Tessera.Server.Identity.Engine;
using Tessera.Server.Identity.Rules;
using Tessera.Server.Identity.State;
using Tessera.Server.Imports.Contracts;
using Tessera.Server.Privacy.Contracts;

namespace Tessera.Server.Identity;

/// <summary>Which identifiers are one customer's: by rules, whatever order calls arrive in, explained and reversible.</summary>
internal sealed class IdentityCapability : ICapability
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IdentityRulesStore>();
        services.AddSingleton<IStartupStep>(provider => provider.GetRequiredService<IdentityRulesStore>());
        services.AddSingleton<IdentityState>();
        services.AddSingleton<CustomerIdentity>();
        services.AddSingleton<ICustomerIdentity>(provider => provider.GetRequiredService<CustomerIdentity>());
        services.AddSingleton<IStartupStep>(provider => provider.GetRequiredService<CustomerIdentity>());
        services.AddSingleton<StoredCalls>();
        services.AddSingleton<IOrdersObserver, ImportedCalls>();
        services.AddSingleton<IdentityUpkeep>();
        services.AddHostedService(provider => provider.GetRequiredService<IdentityUpkeep>());
        services.AddSingleton<IdentityUnmerging>();
        services.AddSingleton<IErasable, IdentityErasure>();
        services.AddSingleton<IErasable, SurvivingCalls>();
    }

    public void MapEndpoints(IEndpointRouteBuilder api)
    {
        RulesEndpoints.Map(api);
        MergeEndpoints.Map(api);
    }
}
