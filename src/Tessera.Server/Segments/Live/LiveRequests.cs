using Tessera.Domain;
using Tessera.Segments.Live;
using Tessera.Server.Segments.Live.Storage;

namespace Tessera.Server.Segments.Live;

/// <summary>What others ask of the one who follows the calls. Safe for many threads; one of them takes.</summary>
internal sealed class LiveRequests
{
    private readonly LinkedList<LiveRequest> waiting = [];
    private readonly List<LiveRequest> taken = [];
    private readonly Lock gate = new();
    private readonly Bell bell = new();

    /// <summary>Whether nothing is asked that is not durable.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (gate)
            {
                return waiting.Count == 0 && taken.Count == 0;
            }
        }
    }

    /// <summary>Whether something was taken that is not durable.</summary>
    public bool HasTaken
    {
        get
        {
            lock (gate)
            {
                return taken.Count > 0;
            }
        }
    }

    /// <summary>Asks for something, and completes when it is durable.</summary>
    public Task AskAsync(LiveRequest request)
    {
        lock (gate)
        {
            waiting.AddLast(request);
        }

        bell.Ring();
        return request.Done.Task;
    }

    /// <summary>Asks for something.</summary>
    public void Tell(LiveRequest request) => _ = AskAsync(request);

    /// <summary>Takes what was asked first; it stays taken until <see cref="Complete"/> or <see cref="PutBack"/>.</summary>
    public bool TryTake([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out LiveRequest? request)
    {
        lock (gate)
        {
            request = waiting.First?.Value;
            if (request is null)
            {
                return false;
            }

            waiting.RemoveFirst();
            taken.Add(request);
            return true;
        }
    }

    /// <summary>All that was taken is durable.</summary>
    public void Complete()
    {
        List<LiveRequest> done;
        lock (gate)
        {
            done = [.. taken];
            taken.Clear();
        }

        done.ForEach(request => request.Done.TrySetResult());
    }

    /// <summary>What was taken did not become durable: it is to be taken again, before all else. Doing any of it twice does no harm.</summary>
    public void PutBack()
    {
        lock (gate)
        {
            for (var last = taken.Count - 1; last >= 0; last--)
            {
                waiting.AddFirst(taken[last]);
            }

            taken.Clear();
        }

        bell.Ring();
    }

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
/// <param name="Workspace">The workspace.</param>
/// <param name="From">How far they were before; when it was begun anew meanwhile, this says nothing.</param>
/// <param name="After">The last customer who was.</param>
/// <param name="Generation">Who waited when it was begun, as <see cref="LiveRebuilds.Generation"/> counts: of others it says nothing.</param>
internal sealed record PassAdvanced(WorkspaceKey Workspace, PassRow From, Guid? After, long Generation) : LiveRequest(Workspace);

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
