using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Hosting;
using Tessera.Server.Profiles.Contracts;
using Tessera.Server.Segments.Live.Storage;

namespace Tessera.Server.Segments.Live;

/// <summary>The one way into <c>segment_changes</c>: changes are recorded one group after another, so whoever reads on from the last one misses none.</summary>
/// <remarks>What follows from calls is durable in <c>live.db</c> when it is shown, and goes into the engine a moment later, in the same order.</remarks>
internal sealed class MembershipJournal(ClickHouseClient engine, LiveFile file, IProfileNotices notices, TimeProvider time) : IDisposable
{
    private const int ChangesPerInsert = 50_000;
    private static readonly Statement Page = new(EmbeddedSql.Read("Segments/Live/Sql/Changes.sql"));
    private static readonly Statement Last = new("SELECT max(recorded_at) AS last FROM segment_changes");
    private static readonly Statement Stored = new(EmbeddedSql.Read("Segments/Live/Sql/Stored.sql"));
    private static readonly TimeSpan Instant = TimeSpan.FromMicroseconds(1);

    private readonly SemaphoreSlim turn = new(1);
    private readonly SemaphoreSlim writing = new(1);
    private readonly OpenInstant open = new();
    private readonly SemaphoreSlim flushing = new(1);
    private readonly RecentChanges recent = new();
    private volatile TaskCompletionSource news = NewBell();
    private volatile TaskCompletionSource settled = NewBell();
    private DateTimeOffset? last;
    private long flushedThrough;
    private bool isUncertain = true;
    private volatile bool isTakenUp;
    private long settledThrough;
    private long recordedThrough;

    /// <summary>How many changes are not in the engine yet.</summary>
    public int Pending => recent.PendingCount;

    /// <summary>Changes that were recorded up to here are in the engine; null when it is not known.</summary>
    public DateTimeOffset? FlushedThrough => Interlocked.Read(ref flushedThrough) is > 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>Changes that were recorded up to here are in the engine, and so is all that they came of.</summary>
    public DateTimeOffset SettledThrough => new(Interlocked.Read(ref settledThrough), TimeSpan.Zero);

    /// <summary>Everything that was recorded up to here can be read.</summary>
    public DateTimeOffset RecordedThrough
    {
        get
        {
            // In this order: what is opened after it was read comes after it.
            var through = Interlocked.Read(ref recordedThrough);
            return new DateTimeOffset(open.Read().At is { } at ? Math.Min(through, (at - Instant).UtcTicks) : through, TimeSpan.Zero);
        }
    }

    /// <summary>Records changes that are durable when they are shown.</summary>
    /// <param name="commit">Makes them durable under the instant that it is given, and says what they are.</param>
    /// <param name="cancellationToken">Gives up before anything is done.</param>
    public async Task PublishAsync(Func<DateTimeOffset, IReadOnlyList<ChangeRow>> commit, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            var recordedAt = await NextInstantAsync(cancellationToken);
            recent.Add(commit(recordedAt));
            MoveTo(recordedAt);
        }
        finally
        {
            turn.Release();
        }

