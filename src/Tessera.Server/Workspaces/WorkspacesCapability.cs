using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Server.Hosting;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Workspaces;

/// <summary>Several shops or products in one installation, kept apart.</summary>
internal sealed class WorkspacesCapability : ICapability
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<WorkspaceStore>();
        services.AddSingleton<IWorkspaceDirectory>(provider => provider.GetRequiredService<WorkspaceStore>());
        services.AddSingleton<IStartupStep>(provider => provider.GetRequiredService<WorkspaceStore>());
    }

    public void MapEndpoints(IEndpointRouteBuilder api) => WorkspaceEndpoints.Map(api);
}
