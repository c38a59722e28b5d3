using Tessera.Domain;
using Tessera.Segments.Live;
using Tessera.Server.Segments.Live.Storage;

namespace Tessera.Server.Segments.Live;

/// <summary>The customers of all workspaces: in memory, in the file, and those who wait. For the one thread that follows the calls.</summary>
internal sealed class LiveBook(LiveFile file, LiveRebuilds rebuilds)
{
    // What is only in memory is read from the log again after a crash.
    private static readonly TimeSpan WrittenWithin = TimeSpan.FromSeconds(10);
    private const int MostDirty = 20_000;

    private readonly Dictionary<WorkspaceKey, LiveWorkspace> workspaces = [];
    private readonly Queue<(LiveCustomer Customer, long Since)> dirty = new();
    private readonly Dictionary<ulong, StateLayout?> layouts = [];
    private readonly LiveTimerHeap timers = new();
    private readonly Dictionary<WorkspaceKey, PassRow> passes = file.Passes();
    private long begun;

    /// <summary>The workspaces that have segments which follow each call, or had.</summary>
    public IReadOnlyCollection<LiveWorkspace> Workspaces => workspaces.Values;

    /// <summary>When memberships may change by themselves.</summary>
    public LiveTimerHeap Timers => timers;

    /// <summary>A state that was evaluated after this instant is wrong, since the clock was.</summary>
    public DateTimeOffset Latest { get; set; } = DateTimeOffset.MaxValue;

    /// <summary>How many states are not in the file as they are.</summary>
    public int Dirty => dirty.Count;

    /// <summary>Workspaces whose customers were ever followed.</summary>
    public IReadOnlyCollection<WorkspaceKey> Followed => passes.Keys;

    /// <summary>A workspace; null when its calls are not followed.</summary>
    public LiveWorkspace? Find(WorkspaceKey workspace) => workspaces.GetValueOrDefault(workspace);

    /// <summary>Follows the calls of a workspace for these segments from now on.</summary>
    public void Open(LiveRound round, WorkspaceKey workspace, LivePlan plan)
    {
        var before = workspaces.GetValueOrDefault(workspace);
        if (before?.Plan.Fingerprint == plan.Fingerprint || (plan.Keys.Count == 0 && !passes.ContainsKey(workspace)))
        {
            return;
        }

        var pass = passes.GetValueOrDefault(workspace);
        if (pass?.Plan != plan.Fingerprint)
        {
            // Without segments there is nothing to read of anybody.
            var isAllSeen = plan.Keys.Count == 0 && pass?.IsFinished == true;
            pass = new PassRow(plan.Fingerprint, isAllSeen ? null : Guid.Empty, pass is { IsFinished: false, History: true }) { Number = ++begun };
        }
        else if (!pass.IsFinished)
        {
            // Who came while the customers were gone through is not known any more.
            pass = pass with { After = Guid.Empty, Number = ++begun };
        }

        if (before is null || plan.Keys.Count == 0)
        {
            LetGo(round, before);
            before = workspaces[workspace] = new LiveWorkspace(workspace, plan, pass);
        }
        else
        {
            before.Change(plan);
        }

        Advance(round, before, pass);
    }

    /// <summary>Forgets everything, as the file has.</summary>
    public void Clear() => passes.Clear();

    /// <summary>Keeps nothing of customers any more.</summary>
    public void Remove(LiveRound round, WorkspaceKey workspace, IReadOnlyCollection<Guid> profiles)
    {
        if (Find(workspace) is not { } live)
        {
            return;
        }

        foreach (var profile in profiles)
        {
            if (rebuilds.Find(workspace, profile) is { } waiting)
            {
                rebuilds.Remove(waiting);
                round.Rebuilt.Add(waiting);
            }

            if (live.Find(profile) is { } customer)
            {
                customer.DirtySince = 0;
                round.Touched.Remove(customer);
                live.Forget(profile);
            }

            round.Remove(live, profile);
        }

        // After a crash, their calls of before must not be taken for those of somebody new.
        round.IsToBeWrittenWhole = true;
    }

    /// <summary>Has all customers of a workspace gone through anew, and read from the engine.</summary>
    public void Begin(LiveRound round, LiveWorkspace live) =>
        Advance(round, live, new PassRow(live.Plan.Fingerprint, Guid.Empty, History: true) { Number = ++begun });

