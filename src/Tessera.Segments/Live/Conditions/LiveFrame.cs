using System.Runtime.InteropServices;
using Tessera.Segments.Live.Tracks;
using Tessera.Segments.Live.Values;

namespace Tessera.Segments.Live.Conditions;

/// <summary>What conditions are asked about: a profile's tracks and its company's, when it was first seen, and the calendar.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly ref struct LiveFrame(Track?[] own, Track?[]? company, Guid profile, long firstSeen, LiveCalendar calendar)
{
    internal Guid Profile => profile;

    internal long FirstSeen => firstSeen;

    internal LiveCalendar Calendar => calendar;

    /// <summary>Whether the customer has a company.</summary>
    internal bool HasCompany => company is not null;

    /// <summary>What is kept, with nothing in it that no longer matters now.</summary>
    internal Track Open(TrackPlan plan, long now)
    {
        var tracks = plan.Scope is TrackScope.CompanyEvents or TrackScope.CompanyTraits ? company : own;
        if (tracks?[plan.Index] is not { } track)
        {
            return Track.Empty;
        }

        plan.Retention.Prune(track, now);
        return track;
    }

    /// <summary>The entries that lie in a period now: from the first place to the one after the last. Tells the clock when others will.</summary>
    internal Track Open(TrackPlan plan, LivePeriod period, ref Clock clock, out int low, out int high)
    {
        var track = Open(plan, clock.Now);
        var span = period.Bounds(clock.Now, firstSeen);
        (low, high) = (track.CountBefore(span.From), track.CountBefore(span.To));
        period.Consider(ref clock, low < high ? track.Time(low) : null, high < track.Count ? track.Time(high) : null);
        return track;
    }
}
