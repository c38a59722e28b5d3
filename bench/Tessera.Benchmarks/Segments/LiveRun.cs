using System.Diagnostics;
using System.Text.Json;
using Tessera.Domain;
using Tessera.Segments.Live;
using Tessera.Simulation;

namespace Tessera.Benchmarks.Segments;

/// <summary>One run over all calls in order of time: each is applied to its profile, which is then evaluated; and profiles are evaluated when they asked for it.</summary>
internal sealed class LiveRun(LiveSegments plan)
{
    private readonly Dictionary<string, ProfileState> states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CompanyState> companies = new(StringComparer.Ordinal);
    private readonly Dictionary<ProfileState, string> companyOf = [];
    private readonly PriorityQueue<(ProfileState State, DateTimeOffset At), DateTimeOffset> timers = new();
    private readonly Dictionary<ProfileState, DateTimeOffset> asked = [];
    private long parsing;
    private long applying;
    private long timing;
    private long allocated;

    internal long Calls { get; private set; }

    internal long Timers { get; private set; }

    internal long Changes { get; private set; }

    internal IReadOnlyCollection<ProfileState> States => states.Values;

    internal double PerCall => Stopwatch.GetElapsedTime(0, applying).TotalMicroseconds / Calls;

    internal double TimersPerCall => Stopwatch.GetElapsedTime(0, timing).TotalMicroseconds / Calls;

    internal double ParsingPerCall => Stopwatch.GetElapsedTime(0, parsing).TotalMicroseconds / Calls;

    internal double AllocatedPerCall => allocated / (double)Calls;

    internal void Take(TrackingCall[] batch)
    {
        var started = Stopwatch.GetTimestamp();
        var documents = Array.ConvertAll(batch, call => JsonDocument.Parse(call.Json));
        parsing += Stopwatch.GetTimestamp() - started;
        var calls = batch.Zip(documents, Read).ToArray();
        var before = GC.GetAllocatedBytesForCurrentThread();
        started = Stopwatch.GetTimestamp();
        var waited = timing;
        foreach (var (state, call) in calls)
        {
            FireUntil(call.Time);
            Apply(state, call);
            Evaluate(state, call.Time);
        }

        applying += Stopwatch.GetTimestamp() - started - (timing - waited);
        allocated += GC.GetAllocatedBytesForCurrentThread() - before;
        Calls += calls.Length;
        Array.ForEach(documents, document => document.Dispose());
    }

    private (ProfileState State, LiveCall Call) Read(TrackingCall call, JsonDocument document)
    {
        var root = document.RootElement;
        var who = call.UserId ?? root.GetProperty("anonymousId").GetString()!;
        if (!states.TryGetValue(who, out var state))
        {
            states.Add(who, state = new ProfileState(plan, ProfileId.For(WorkspaceKey.Default, new Identifier(IdentifierKinds.UserId, who)).Value));
        }

        var type = Enum.Parse<CallType>(call.Type.ToString());
        root.TryGetProperty(type is CallType.Identify or CallType.Group ? "traits" : "properties", out var values);
        root.TryGetProperty("context", out var callContext);
        var group = type == CallType.Group ? root.GetProperty("groupId").GetString() : null;
        return (state, new LiveCall(type, call.Timestamp, root.GetProperty("messageId").GetString()!, call.Name, values, callContext, group));
    }

    private void Apply(ProfileState state, in LiveCall call)
    {
        state.Apply(call);
        if (call.GroupId is { } group)
        {
            if (!companies.TryGetValue(group, out var named))
            {
                companies.Add(group, named = new CompanyState(plan));
            }

            named.Apply(call);
            companyOf[state] = group;
            named.Join(companyOf.Where(entry => entry.Value == group).Select(entry => entry.Key));
        }
        else if (companyOf.TryGetValue(state, out var key))
        {
            companies[key].Apply(call);
        }
    }

    private void Evaluate(ProfileState state, DateTimeOffset at)
    {
        var found = state.Evaluate(at, companyOf.TryGetValue(state, out var company) ? companies[company] : null);
        Changes += found.Changes.Count;
        if (found.NextInstant is { } next && (!asked.TryGetValue(state, out var before) || before <= at || next < before))
        {
            asked[state] = next;
            timers.Enqueue((state, next), next);
        }
    }

    private void FireUntil(DateTimeOffset time)
    {
        if (!timers.TryPeek(out _, out var first) || first > time)
        {
            return;
        }

        var started = Stopwatch.GetTimestamp();
        while (timers.TryPeek(out var due, out first) && first <= time)
        {
            timers.Dequeue();
            if (asked[due.State] == due.At)
            {
                Timers++;
                Evaluate(due.State, due.At);
            }
        }

        timing += Stopwatch.GetTimestamp() - started;
    }
}