    /// <summary>Notes how far the customers of a workspace were gone through.</summary>
    public void Advance(LiveRound round, LiveWorkspace live, PassRow pass)
    {
        passes[live.Key] = pass;
        foreach (var profile in live.Advance(pass))
        {
            Rebuild(round, live, profile, history: false, LiveCause.Time.Cause);
        }

        round.Passes.Add(live);
    }

    /// <summary>A customer with their state; null when it waits to be put together, to which their calls are to be added.</summary>
    public LiveCustomer? Load(LiveRound round, LiveWorkspace live, Guid profile)
    {
        if (live.Find(profile) is { } known)
        {
            return known;
        }

        if (!round.Removed.Contains((live, profile)) && file.Find(live.Key, profile) is { } row)
        {
            return Load(round, live, row);
        }

        if (live.KnowsEverybody)
        {
            return live.KeepNew(profile);
        }

        Rebuild(round, live, profile, history: true, "event");
        return null;
    }

    private LiveCustomer? Load(LiveRound round, LiveWorkspace live, StateRow row)
    {
        var plan = live.PlanOf(row.Plan);
        if (plan is not null && Read(row, plan) is { NeedsBackfill: false } state && !(state.EvaluatedAt > Latest))
        {
            var customer = live.Keep(state, plan);
            customer.Due = row.Next;
            return customer;
        }

        Rebuild(round, live, row.Profile, history: plan is not null, "event");
        return null;
    }

    private static void LetGo(LiveRound round, LiveWorkspace? live)
    {
        foreach (var customer in live?.Customers ?? [])
        {
            if (customer.DirtySince > 0)
            {
                round.LetGo.Add(customer);
            }

            round.Touched.Remove(customer);
        }
    }

    /// <summary>Has the state of a customer put together anew.</summary>
    public LiveRebuild Rebuild(LiveRound round, LiveWorkspace live, Guid profile, bool history, string cause, bool isCheck = false)
    {
        var customer = live.Find(profile);
        if (customer is not null)
        {
            if (history)
            {
                // It is read from the engine.
                customer.DirtySince = 0;
            }
            else if (round.Written.Remove(customer) || customer.DirtySince > 0)
            {
                round.LetGo.Add(customer);
            }

            live.Forget(profile);
            round.Touched.Remove(customer);
        }

        var row = new RebuildRow(live.Key, profile, history, cause);
        if (history)
        {
            round.Rebuilds.Add(row);
        }

        var entry = rebuilds.Add(row, round.Number, isCheck);
        entry.Untold = customer?.Untold ?? entry.Untold;
        return entry;
    }

    /// <summary>Has everybody put together anew from history, after the clock was ahead: windows may have run out that had not.</summary>
    public void StartOver(LiveRound round)
    {
        timers.Clear();
        foreach (var live in workspaces.Values.Where(live => live.Plan.Keys.Count > 0))
        {
            foreach (var profile in live.Customers.Where(customer => customer.State.EvaluatedAt > Latest).Select(customer => customer.State.Profile).ToList())
            {
                Rebuild(round, live, profile, history: true, "time");
            }

            Begin(round, live);
        }
    }

    /// <summary>Notes that the state of a customer is another now, and is to be evaluated.</summary>
    public void Touch(LiveRound round, LiveCustomer customer, LiveCause cause)
    {
        if (customer.DirtySince == 0)
        {
            customer.DirtySince = round.Number;
            dirty.Enqueue((customer, round.Number));
        }

        if (cause.Call is not null || !round.Touched.ContainsKey(customer))
        {
            round.Touched[customer] = cause;
        }
    }

    /// <summary>Notes when the membership of a customer may change by itself.</summary>
    public void Expect(LiveCustomer customer, DateTimeOffset? due)
    {
        customer.Due = due;
        if (due is { } instant)
        {
            timers.Expect(customer.Workspace.Key, customer.State.Profile, instant);
        }
    }

