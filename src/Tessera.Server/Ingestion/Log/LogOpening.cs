using Microsoft.Extensions.DependencyInjection;
using Tessera.Server.Hosting;
using Tessera.Server.Ingestion.Contracts;
using Tessera.Server.Ingestion.Tracking;

namespace Tessera.Server.Ingestion.Log;

/// <summary>Opens the log at every start, so that what is wrong with it is said then and not to the first sender.</summary>
internal sealed class LogOpening(IServiceProvider services) : IStartupStep
{
    public Task RunAsync(CancellationToken cancellationToken)
    {
        services.GetRequiredService<IEventLog>();
        services.GetRequiredService<IngestionMeter>();
        return Task.CompletedTask;
    }
}
