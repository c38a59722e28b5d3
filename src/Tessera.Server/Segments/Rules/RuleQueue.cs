using Tessera.Domain;

namespace Tessera.Server.Segments.Rules;

/// <summary>The workspaces whose segments are to be evaluated right away, in the order in which they asked; however often one asks before its turn, it has one.</summary>
internal sealed class RuleQueue : IDisposable
{
    private readonly Lock gate = new();
    private readonly Queue<WorkspaceKey> order = new();
    private readonly SemaphoreSlim waiting = new(0);

    /// <summary>Has a workspace evaluated; returns at once.</summary>
    public void Enqueue(WorkspaceKey workspace)
    {
        lock (gate)
        {
            if (order.Contains(workspace))
            {
                return;
            }

            order.Enqueue(workspace);
        }

        waiting.Release();
    }

    /// <summary>The next workspace, as soon as there is one; null when none came in time.</summary>
    /// <param name="patience">How long to wait.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Gives up with an exception.</param>
    public async Task<WorkspaceKey?> TakeAsync(TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            await waiting.WaitAsync(either.Token);
            return Take();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>The next workspace, if there is one now.</summary>
    public WorkspaceKey? TakeIfAny() => waiting.Wait(TimeSpan.Zero, CancellationToken.None) ? Take() : null;

    public void Dispose() => waiting.Dispose();

    private WorkspaceKey Take()
    {
        lock (gate)
        {
            return order.Dequeue();
        }
    }
}