    /// <summary>Takes customers whose membership may have changed by itself.</summary>
    /// <returns>How many.</returns>
    public int TakeDue(LiveRound round, DateTimeOffset now, int limit)
    {
        if (timers.IsToBeFilled(now))
        {
            Fill(now);
        }

        timers.Ripen(now);
        var taken = 0;
        while (taken < limit && timers.TryTake(out var who, out var due))
        {
            // The state of somebody who was just forgotten is in the file until the round is written.
            if (Find(who.Workspace) is not { } live || rebuilds.Find(who.Workspace, who.Profile) is not null || round.Removed.Contains((live, who.Profile)))
            {
                continue;
            }

            var customer = live.Find(who.Profile) ?? (file.Find(who.Workspace, who.Profile) is { } row && row.Next == due ? Load(round, live, row) : null);
            if (customer?.Due == due)
            {
                Touch(round, customer, LiveCause.Time);
                taken++;
            }
        }

        return taken;
    }

    /// <summary>What is to be written in a round, with some of what waits for it.</summary>
    /// <param name="round">The round.</param>
    /// <param name="positions">Up to where calls were taken.</param>
    /// <param name="evaluated">The latest instant of an evaluation.</param>
    /// <param name="sinceLast">The time since the last round was written.</param>
    public LiveCommit Commit(LiveRound round, long[] positions, DateTimeOffset evaluated, TimeSpan sinceLast)
    {
        List<StateRow> states = [];
        Dictionary<ulong, string> used = [];
        foreach (var customer in round.LetGo)
        {
            Write(customer, round.Number - 1);
        }

        foreach (var customer in round.Written)
        {
            Write(customer, round.Number);
        }

        var share = Math.Min(1, (sinceLast.TotalSeconds * (dirty.Count > MostDirty ? 10 : 1)) / WrittenWithin.TotalSeconds);
        for (var left = round.IsToBeWrittenWhole ? dirty.Count : (int)Math.Ceiling(dirty.Count * share); left > 0 && dirty.TryDequeue(out var next);)
        {
            if (next.Customer.DirtySince == next.Since)
            {
                Write(next.Customer, round.Number);
                left--;
            }
        }

        while (dirty.TryPeek(out var first) && first.Customer.DirtySince != first.Since)
        {
            dirty.Dequeue();
        }

        var clean = Math.Min(dirty.TryPeek(out var oldest) ? oldest.Since - 1 : round.Number, rebuilds.FirstRound - 1 ?? round.Number);
        var commit = new LiveCommit(new RoundRow(round.Number, positions, round.Duplicates), clean) { Evaluated = evaluated };
        commit.States.AddRange(states);
        foreach (var (id, text) in used)
        {
            commit.Layouts[id] = text;
        }

        commit.Removed.AddRange(round.Removed.Select(removed => (removed.Workspace.Key, removed.Profile)));
        commit.Rebuilds.AddRange(round.Rebuilds);
        commit.Rebuilt.AddRange(round.Rebuilt.Select(entry => (entry.Row.Workspace, entry.Row.Profile)));
        commit.Passes.AddRange(round.Passes.Select(live => (live.Key, live.Pass)));
        return commit;

        void Write(LiveCustomer customer, long through)
        {
            customer.DirtySince = 0;
            var plan = customer.Plan;
            used[plan.Segments.Layout.Id] = plan.Segments.Layout.Text;
            var of = customer.Generation < 0 && plan == customer.Workspace.Plan ? LivePlan.ToBeCompared : plan.Fingerprint;
            states.Add(new StateRow(customer.Workspace.Key, customer.State.Profile, of, through, customer.Due, customer.State.Write()));
        }
    }

    /// <summary>A state as it is kept; null when it cannot be read.</summary>
    public ProfileState? Read(StateRow row, LivePlan plan)
    {
        try
        {
            return ProfileState.Read(row.State, plan.Segments, Layout);
        }
        catch (SegmentStateException)
        {
            return null;
        }
    }

    private StateLayout? Layout(ulong id)
    {
        if (!layouts.TryGetValue(id, out var layout))
        {
            layouts[id] = layout = file.Layout(id) is { } text ? StateLayout.Parse(text) : null;
        }

        return layout;
    }

    private void Fill(DateTimeOffset now)
    {
        var (from, to) = timers.Advance(now);
        foreach (var (workspace, profile, next) in file.Due(from, to))
        {
            timers.Expect(workspace, profile, next);
        }

        foreach (var customer in workspaces.Values.SelectMany(live => live.Customers))
        {
            if (customer.Due is { } due && due < to && !(due < from))
            {
                timers.Expect(workspace: customer.Workspace.Key, customer.State.Profile, due);
            }
        }
    }
}
