using Microsoft.Extensions.Logging;
using Tessera.Domain;
using Tessera.Server.Identity.Contracts;
using Tessera.Server.Ingestion.Contracts;
using Tessera.Server.Pipeline.Contracts;
using Tessera.Server.Segments.Live.Storage;

namespace Tessera.Server.Segments.Live;

/// <summary>Follows the log: takes each call into account, evaluates whom it touches and whose time has come, and records who entered and left.</summary>
/// <remarks>
/// States, positions of the log and changes of membership become durable together. A state may be written later than the calls that it has: it says up to which round
/// it has them, and the rounds since the oldest that is not written are kept, so that a crash loses and doubles nothing. For one thread.
/// </remarks>
internal sealed class LiveFollower
{
    private const int TimersAtOnce = 1000;

    // While the engine is down, what waits for it is bounded: the log keeps the rest.
    private const long MostWaitingBytes = 64 << 20;
    private const int MostPendingChanges = 250_000;
    private static readonly TimeSpan LooksForRoom = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan CommitWithin = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan WriteWithin = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Instant = TimeSpan.FromMicroseconds(1);

    // What runs the server may set the clock right, or put the machine to sleep.
    private static readonly TimeSpan LooksAtClock = TimeSpan.FromSeconds(5);


    /// <summary>A clock that goes back by more than this was wrong before; by less, time stands still until it is reached again.</summary>
    public static TimeSpan ClockSlack { get; } = TimeSpan.FromMinutes(1);

    private readonly IEventLog log;
    private readonly IStoredMessages stored;
    private readonly StoreProgress store;
    private readonly LiveFile file;
    private readonly LivePlans plans;
    private readonly LiveRequests requests;
    private readonly LiveRebuilds rebuilds;
    private readonly LiveProgress progress;
    private readonly MembershipJournal journal;
    private readonly ICustomerIdentity identity;
    private readonly LiveMeter meter;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly LiveIntake intake;
    private readonly LiveBook book;
    private LiveRound round = new(0);
    private DateTimeOffset evaluated;
    private long committedAt;
    private bool isBehind;
    private volatile IReadOnlyList<(WorkspaceKey Workspace, LivePlan Plan, PassRow Pass)> passes = [];

    public LiveFollower(
        IEventLog log, IStoredMessages stored, StoreProgress store, LiveFile file, LivePlans plans, LiveRequests requests, LiveRebuilds rebuilds, LiveProgress progress,
        MembershipJournal journal, ICustomerIdentity identity, LiveMeter meter, TimeProvider time, ILogger<LiveFollower> logger)
    {
        (this.log, this.stored, this.file, this.plans, this.requests, this.rebuilds, this.progress) = (log, stored, file, plans, requests, rebuilds, progress);
        (this.journal, this.identity, this.meter, this.time, this.logger) = (journal, identity, meter, time, logger);
        intake = new LiveIntake(log, stored, store, identity.NewReader());
        book = new LiveBook(file, rebuilds);
        this.store = store;
    }

    /// <summary>How far the customers of each workspace were gone through, for whoever goes through them.</summary>
    public IReadOnlyList<(WorkspaceKey Workspace, LivePlan Plan, PassRow Pass)> Passes() => passes;

    /// <summary>Takes up where it was left, or begins where the calls are that are stored.</summary>
    public async Task RestoreAsync(IEnumerable<WorkspaceKey> all, CancellationToken cancellationToken)
    {
        // What the engine may have some of already is read from it whole, once it has all of it.
        var start = await store.RestoredAsync.WaitAsync(cancellationToken);
        if (!file.Belongs(log.Id, stored.StateId) || !await CanGoOnAsync(file.Rounds().Rounds, cancellationToken))
        {
            file.Begin(log.Id, stored.StateId, [.. start.Index().Select(partition => Math.Max(partition.Item, store.Position(partition.Index)))]);
            book.Clear();
        }

        var (clean, rounds) = file.Rounds();
        round = new LiveRound(rounds[^1].Number + 1);
        evaluated = file.Evaluated() ?? default;
        foreach (var workspace in all.Concat(book.Followed).Distinct())
        {
            book.Open(round, workspace, await plans.RefreshAsync(workspace, cancellationToken));
        }

        foreach (var row in file.Rebuilds())
        {
            rebuilds.Add(row, clean + 1);
        }

        await intake.RestoreAsync(
            rounds[0].Positions,
            rounds[^1].Positions,
            rounds.SelectMany(one => one.Duplicates).ToHashSet(),
            incoming => Again(incoming, clean, rounds),
            cancellationToken);
        ShowPasses();
        progress.Restore(rounds);
        committedAt = time.GetTimestamp();
    }