        Ring();
    }

    /// <summary>Records changes in the engine, one after another, while <see cref="PublishAsync"/> goes on. What was published before is in the engine when it begins.</summary>
    /// <remarks>
    /// Nobody is shown anything that is recorded at the same instant or later until it is over, since they would not come back to what is missing. So what takes long is done
    /// before.
    /// </remarks>
    /// <param name="find">Finds what is to be recorded, and says whether there is anything.</param>
    /// <param name="record">Records it under the instant that it is given.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task WriteAsync(Func<Task<bool>> find, Func<DateTimeOffset, Task> record, CancellationToken cancellationToken)
    {
        await AfterFlushAsync(
            async () =>
            {
                if (await find())
                {
                    await RecordAsync(record, cancellationToken);
                }
            },
            cancellationToken);
    }

    /// <summary>Works on what is recorded in the engine, where everything is that was published before; nobody records anything there meanwhile.</summary>
    public async Task AfterFlushAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken);
        try
        {
            // Whoever is publishing just now is waited for.
            await EndAsync(cancellationToken);
            await FlushPendingAsync(cancellationToken);
            await work();
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Puts everything that was recorded into the engine, by an earlier run too.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (!isTakenUp)
        {
            await EndAsync(cancellationToken);
        }

        await FlushPendingAsync(cancellationToken);
    }

    /// <summary>Puts everything that was recorded into the engine, once what it came of is there.</summary>
    /// <param name="stored">Waits until everything that is taken into account now is stored.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task SettleAsync(Func<Task> stored, CancellationToken cancellationToken)
    {
        var end = await EndAsync(cancellationToken);
        await stored();
        await FlushAsync(cancellationToken);
        Interlocked.Exchange(ref settledThrough, (end.RecordedAt - Instant).UtcTicks);
        Interlocked.Exchange(ref settled, NewBell()).TrySetResult();
    }

    /// <summary>Completes when more is settled after this was called.</summary>
    public Task NextSettledAsync() => settled.Task;

    /// <summary>Completes when something is recorded after this was called.</summary>
    public Task NextAsync() => news.Task;

    /// <summary>Changes in the order in which they were recorded, after one of them.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="segment">Only those of a segment; empty for all.</param>
    /// <param name="after">The place after which to read.</param>
    /// <param name="limit">How many at most, and those at the last one's place.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<List<RecordedChange>> ReadAsync(WorkspaceKey workspace, string segment, ChangePlace after, int limit, CancellationToken cancellationToken)
    {
        while (true)
        {
            var before = open.Read();
            var changes = await ReadAllAsync(workspace, segment, after, limit, cancellationToken);

            // An instant that was opened meanwhile may be before what was read.
            if (open.Read().Number == before.Number)
            {
                return before.At is { } end ? changes.FindAll(change => change.RecordedAt < end) : changes;
            }
        }
    }

    private async Task<List<RecordedChange>> ReadAllAsync(WorkspaceKey workspace, string segment, ChangePlace after, int limit, CancellationToken cancellationToken)
    {
        if (recent.After(workspace, segment, after, limit) is { } known)
        {
            return [.. known];
        }

        // What goes into the engine between the two questions is in both answers.
        var pending = recent.Pending;
        var stored = await engine.ListAsync<RecordedChange>(
            Page.With("workspace", workspace.Value)
                .With("segment", segment)
                .With("recorded_at", after.RecordedAt)
                .With("after_segment", after.Segment)
                .With("after_profile", after.ProfileId)
                .With("limit", limit),
            cancellationToken);
        InTime(stored);
        var end = stored.Count == 0 ? after : stored[^1].Place;
        return stored.Count >= limit ? stored : [.. stored, .. RecentChanges.Page(RecentChanges.Select(pending, workspace, segment, end), limit - stored.Count)];
    }

    // Who entered and left at one instant of recording, under an identifier that is another customer's now, did so in this order.
    private static void InTime(List<RecordedChange> changes)
    {
        for (var index = 1; index < changes.Count; index++)
        {
            for (var at = index; at > 0 && changes[at].Place == changes[at - 1].Place && changes[at].Time < changes[at - 1].Time; at--)
            {
                (changes[at - 1], changes[at]) = (changes[at], changes[at - 1]);
            }
        }
    }

    /// <summary>The place after everything that is recorded now.</summary>
    public async Task<ChangePlace> EndAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            var end = ChangePlace.After(await LastAsync(cancellationToken));
            return open.Read().At is { } at ? new ChangePlace(at, string.Empty, Guid.Empty) : end;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose()
    {
        turn.Dispose();
        writing.Dispose();
        flushing.Dispose();
    }

    private async Task RecordAsync(Func<DateTimeOffset, Task> record, CancellationToken cancellationToken)
    {
        try
        {
            var recordedAt = await OpenAsync(cancellationToken);

            // What was published meanwhile comes before: who reads the engine's rows of this instant goes on after it.
            await FlushPendingAsync(cancellationToken);
            await record(recordedAt);
            MoveTo(recordedAt);
        }
        finally
        {
            open.Close();
            Ring();
        }
    }

    private async Task FlushPendingAsync(CancellationToken cancellationToken)
    {
        if (recent.Pending.Count == 0)
        {
            return;
        }

        await flushing.WaitAsync(cancellationToken);
        try
        {
            while (recent.Pending is { Count: > 0 } pending)
            {
                IReadOnlyList<ChangeRow> some = [.. pending.Take(ChangesPerInsert)];
                var missing = some;
                if (isUncertain)
                {
                    // After a crash, or an insert that failed, some may be there already.
                    var there = (await engine.ListAsync<StoredRow>(
                        Stored.With("first", some[0].RecordedAt).With("last", some[^1].RecordedAt), cancellationToken)).ToHashSet();
                    missing = [.. some.Where(row => !there.Contains(new StoredRow(row.Workspace, row.Segment, row.ProfileId, row.RecordedAt)))];
                }

                isUncertain = true;
                try
                {
                    await engine.InsertAsync("segment_changes", missing, options: null, cancellationToken);
                }
                finally
                {
                    foreach (var workspace in some.GroupBy(row => row.Workspace, StringComparer.Ordinal))
                    {
                        notices.Changed(new WorkspaceKey(workspace.Key), workspace.Select(row => row.ProfileId));
                    }
                }

                isUncertain = false;
                recent.Flushed(some.Count);
                Interlocked.Exchange(ref flushedThrough, Through(pending, some));
            }
        }
        finally
        {
            flushing.Release();
        }
    }

    private async Task<DateTimeOffset> OpenAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            var recordedAt = await NextInstantAsync(cancellationToken);
            recent.StartAfter(recordedAt);
            open.Open(recordedAt);
            return recordedAt;
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<DateTimeOffset> NextInstantAsync(CancellationToken cancellationToken)
    {
        var before = await LastAsync(cancellationToken);
        var now = Microsecond.Floor(time.GetUtcNow());
        last = now > before ? now : before + Instant;
        return last.Value;
    }

    // The first time, what an earlier run left behind is taken up.
    private async Task<DateTimeOffset> LastAsync(CancellationToken cancellationToken)
    {
        if (last is null)
        {
            var stored = await engine.SingleAsync<DateTimeOffset>(Last, cancellationToken);
            var left = file.Left;
            var before = left.Count > 0 && left[^1].RecordedAt > stored ? left[^1].RecordedAt : stored;
            recent.Add(left);
            recent.StartAfter(before);
            last = before;
            isTakenUp = true;
        }

        return last.Value;
    }

    // Not beyond an instant of which only a part is in.
    private static long Through(IReadOnlyList<ChangeRow> pending, IReadOnlyList<ChangeRow> some) => pending.Count > some.Count
        ? (some[^1].RecordedAt - Instant).UtcTicks
        : some[^1].RecordedAt.UtcTicks;

    private void Ring() => Interlocked.Exchange(ref news, NewBell()).TrySetResult();

    // Whoever recorded in the engine may be done after others who began later.
    private void MoveTo(DateTimeOffset recordedAt)
    {
        for (var before = Interlocked.Read(ref recordedThrough); before < recordedAt.UtcTicks;)
        {
            before = Interlocked.CompareExchange(ref recordedThrough, recordedAt.UtcTicks, before);
        }
    }

    private static TaskCompletionSource NewBell() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed record StoredRow(string Workspace, string Segment, Guid ProfileId, DateTimeOffset RecordedAt);
}
