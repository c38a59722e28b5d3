using System.Runtime.InteropServices;
using Tessera.Segments.Evaluation;
using Tessera.Segments.Live.Conditions;
using Tessera.Segments.Live.Values;

namespace Tessera.Segments.Live;

public sealed partial class ProfileState
{
    /// <summary>One evaluation: conditions that calls have touched or whose time has come are asked again, and then the segments that depend on those with another answer.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly ref struct EvaluationRound(ProfileState state, long now, CompanyState? company)
    {
        private readonly LiveFrame frame = new(state.tracks, company?.Tracks, state.Profile, state.firstSeen, state.Plan.Calendar);

        internal List<MembershipChange>? Run()
        {
            var plan = state.Plan;
            if (state.isFresh)
            {
                Array.Fill(state.isTouched, true);
                for (var index = 0; index < plan.Conditions.Length; index++)
                {
                    Ask(index);
                }

                state.isFresh = false;
            }
            else
            {
                if (now >= state.next)
                {
                    for (var index = 0; index < state.deadlines.Length; index++)
                    {
                        if (state.deadlines[index] <= now)
                        {
                            Ask(index);
                        }
                    }
                }

                foreach (var index in state.dirty)
                {
                    Ask(index);
                }

                if (company != state.asked || company?.Version != state.askedVersion)
                {
                    Ask(plan.OfCompany);
                }
            }

            (state.asked, state.askedVersion) = (company, company?.Version ?? 0);

            foreach (var index in state.dirty)
            {
                state.isDirty[index] = false;
            }

            state.dirty.Clear();
            var changes = Segments();
            state.next = Earliest();
            return changes;
        }

        private void Ask(ReadOnlySpan<int> conditions)
        {
            foreach (var index in conditions)
            {
                Ask(index);
            }
        }

        private void Ask(int index)
        {
            var clock = new Clock(now);
            var holds = state.Plan.Conditions[index].Holds(frame, ref clock);
            state.deadlines[index] = clock.Next;
            if (holds != state.truths[index])
            {
                state.truths[index] = holds;
                foreach (var segment in state.Plan.SegmentsOf[index])
                {
                    state.isTouched[segment] = true;
                }
            }
        }

        private List<MembershipChange>? Segments()
        {
            List<MembershipChange>? changes = null;
            for (var index = 0; index < state.isTouched.Length; index++)
            {
                if (!state.isTouched[index])
                {
                    continue;
                }

                state.isTouched[index] = false;
                var segment = state.Plan.Segments[index];
                if (segment.Node.Holds(state.truths, state.members) is var holds && holds == state.members[index])
                {
                    continue;
                }

                state.members[index] = holds;
                if (segment.IsAsked)
                {
                    (changes ??= []).Add(new MembershipChange(segment.Key, Microseconds.Time(now), holds));
                    Remember(index, holds);
                }
            }

            return changes;
        }

        // Other segments may ask since when; they come later in the order.
        private void Remember(int segment, bool entered)
        {
            foreach (var plan in state.Plan.MembershipOf[segment])
            {
                plan.Record(now, entered, ref state.tracks[plan.Index]);
                Ask(CollectionsMarshal.AsSpan(plan.Readers));
            }
        }

        private long Earliest()
        {
            var earliest = Clock.Never;
            foreach (var deadline in state.deadlines)
            {
                earliest = Math.Min(earliest, deadline);
            }

            if (state.Plan.Company is { } plan && state.tracks[plan.Index] is { } track)
            {
                plan.Retention.Prune(track, now);
                var past = track.CountBefore(now + 1);
                earliest = past < track.Count ? Math.Min(earliest, track.Time(past)) : earliest;
            }

            return earliest;
        }
    }
}