    /// <summary>Takes what there is, evaluates, and commits if it is time to.</summary>
    public async Task RoundAsync(CancellationToken cancellationToken)
    {
        var begin = time.GetTimestamp();
        LookAtClock();
        if (round.HasCalls && !requests.IsEmpty)
        {
            // Who is let go to be put together has the calls of the rounds before, and none of the one that is at hand.
            await CommitAsync(time.GetElapsedTime(committedAt), cancellationToken);
        }

        await AnswerAsync(cancellationToken);
        var taken = intake.Taken;
        var calls = HasRoom ? await intake.TakeAsync(round.Duplicates, cancellationToken) : [];
        await LinkAsync(calls, cancellationToken);
        foreach (var incoming in calls)
        {
            await TakeAsync(incoming, cancellationToken);
        }

        round.HasCalls |= calls.Count > 0;
        isBehind |= intake.Taken > taken;
        var now = Advance();
        var due = HasRoom ? book.TakeDue(round, now, TimersAtOnce) : 0;
        Evaluate(now);
        if (round.Touched.Count > 0)
        {
            meter.Evaluated(round.Touched.Count, time.GetElapsedTime(begin));
            round.Touched.Clear();
        }

        meter.Timers(due);
        meter.Calls.Add(calls.Count);
        meter.Show(book);
        var sinceLast = time.GetElapsedTime(committedAt);
        if (round.IsUrgent || requests.HasTaken || (isBehind && sinceLast >= CommitWithin) || (book.Dirty > 0 && sinceLast >= WriteWithin))
        {
            await CommitAsync(sinceLast, cancellationToken);
        }
    }

    /// <summary>Waits until there is something to do.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        var patience = book.Timers.Next - time.GetUtcNow();
        var sinceLast = time.GetElapsedTime(committedAt);
        patience = isBehind && CommitWithin - sinceLast < patience ? CommitWithin - sinceLast : patience;
        patience = book.Dirty > 0 && WriteWithin - sinceLast < patience ? WriteWithin - sinceLast : patience;
        patience = !HasRoom ? LooksForRoom : LooksAtClock < patience ? LooksAtClock : patience;
        if (patience <= TimeSpan.Zero || (HasRoom && intake.HasNews))
        {
            return;
        }

        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(HasRoom ? intake.NewsAsync(cancellationToken) : requests.AskedAsync, requests.AskedAsync, Task.Delay(patience, time, waiting.Token));
        await waiting.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private bool HasRoom => rebuilds.WaitingBytes < MostWaitingBytes && journal.Pending < MostPendingChanges;

    // A call of before the crash: customers whose state does not have it are put together anew with it.
    private void Again(LiveIncoming incoming, long clean, List<RoundRow> rounds)
    {
        if (incoming.Identity.Owner is not { } owner || book.Find(new WorkspaceKey(incoming.Call.Workspace)) is not { } live)
        {
            return;
        }

        var profile = identity.ProfileOf(owner.Id);
        var taken = rounds.First(one => one.Positions[incoming.Place.Partition] >= incoming.Place.Position).Number;
        if (rebuilds.Find(live.Key, profile) is { } waiting)
        {
            if (waiting.StateRound < taken)
            {
                rebuilds.Keep(waiting, incoming);
            }

            return;
        }

        var row = file.Find(live.Key, profile);
        if (row is null || row.Round < taken)
        {
            var entry = rebuilds.Add(new RebuildRow(live.Key, profile, row is null && !live.Pass.IsFinished, "event"), clean + 1);
            entry.StateRound = row?.Round ?? 0;
            entry.IsNew = row is null && live.Pass.IsFinished;
            rebuilds.Keep(entry, incoming);
        }
    }

    private async Task LinkAsync(IReadOnlyList<LiveIncoming> calls, CancellationToken cancellationToken)
    {
        foreach (var workspace in calls.Where(incoming => incoming.Identity.Links.Count > 0).GroupBy(incoming => incoming.Call.Workspace, StringComparer.Ordinal))
        {
            var key = new WorkspaceKey(workspace.Key);
            var changed = await identity.NoteAsync(key, [.. workspace.SelectMany(incoming => incoming.Identity.Links)], cancellationToken);
            if (book.Find(key) is { } live)
            {
                foreach (var profile in changed)
                {
                    book.Rebuild(round, live, profile, history: true, "merge");
                }
            }
        }
    }

    private async ValueTask TakeAsync(LiveIncoming incoming, CancellationToken cancellationToken)
    {
        if (incoming.Identity.Owner is not { } owner)
        {
            return;
        }

        var workspace = new WorkspaceKey(incoming.Call.Workspace);
        if (book.Find(workspace) is not { } live)
        {
            if (plans.Known(workspace) is null)
            {
                book.Open(round, workspace, await plans.FindAsync(workspace, cancellationToken));
            }

            return;
        }

        var profile = identity.ProfileOf(owner.Id);

        // Of whom it is being decided who they are, what is kept is not theirs, or not all of it.
        var waiting = rebuilds.Find(workspace, profile);
        if (waiting is null && identity.IsUnsettled(profile))
        {
            waiting = book.Rebuild(round, live, profile, history: true, "merge");
        }

        if (waiting is not null)
        {
            rebuilds.Keep(waiting, incoming);
        }
        else if (book.Load(round, live, profile) is { } customer)
        {
            LiveCalls.Apply(customer.State, customer.Plan, incoming.Call);
            book.Touch(round, customer, new LiveCause("event", incoming.Call));
        }
        else
        {
            rebuilds.Keep(rebuilds.Find(workspace, profile)!, incoming);
        }
    }

