using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Server.Backups.Contracts;
using Tessera.Server.Hosting;

namespace Tessera.Server.Backups;

/// <summary>Backups of everything while the server runs, and what restores them.</summary>
internal sealed class BackupsCapability : ICapability
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<BackupMaker>();
        services.AddSingleton<IBackupList, KnownBackups>();
    }

    public void MapEndpoints(IEndpointRouteBuilder api) => BackupEndpoints.Map(api);
}
