using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tessera.Domain;
using Tessera.Server.Identity.Rules;
using Tessera.Server.Identity.State;
using Tessera.Server.Pipeline.Contracts;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Identity.Engine;

/// <summary>
/// Resolves whole workspaces: once by the calls that were stored before there were identities here, and again whenever the rules were changed. What a crash
/// broke off is done after the next start.
/// </summary>
internal sealed class IdentityUpkeep(
    StoredCalls calls,
    CustomerIdentity identity,
    IdentityState state,
    IdentityRulesStore rules,
    IProfileRefresh profiles,
    IWorkspaceDirectory workspaces,
    TimeProvider time,
    ILogger<IdentityUpkeep> logger) : BackgroundService
{
    private const int IdentifiersAtOnce = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim bell = new(0);

    /// <summary>Has workspaces resolved again whose rules were changed; returns at once.</summary>
    public void Wake() => bell.Release();

    public override void Dispose()
    {
        bell.Dispose();
        base.Dispose();
    }

    // By the calls that are stored too: their identifiers may have been blocked before.
    private async Task ResolveAsync(WorkspaceKey workspace, CancellationToken cancellationToken)
    {
        var version = rules.Of(workspace.Value).Version;
        await calls.LinkAsync(workspace, Guid.Empty, cancellationToken);
        for (var after = Guid.Empty; await state.NodesAfterAsync(workspace.Value, after, IdentifiersAtOnce, cancellationToken) is { Count: > 0 } nodes; after = nodes[^1])
        {
            await identity.ResolveAsync(workspace, nodes, cancellationToken);
        }

        await profiles.RefreshAsync(cancellationToken);
        await state.SetResolvedByAsync(workspace.Value, version, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                if (await TryAsync(stoppingToken))
                {
                    await bell.WaitAsync(stoppingToken);
                }
                else
                {
                    await Task.Delay(Pause, time, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The next start goes on.
        }
    }

    private async Task<bool> TryAsync(CancellationToken stoppingToken)
    {
        try
        {
            await identity.TellAsync(stoppingToken);
            await profiles.RefreshAsync(stoppingToken);
            foreach (var workspace in await workspaces.ListAsync(stoppingToken))
            {
                var key = new WorkspaceKey(workspace.Key);
                if (await state.ResolvedByAsync(key.Value, stoppingToken) != rules.Of(key.Value).Version)
                {
                    await ResolveAsync(key, stoppingToken);
                }
            }

            return true;
        }
#pragma warning disable CA1031 // whatever fails, such as a full disk, may be over a minute later
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            logger.LogWarning(failure, "The identities of the workspaces were not resolved by their rules; this is tried again");
            return false;
        }
    }
}
