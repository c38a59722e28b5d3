using Microsoft.Extensions.Logging;
using Tessera.Segments.Live;
using Tessera.Server.Identity.Contracts;
using Tessera.Server.Ingestion.Contracts;
using Tessera.Server.Segments.Live.Storage;

namespace Tessera.Server.Segments.Live;

/// <summary>Takes up states that were put together anew: with the calls that waited, and compared with the membership that is recorded.</summary>
internal sealed class LiveInstallation(
    LiveBook book, LiveRebuilds rebuilds, LivePlans plans, ICustomerIdentity identity, LiveMeter meter, ILogger logger)
{
    private static readonly TimeSpan Instant = TimeSpan.FromMicroseconds(1);
    private static readonly LiveCause Merged = new("merge", null);

    /// <summary>Takes them up; those that were read before something else was recorded wait again.</summary>
    public void Install(LiveRound round, RebuiltPage page, DateTimeOffset now)
    {
        var live = book.Find(page.Workspace);
        var isCurrent = live?.Plan == page.Plan && plans.Known(page.Workspace)?.Fingerprint == page.Plan.Fingerprint;
        if (live is not null && !isCurrent)
        {
            rebuilds.PutBack(page.States.Select(state => state.Entry));
            return;
        }

        foreach (var built in page.States.Where(state => !state.Entry.IsDone))
        {
            if (live is null)
            {
                Done(round, built.Entry);
            }
            else if (built.Version != built.Entry.Version || identity.IsUnsettled(built.Entry.Row.Profile))
            {
                rebuilds.PutBack([built.Entry]);
            }
            else
            {
                Install(round, live, built, now);
            }
        }
    }

    private void Install(LiveRound round, LiveWorkspace live, RebuiltState built, DateTimeOffset now)
    {
        var profile = built.Entry.Row.Profile;

        // Whoever was taken from this customer meanwhile is put together with their calls.
        List<TrackingRecord> calls = [.. built.Entry.Calls().Where(waits => identity.ProfileOf(waits.Node) == profile).Select(waits => waits.Call)];
        var state = built.State ?? (calls.Count > 0 && identity.ProfileOf(profile) == profile ? new ProfileState(live.Plan.Segments, profile) : null);
        HashSet<string> belongs = [];
        if (state is null)
        {
            live.Forget(profile);
            round.Remove(live, profile);
        }
        else
        {
            foreach (var call in calls)
            {
                LiveCalls.Apply(state, live.Plan, call);
            }

            var customer = live.Keep(state);
            book.Expect(customer, state.Evaluate(state.EvaluatedAt >= now ? state.EvaluatedAt.Value + Instant : now).NextInstant);
            round.Written.Add(customer);
            belongs.UnionWith(state.Memberships);
        }

        var isByCall = calls.Count > 0 && built.Entry.Row.Cause != Merged.Cause;
        Compare(round, live, built, isByCall ? new LiveCause("event", calls[^1]) : new LiveCause(built.Entry.Row.Cause, null), belongs, now);
        Done(round, built.Entry);
    }

    private void Compare(LiveRound round, LiveWorkspace live, RebuiltState built, LiveCause cause, HashSet<string> belongs, DateTimeOffset now)
    {
        var profile = built.Entry.Row.Profile;
        var kept = built.Kept.ToDictionary(row => row.Segment, StringComparer.Ordinal);
        foreach (var segment in live.Plan.Keys)
        {
            var before = kept.GetValueOrDefault(segment);
            var isMember = belongs.Contains(segment);
            var wasMember = before?.IsMember ?? false;
            var wasNoted = before?.IsNoted ?? false;
            var turns = ChangesToRecord.Of(isMember, wasMember, wasNoted);
            var at = before?.Latest >= now ? before.Latest + Instant : now;
            var why = isMember == wasMember ? Merged : cause.Call is null ? Untold(built.Entry, segment) ?? cause : cause;
            foreach (var entered in turns)
            {
                round.Changes.Add(new PendingChange(live, segment, profile, at, entered, why));
                at += Instant;
            }

            if (built.Entry.IsCheck && cause.Call is null && isMember != wasMember)
            {
                meter.Differed(1);
                logger.LogError(
                    "Customer {Profile} of workspace {Workspace} {Was} kept as a member of segment {Segment}, but {Is} by their calls; this is put right",
                    profile,
                    live.Key,
                    isMember ? "was not" : "was",
                    segment,
                    isMember ? "is one" : "is none");
            }
        }
    }

    // A call changed it while it was not known yet what is recorded of the customer.
    private static LiveCause? Untold(LiveRebuild entry, string segment) =>
        entry.Untold?.GetValueOrDefault(segment) is { } call ? new LiveCause("event", Call: null, call) : null;

    private void Done(LiveRound round, LiveRebuild entry)
    {
        rebuilds.Remove(entry);
        round.Rebuilt.Add(entry);
    }
}
