using System.Collections.Concurrent;
using Tessera.Domain;
using Tessera.Segments.Live;
using Tessera.Server.Segments.Live.Storage;

namespace Tessera.Server.Segments.Live;

/// <summary>What others ask of the one who follows the calls. Safe for many threads.</summary>
internal sealed class LiveRequests
{
    private readonly ConcurrentQueue<LiveRequest> requests = new();
    private readonly Bell bell = new();

    /// <summary>Whether nothing is asked that was not begun.</summary>
    public bool IsEmpty => requests.IsEmpty;

    /// <summary>Asks for something, and completes when it is durable.</summary>
    public Task AskAsync(LiveRequest request)
    {
        requests.Enqueue(request);
        bell.Ring();
        return request.Done.Task;
    }

    /// <summary>Asks for something.</summary>
    public void Tell(LiveRequest request) => _ = AskAsync(request);

    public bool TryTake([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out LiveRequest? request) => requests.TryDequeue(out request);

    /// <summary>Completes when something was asked after <see cref="Silence"/>.</summary>
    public Task AskedAsync => bell.RungAsync;

    /// <summary>To be called before all that was asked is taken.</summary>
    public void Silence() => bell.Silence();
}

/// <summary>Something asked of the one who follows the calls.</summary>
internal abstract record LiveRequest(WorkspaceKey Workspace)
{
    /// <summary>Completes when it is durable.</summary>
    public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>The segments of a workspace may be others.</summary>
internal sealed record PlanChanged(WorkspaceKey Workspace) : LiveRequest(Workspace);

/// <summary>States are to be put together anew.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="Profiles">The customers.</param>
/// <param name="History">Whether from the engine; otherwise those that are in memory are good.</param>
/// <param name="Cause">What changes that are found came of.</param>
/// <param name="IsCheck">Whether what is found is a defect.</param>
internal sealed record RebuildAsked(WorkspaceKey Workspace, IReadOnlyCollection<Guid> Profiles, bool History, string Cause, bool IsCheck) : LiveRequest(Workspace);

/// <summary>All customers of a workspace are to be gone through, and read from the engine.</summary>
internal sealed record PassAsked(WorkspaceKey Workspace) : LiveRequest(Workspace);

/// <summary>The customers of a workspace were gone through up to one of them; null: all were.</summary>
internal sealed record PassAdvanced(WorkspaceKey Workspace, LivePlan Plan, Guid? After) : LiveRequest(Workspace);

/// <summary>Nothing is to be kept of customers.</summary>
internal sealed record ForgetAsked(WorkspaceKey Workspace, IReadOnlyCollection<Guid> Profiles) : LiveRequest(Workspace);

/// <summary>States that were put together anew.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="Plan">The segments that they are of.</param>
/// <param name="States">The states.</param>
internal sealed record RebuiltPage(WorkspaceKey Workspace, LivePlan Plan, IReadOnlyList<RebuiltState> States) : LiveRequest(Workspace);

/// <summary>A state that was put together anew.</summary>
/// <param name="Entry">Who waits for it.</param>
/// <param name="Version">The entry's version when it was read.</param>
/// <param name="State">The state; null when nothing is known of the customer.</param>
/// <param name="Kept">The membership that is recorded.</param>
internal sealed record RebuiltState(LiveRebuild Entry, int Version, ProfileState? State, IEnumerable<KeptRow> Kept);
