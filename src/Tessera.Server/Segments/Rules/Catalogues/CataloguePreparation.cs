using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tessera.Domain;
using Tessera.Server.Imports.Contracts;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Segments.Rules.Catalogues;

/// <summary>Learns workspaces before anybody asks about them: all when the server starts, and one after each import.</summary>
internal sealed class CataloguePreparation(CatalogueReader catalogues, IWorkspaceDirectory workspaces, ILogger<CataloguePreparation> logger) : BackgroundService, IOrdersObserver
{
    public async Task OrdersChangedAsync(OrdersChanged change, CancellationToken cancellationToken)
    {
        // Live orders bring nothing that other calls do not bring.
        if (change.ImportId != Guid.Empty)
        {
            await catalogues.RenewAsync(change.Workspace, cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            foreach (var workspace in await workspaces.ListAsync(stoppingToken))
            {
                await catalogues.LearnedAsync(new WorkspaceKey(workspace.Key), stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Whoever asks after the next start has it learned.
        }
#pragma warning disable CA1031 // whoever asks has it learned, or is told why it cannot be
        catch (Exception failure)
#pragma warning restore CA1031
        {
            logger.LogWarning(failure, "What the workspaces hold was not learned ahead");
        }
    }
}
