using Tessera.Segments.Evaluation;
using Tessera.Segments.Live.Tracks;

namespace Tessera.Segments.Live;

public sealed partial class ProfileState
{
    /// <summary>
    /// The state for other segments: what both need is taken over, memberships too. What only the others need is missing until <see cref="Backfill"/>. This
    /// state must not be used any more.
    /// </summary>
    /// <param name="plan">The segments from now on.</param>
    public ProfileState MoveTo(LiveSegments plan)
    {
        var state = new ProfileState(plan, Profile) { firstSeen = firstSeen, evaluated = evaluated };
        state.TakeOver(Plan.Layout, tracks, isMissing, members);
        return state;
    }

    /// <summary>
    /// Reads from the customer's history what is missing; what is kept already is left alone. Computed values are told anew by <see cref="ApplyComputed"/>.
    /// </summary>
    /// <param name="calls">All calls of the customer that were applied so far, in any order.</param>
    /// <param name="consents">All changes of consent.</param>
    /// <param name="memberships">The history of membership, as kept.</param>
    public void Backfill(IEnumerable<LiveCall> calls, IEnumerable<ConsentChange> consents, IEnumerable<MembershipChange> memberships)
    {
        foreach (var plan in Plan.Tracks.Where(plan => isMissing[plan.Index] && plan.Scope != TrackScope.Computed))
        {
            tracks[plan.Index] = null;
            foreach (var (of, time, isOn) in plan.Scope switch
            {
                TrackScope.Consent => consents.Select(change => (change.Purpose, change.Time, change.Given)),
                TrackScope.Membership => memberships.Select(change => (change.Segment, change.Time, change.Entered)),
                _ => [],
            })
            {
                if (of == plan.Subject)
                {
                    Record(plan, Microseconds.Of(time), isOn);
                }
            }
        }

        foreach (var call in calls)
        {
            firstSeen = Math.Min(firstSeen, call.At);
            Record(call, call.At, isBackfill: true);
        }

        foreach (var plan in Plan.Tracks)
        {
            isMissing[plan.Index] &= plan.Scope == TrackScope.Computed;
        }

        isFresh = true;
    }

    private void TakeOver(StateLayout layout, Track?[] kept, bool[] wasMissing, bool[] wereMembers)
    {
        foreach (var plan in Plan.Tracks)
        {
            var known = layout.Tracks.Index().FirstOrDefault(entry => IsEnough(plan, entry.Item.Signature), (Index: -1, Item: default));
            isMissing[plan.Index] = (known.Index < 0 || wasMissing[known.Index]) && plan.Scope != TrackScope.CompanyTraits;
            tracks[plan.Index] = isMissing[plan.Index] || known.Index < 0 ? null : kept[known.Index];
        }

        foreach (var (index, segment) in Plan.Segments.Index())
        {
            var before = layout.Segments.Index().FirstOrDefault(entry => entry.Item == segment.Key, (Index: -1, Item: string.Empty)).Index;
            members[index] = before >= 0 && wereMembers[before];
        }

        isFresh = true;
    }

    private static bool IsEnough(TrackPlan plan, string signature)
    {
        var end = signature.LastIndexOf(" | ", StringComparison.Ordinal);
        return signature.AsSpan(0, end).SequenceEqual(plan.Key) && plan.Retention.IsCoveredBy(signature[(end + 3)..]);
    }
}
