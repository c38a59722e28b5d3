using Tessera.Segments.Live.Tracks;
using Tessera.Segments.Live.Values;

namespace Tessera.Segments.Live.Conditions;

/// <summary>A condition made ready to be answered from what profiles keep. Segments share those that are equal.</summary>
internal abstract class LiveCondition(params TrackPlan[] tracks)
{
    /// <summary>Its place among all conditions.</summary>
    internal int Index { get; set; }

    /// <summary>What it reads.</summary>
    internal IReadOnlyList<TrackPlan> Tracks => tracks;

    /// <summary>Whether the answer changes when it turns out that the customer was seen before.</summary>
    internal bool ReadsFirstSeen { get; init; }

    /// <summary>Whether it is about the customer's company.</summary>
    internal bool IsOfCompany => tracks.Any(track => track.Scope is TrackScope.CompanyEvents or TrackScope.CompanyTraits);

    /// <summary>Whether it holds now; tells the clock when that may change by itself. Never too late, sometimes too early.</summary>
    internal abstract bool Holds(in LiveFrame frame, ref Clock clock);
}
