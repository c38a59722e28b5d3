using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Tessera.Domain;
using Tessera.Segments.Checking;
using Tessera.Server.Segments.Contracts;

namespace Tessera.Server.Segments.Rules.Catalogues;

/// <summary>Keeps what was learned of workspaces.</summary>
/// <remarks>
/// What was learned is answered with for a while: the longer the longer learning took, a minute at most. After that, a workspace that is learned quickly is learned anew for the answer; of
/// another the answer is what is known, and it is learned anew beside. However many ask at once, it is learned once.
/// </remarks>
/// <param name="learn">Learns what a workspace holds.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Is told what fails where nobody waits for it.</param>
internal sealed class CatalogueReader(Func<WorkspaceKey, CancellationToken, Task<LearnedCatalogue>> learn, TimeProvider time, ILogger<CatalogueReader> logger) : ILearnedCatalogue
{
    private const int ShareOfTime = 20;
    private static readonly TimeSpan LongestLife = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ShortestLife = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(150);

    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<WorkspaceKey, LearnedCatalogue> kept = new();
    private readonly Dictionary<WorkspaceKey, Task<LearnedCatalogue>> learning = [];

    /// <summary>The catalogue.</summary>
    public async Task<ICatalogue> ReadAsync(WorkspaceKey workspace, CancellationToken cancellationToken) =>
        (await LearnedAsync(workspace, cancellationToken)).Catalogue;

    /// <summary>The catalogue and when it was learned.</summary>
    public async Task<LearnedCatalogue> LearnedAsync(WorkspaceKey workspace, CancellationToken cancellationToken)
    {
        if (kept.TryGetValue(workspace, out var known) && time.GetUtcNow() - known.LearnedAt < LifeOf(known))
        {
            return known;
        }

        var learned = Learning(workspace);
        return known is null || known.Took < Quick ? await learned.WaitAsync(cancellationToken) : known;
    }

    /// <summary>Learns a workspace anew after much came in, so that whoever asks next is answered at once with what it holds now.</summary>
    public async Task RenewAsync(WorkspaceKey workspace, CancellationToken cancellationToken)
    {
        // What is being learned may have begun before that came in.
        Task<LearnedCatalogue>? running;
        lock (gate)
        {
            running = learning.GetValueOrDefault(workspace);
        }

        if (running is not null)
        {
            await Task.WhenAny(running).WaitAsync(cancellationToken);
        }

        await Learning(workspace).WaitAsync(cancellationToken);
    }

    private static TimeSpan LifeOf(LearnedCatalogue known) => TimeSpan.FromTicks(Math.Clamp((known.Took * ShareOfTime).Ticks, ShortestLife.Ticks, LongestLife.Ticks));

    private Task<LearnedCatalogue> Learning(WorkspaceKey workspace)
    {
        lock (gate)
        {
            return learning.TryGetValue(workspace, out var running) ? running : learning[workspace] = Task.Run(() => LearnAsync(workspace));
        }
    }

    private async Task<LearnedCatalogue> LearnAsync(WorkspaceKey workspace)
    {
        try
        {
            return kept[workspace] = await learn(workspace, CancellationToken.None);
        }
        catch (Exception failure)
        {
            // Who waits is told too; where nobody does, what is known stays known, and the next to ask tries again.
            logger.LogWarning(failure, "What workspace {Workspace} holds could not be learned", workspace);
            throw;
        }
        finally
        {
            lock (gate)
            {
                learning.Remove(workspace);
            }
        }
    }
}