    private void Evaluate(DateTimeOffset now)
    {
        foreach (var (customer, cause) in round.Touched)
        {
            var begin = time.GetTimestamp();
            var at = At(customer.State.EvaluatedAt, now);
            var evaluation = customer.State.Evaluate(at);
            book.Expect(customer, evaluation.NextInstant);
            foreach (var change in evaluation.Changes)
            {
                if (customer.Workspace.Tells(customer, change.Segment))
                {
                    round.Changes.Add(new PendingChange(customer.Workspace, change.Segment, customer.State.Profile, at, change.Entered, cause));
                }
                else if (cause.Call is { } call)
                {
                    (customer.Untold ??= [])[change.Segment] = call.MessageId;
                }
                else
                {
                    customer.Untold?.Remove(change.Segment);
                }
            }

            meter.EvaluatedOne(time.GetElapsedTime(begin));
        }
    }

    private async Task AnswerAsync(CancellationToken cancellationToken)
    {
        requests.Silence();
        while (requests.TryTake(out var request))
        {
            switch (request)
            {
                case PlanChanged:
                    book.Open(round, request.Workspace, await plans.FindAsync(request.Workspace, cancellationToken));
                    break;
                case RebuildAsked asked when book.Find(asked.Workspace) is { } live:
                    foreach (var profile in asked.Profiles.Where(profile => asked.History || !live.IsCurrent(profile)))
                    {
                        book.Rebuild(round, live, profile, asked.History, asked.Cause, asked.IsCheck);
                    }

                    break;
                case PassAsked when book.Find(request.Workspace) is { } live:
                    book.Begin(round, live);
                    break;
                case PassAdvanced advanced when book.Find(request.Workspace) is { } live && live.Pass == advanced.From && advanced.Generation == rebuilds.Generation:
                    book.Advance(round, live, live.Pass with { After = advanced.After });
                    break;
                case ForgetAsked asked:
                    book.Remove(round, asked.Workspace, asked.Profiles);
                    break;
                case RebuiltPage page:
                    new LiveInstallation(book, rebuilds, plans, identity, meter, logger).Install(round, page, Advance());
                    break;
            }
        }
    }

    private async Task CommitAsync(TimeSpan sinceLast, CancellationToken cancellationToken)
    {
        var commit = book.Commit(round, intake.Positions, evaluated, sinceLast);
        if (round.Changes.Count > 0)
        {
            await journal.PublishAsync(
                recordedAt =>
                {
                    // A segment that was deleted meanwhile must not be found again by one of the same key.
                    commit.Changes =
                    [
                        .. round.Changes
                            .Where(change => plans.Known(change.Workspace.Key)?.Keys.Contains(change.Segment) == true)
                            .Select(change => new ChangeRow(
                                change.Workspace.Key.Value, change.Segment, change.Profile, change.Time, change.Entered, recordedAt, change.Cause.Cause, change.Cause.MessageId)),
                    ];
                    file.Write(commit, journal.FlushedThrough);
                    return commit.Changes;
                },
                cancellationToken);
            foreach (var cause in commit.Changes.GroupBy(change => change.Cause, StringComparer.Ordinal))
            {
                meter.Changed(cause.Count(), cause.Key);
            }
        }
        else
        {
            file.Write(commit, journal.FlushedThrough);
        }

        if (round.Passes.Count > 0)
        {
            ShowPasses();
        }

        progress.MoveTo(commit.Round, commit.Clean);
        committedAt = time.GetTimestamp();
        isBehind = false;
        round = new LiveRound(round.Number + 1);
        requests.Complete();
        rebuilds.Ring();
    }

    private void ShowPasses() => passes = [.. book.Workspaces.Select(live => (live.Key, live.Plan, live.Pass))];

    private async Task<bool> CanGoOnAsync(List<RoundRow> left, CancellationToken cancellationToken) =>
        intake.CanBeAt(left[^1].Positions) && await intake.CanReadAfterAsync(left[0].Positions, cancellationToken);

    private void LookAtClock()
    {
        var now = Microsecond.Floor(time.GetUtcNow());
        book.Latest = now + ClockSlack;
        if (evaluated > book.Latest)
        {
            logger.LogWarning("The clock was ahead by {Ahead}; segments of all customers are found anew from history", evaluated - now);
            evaluated = now;
            book.StartOver(round);
        }
    }

    // Never at one instant twice, and never back where the clock was set back.
    private DateTimeOffset Advance()
    {
        var now = Microsecond.Floor(time.GetUtcNow());
        return evaluated = now > evaluated ? now : evaluated + Instant;
    }

    private static DateTimeOffset At(DateTimeOffset? last, DateTimeOffset now) => last >= now ? last.Value + Instant : now;
}
