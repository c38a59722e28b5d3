using Tessera.Segments.Live.Tracks;

namespace Tessera.Segments.Live;

public sealed partial class ProfileState
{
    /// <summary>
    /// Makes one state of two, of profiles that turned out to be one customer: exactly what it would be had all calls come to one profile. The other state must not
    /// be used any more; its id is forgotten, its memberships too, and its computed values unless this one has none. Evaluate afterwards.
    /// </summary>
    /// <param name="other">The state of the other profile, of the same segments.</param>
    /// <exception cref="ArgumentException">It is of other segments: move both to the same first.</exception>
    /// <remarks>When one of both <see cref="NeedsBackfill"/>, the whole does, with the calls of both.</remarks>
    public void Merge(ProfileState other)
    {
        if (other.Plan != Plan)
        {
            throw new ArgumentException("Only states of the same segments can be merged; move both to the same first.", nameof(other));
        }

        for (var index = 0; index < tracks.Length; index++)
        {
            isMissing[index] |= other.isMissing[index];
            if (isMissing[index])
            {
                tracks[index] = null;
            }
            else if (Plan.Tracks[index].Scope != TrackScope.Computed || tracks[index] is null)
            {
                Join(Plan.Tracks[index], ref tracks[index], other.tracks[index]);
            }
        }

        firstSeen = Math.Min(firstSeen, other.firstSeen);
        evaluated = Math.Max(evaluated, other.evaluated);
        isFresh = true;
    }

    internal void JoinInto(CompanyState company)
    {
        foreach (var plan in Plan.Tracks)
        {
            if (plan.Scope == TrackScope.CompanyEvents)
            {
                Join(plan, ref company.Tracks[plan.Index], tracks[plan.Index]?.Clone());
            }
        }
    }

    // What both keep together, by time; the next evaluation drops what is too much.
    private static void Join(TrackPlan plan, ref Track? track, Track? other)
    {
        if (other is null)
        {
            return;
        }

        if (track is null || other.IsDecided)
        {
            track = other;
            return;
        }

        if (!track.IsDecided)
        {
            track.FoldedCount += other.FoldedCount;
            track.FoldedSum += other.FoldedSum;
            for (var index = 0; index < other.Count; index++)
            {
                plan.Insert(track, other, index);
            }
        }
    }
}
