using System.Collections.Concurrent;
using System.Text.Json;
using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Segments.Live;
using Tessera.Server.Hosting;
using Tessera.Server.Identity.Contracts;
using Tessera.Server.Segments.Contracts;
using Tessera.Server.Segments.Rules;

namespace Tessera.Server.Segments.Live;

/// <inheritdoc cref="ILiveMembership"/>
/// <remarks>
/// States of customers are kept in memory only: who is not known is read from the engine, and what the evaluation finds is compared with the membership that is kept
/// there before it is recorded. So a crash loses nothing, and doing anything again records nothing twice.
/// </remarks>
internal sealed class LiveMembership(
    ClickHouseClient engine,
    LivePlans plans,
    LiveHistories histories,
    MembershipJournal journal,
    RuleStore rules,
    ICustomerIdentity identity,
    LiveMeter meter,
    TimeProvider time) : ILiveMembership, IDisposable
{
    private const int CustomersAtOnce = 1000;
    private static readonly Statement Kept = new(EmbeddedSql.Read("Segments/Live/Sql/Kept.sql"));
    private static readonly TimeSpan Instant = TimeSpan.FromMicroseconds(1);

    // Under one id, entering and leaving take turns.
    private static readonly bool[] Entered = [true];
    private static readonly bool[] Left = [false];
    private static readonly bool[] EnteredAndLeft = [true, false];

    private readonly Dictionary<WorkspaceKey, LiveWorkspace> workspaces = [];
    private readonly ConcurrentQueue<(WorkspaceKey Workspace, Guid Profile)> changed = new();
    private readonly ConcurrentQueue<WorkspaceKey> outdated = new();
    private readonly SemaphoreSlim turn = new(1);
    private readonly SemaphoreSlim bell = new(0);

    public bool IsWatching => plans.Any;

    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        return new Leaving(turn);
    }

    public void NoteChanged(WorkspaceKey workspace, IEnumerable<Guid> profiles)
    {
        foreach (var profile in profiles)
        {
            changed.Enqueue((workspace, profile));
        }

        bell.Release();
    }

    /// <summary>Forgets what is known of the customers of a workspace, since much was stored past the calls.</summary>
    public void NoteOutdated(WorkspaceKey workspace)
    {
        outdated.Enqueue(workspace);
        bell.Release();
    }

    public async Task StoredAsync(IReadOnlyList<StoredCall> calls, bool again, CancellationToken cancellationToken)
    {
        ForgetOutdated();
        foreach (var group in calls.Where(call => call.NodeId != Guid.Empty).GroupBy(call => call.Call.Workspace, StringComparer.Ordinal))
        {
            var workspace = new WorkspaceKey(group.Key);
            if (await OpenAsync(workspace, cancellationToken) is not { } live)
            {
                continue;
            }

            try
            {
                foreach (var some in group.GroupBy(call => identity.ProfileOf(call.NodeId)).Chunk(CustomersAtOnce))
                {
                    var touched = Apply(live, some, again);
                    await EvaluateAsync(workspace, live, touched, "event", cancellationToken);
                }
            }
            catch
            {
                // Some of the calls are in, others are not.
                workspaces.Remove(workspace);
                throw;
            }
        }

        meter.Calls.Add(calls.Count);
        await EvaluateChangedAsync(cancellationToken);
        Show();
        bell.Release();
    }

    /// <summary>Evaluates whose membership may have changed by itself, and those whose profiles changed.</summary>
    /// <returns>The next instant at which there is something to do; null for never.</returns>
    public async Task<DateTimeOffset?> EvaluateDueAsync(CancellationToken cancellationToken)
    {
        using var entered = await EnterAsync(cancellationToken);
        ForgetOutdated();
        await EvaluateChangedAsync(cancellationToken);
        foreach (var (workspace, live) in workspaces.ToList())
        {
            while (live.TakeDue(time.GetUtcNow(), CustomersAtOnce) is { Count: > 0 } due)
            {
                meter.Timers(due.Count);
                if (await OpenAsync(workspace, cancellationToken) != live)
                {
                    break;
                }

                await EvaluateAsync(workspace, live, due.ToDictionary(profile => profile, _ => string.Empty), "time", cancellationToken);
            }
        }

        Show();
        return workspaces.Values.Min(live => live.NextInstant);
    }

    /// <summary>Waits until there may be something to do, at most until an instant.</summary>
    public async Task WaitAsync(DateTimeOffset? next, CancellationToken cancellationToken)
    {
        var patience = next is { } instant ? instant - time.GetUtcNow() : TimeSpan.FromMinutes(1);
        if (patience > TimeSpan.Zero)
        {
            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(bell.WaitAsync(waiting.Token), Task.Delay(patience < TimeSpan.FromMinutes(1) ? patience : TimeSpan.FromMinutes(1), time, waiting.Token));
            await waiting.CancelAsync();
            while (bell.Wait(0, CancellationToken.None))
            {
                // One round answers every ring before it.
            }

            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    public void Dispose()
    {
        turn.Dispose();
        bell.Dispose();
    }

    private void Show()
    {
        var all = workspaces.Values.ToList();
        meter.Show(new LiveFigures(
            all.Sum(live => live.Customers), null, all.Sum(live => live.Plan.Segments.Keys.Count), null, null, all.Sum(live => live.Timers), all.Min(live => live.NextInstant), null));
    }

    private void ForgetOutdated()
    {
        while (outdated.TryDequeue(out var workspace))
        {
            workspaces.Remove(workspace);
        }
    }

    private async Task<LiveWorkspace?> OpenAsync(WorkspaceKey workspace, CancellationToken cancellationToken)
    {
        if (await plans.FindAsync(workspace, cancellationToken) is not { } plan)
        {
            workspaces.Remove(workspace);
            return null;
        }

        return workspaces.TryGetValue(workspace, out var live) && live.Plan == plan ? live : workspaces[workspace] = new LiveWorkspace(plan);
    }

    /// <summary>Adds calls to the customers who are known; the others are read from the engine with them.</summary>
    /// <returns>The customers whom they touch, each with the call that did.</returns>
    private static Dictionary<Guid, string> Apply(LiveWorkspace live, IGrouping<Guid, StoredCall>[] groups, bool again)
    {
        var touched = new Dictionary<Guid, string>();
        foreach (var calls in groups)
        {
            if (again)
            {
                live.Forget(calls.Key);
            }

            if (live.Find(calls.Key) is not { } state)
            {
                touched[calls.Key] = calls.Last().Call.MessageId;
                continue;
            }

            foreach (var call in calls)
            {
                var type = LiveCalls.TypeOf(call.Call.Type);
                var isRead = live.Plan.Reads(type, call.Call.Name);
                using var values = isRead && !call.Call.Properties.IsEmpty ? JsonDocument.Parse(call.Call.Properties) : null;
                using var context = isRead && live.Plan.ReadsContext ? JsonDocument.Parse(call.Context) : null;
                state.Apply(new LiveCall(
                    type,
                    call.Call.Time,
                    call.Call.MessageId,
                    type == CallType.Group ? null : call.Call.Name,
                    values?.RootElement ?? default,
                    context?.RootElement ?? default,
                    type == CallType.Group ? call.Call.OtherId : null));
                touched[calls.Key] = call.Call.MessageId;
            }
        }

        return touched;
    }

    private async Task EvaluateChangedAsync(CancellationToken cancellationToken)
    {
        List<(WorkspaceKey Workspace, Guid Profile)> profiles = [];
        while (changed.TryDequeue(out var profile))
        {
            profiles.Add(profile);
        }

        foreach (var workspace in profiles.GroupBy(profile => profile.Workspace, profile => profile.Profile))
        {
            if (await OpenAsync(workspace.Key, cancellationToken) is { } live)
            {
                foreach (var some in workspace.Distinct().Chunk(CustomersAtOnce))
                {
                    Array.ForEach(some, live.Forget);
                    await EvaluateAsync(workspace.Key, live, some.ToDictionary(profile => profile, _ => string.Empty), "merge", cancellationToken);
                }
            }
        }
    }

    private async Task EvaluateAsync(WorkspaceKey workspace, LiveWorkspace live, IReadOnlyDictionary<Guid, string> touched, string cause, CancellationToken cancellationToken)
    {
        var begin = time.GetTimestamp();
        var unknown = touched.Keys.Where(profile => live.Find(profile) is null).ToList();
        foreach (var state in unknown.Count == 0 ? [] : await histories.ReadAsync(workspace, live.Plan, unknown, cancellationToken))
        {
            live.Keep(state);
        }

        var now = live.Advance(time.GetUtcNow());
        var asked = new HashSet<Guid>(unknown);
        foreach (var profile in touched.Keys)
        {
            if (live.Find(profile) is { } state)
            {
                var started = time.GetTimestamp();
                var evaluation = state.Evaluate(now);
                meter.EvaluatedOne(time.GetElapsedTime(started));
                live.Expect(profile, evaluation.NextInstant);
                if (evaluation.Changes.Count > 0)
                {
                    asked.Add(profile);
                }
            }
        }

        await RecordAsync(workspace, live, asked, touched, now, cause, cancellationToken);
        meter.Evaluated(touched.Count, time.GetElapsedTime(begin));
    }

    /// <summary>Records what is not as it is kept.</summary>
    private async Task RecordAsync(
        WorkspaceKey workspace, LiveWorkspace live, HashSet<Guid> profiles, IReadOnlyDictionary<Guid, string> touched, DateTimeOffset now, string cause, CancellationToken cancellationToken)
    {
        if (profiles.Count == 0)
        {
            return;
        }

        await journal.WriteAsync(
            async recordedAt =>
            {
                // One that was deleted meanwhile must not be found again by one of the same key.
                var followed = live.Plan.Segments.Keys.ToHashSet(StringComparer.Ordinal);
                var segments = (await rules.ListAsync(workspace, cancellationToken)).Where(segment => followed.Contains(segment.Key)).ToDictionary(
                    segment => segment.Key, segment => segment.IsComputed, StringComparer.Ordinal);
                if (segments.Count == 0)
                {
                    return;
                }

                var kept = (await engine.ListAsync<KeptRow>(
                    Kept.With("workspace", workspace.Value).With("segments", segments.Keys).With("profiles", profiles), cancellationToken))
                    .ToDictionary(row => (row.ProfileId, row.Segment));
                List<ChangeRow> rows = [];
                foreach (var profile in profiles)
                {
                    var belongs = live.Find(profile)?.Memberships.ToHashSet(StringComparer.Ordinal) ?? [];
                    foreach (var (segment, isComputed) in segments)
                    {
                        var before = kept.GetValueOrDefault((profile, segment));
                        var isMember = belongs.Contains(segment);
                        var wasMember = before?.IsMember ?? false;
                        var wasNoted = before?.IsNoted ?? false;
                        if (isMember == wasMember && (wasNoted || !isMember))
                        {
                            continue;
                        }

                        // Who was found out before the segment was computed as it is now did not do anything to enter or leave it. And a customer who is in it
                        // under another of their identifiers enters under this one too, for whoever reads on change by change.
                        var at = before is not null && before.Latest >= now ? before.Latest + Instant : now;
                        var why = isMember == wasMember ? "merge" : isComputed ? cause : "definition";
                        foreach (var entered in isMember ? Entered : wasNoted ? Left : EnteredAndLeft)
                        {
                            rows.Add(new ChangeRow(workspace.Value, segment, profile, at, entered, recordedAt, why, touched.GetValueOrDefault(profile, string.Empty)));
                            at += Instant;
                        }
                    }
                }

                if (rows.Count > 0)
                {
                    await engine.InsertAsync("segment_changes", rows, options: null, cancellationToken);
                    meter.Changed(rows.Count, cause);
                }
            },
            cancellationToken);
    }

    private sealed record KeptRow(string Segment, Guid ProfileId, DateTimeOffset Latest, bool IsMember, bool IsNoted);

    private sealed record ChangeRow(
        string Workspace, string Segment, Guid ProfileId, DateTimeOffset Time, bool Entered, DateTimeOffset RecordedAt, string Cause, string MessageId);

    private sealed class Leaving(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
