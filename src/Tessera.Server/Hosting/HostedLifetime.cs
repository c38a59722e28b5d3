using Microsoft.Extensions.Hosting;

namespace Tessera.Server.Hosting;

/// <summary>
/// Signals belong to the program that hosts the server, which stops it by disposing it. With the default lifetime a ctrl-C would stop the
/// application on its own as well, and look like a failed job.
/// </summary>
internal sealed class HostedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
