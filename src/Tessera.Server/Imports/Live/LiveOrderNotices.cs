using System.Collections.Concurrent;
using Tessera.Domain;
using Tessera.Server.Imports.Contracts;

namespace Tessera.Server.Imports.Live;

/// <inheritdoc cref="IOrderNotices"/>
internal sealed class LiveOrderNotices : IOrderNotices, IDisposable
{
    private readonly ConcurrentDictionary<WorkspaceKey, long> waiting = new();
    private readonly SemaphoreSlim bell = new(0);

    public void Add(WorkspaceKey workspace, long orderLines)
    {
        if (orderLines > 0)
        {
            waiting.AddOrUpdate(workspace, orderLines, (_, before) => before + orderLines);
            bell.Release();
        }
    }

    /// <summary>Waits until there is something to tell, and takes it: for each workspace, how many order lines changed.</summary>
    public async Task<IReadOnlyList<(WorkspaceKey Workspace, long OrderLines)>> TakeAsync(CancellationToken cancellationToken)
    {
        await bell.WaitAsync(cancellationToken);
        while (bell.Wait(0, CancellationToken.None))
        {
            // One round answers every ring before it.
        }

        List<(WorkspaceKey, long)> taken = [];
        foreach (var workspace in waiting.Keys)
        {
            if (waiting.TryRemove(workspace, out var orderLines))
            {
                taken.Add((workspace, orderLines));
            }
        }

        return taken;
    }

    public void Dispose() => bell.Dispose();
}
