using Tessera.Segments.Checking;
using Tessera.Segments.Live.Compiling;
using Tessera.Segments.Live.Conditions;
using Tessera.Segments.Live.Tracks;
using Tessera.Segments.Live.Values;

namespace Tessera.Segments.Live;

/// <summary>
/// Segments made ready to be evaluated call by call: conditions that are equal are shared, and each keeps of a customer the least that decides it.
/// Immutable; serves any number of threads and profiles.
/// </summary>
/// <remarks>
/// What callers take care of: every call is applied once; of calls with one message id, whichever profile they came to, only the one received first is
/// applied; and instants of evaluation never go back for one profile. Calls may be applied in any order of their times: late ones, and ones in the future, which count
/// once the instant of evaluation reaches them.
/// </remarks>
public sealed class LiveSegments
{
    private readonly Dictionary<string, TrackPlan[]> byEvent = new(StringComparer.Ordinal);
    private readonly TrackPlan[] anyEvent;

    private LiveSegments(LivePlanCompiler compiled, LiveCalendar calendar)
    {
        Calendar = calendar;
        Conditions = [.. compiled.Found];
        Segments = [.. compiled.Ordered];
        Tracks = [.. compiled.Tracks];
        Company = compiled.Company;
        Keys = [.. Segments.Where(segment => segment.IsAsked).Select(segment => segment.Key)];
        Layout = StateLayout.Of(this);
        ReadingFirstSeen = [.. Conditions.Where(condition => condition.ReadsFirstSeen).Select(condition => condition.Index)];
        OfCompany = [.. Conditions.Where(condition => condition.IsOfCompany).Select(condition => condition.Index)];
        SegmentsOf = [.. Conditions.Select(condition => Segments.Index().Where(entry => entry.Item.Conditions.Contains(condition.Index)).Select(entry => entry.Index).ToArray())];
        MembershipOf = [.. Segments.Select(segment => segment.IsAsked ? Tracks.Where(track => track.Scope == TrackScope.Membership && track.Subject == segment.Key).ToArray() : [])];
        OfIdentify = Of(TrackScope.Identify);
        OfContext = Of(TrackScope.Context);
        var events = Tracks.Where(track => track.Scope is TrackScope.Events or TrackScope.CompanyEvents).ToList();
        anyEvent = [.. events.Where(track => track.EventNames is null)];
        foreach (var name in events.SelectMany(track => track.EventNames ?? []).Distinct(StringComparer.Ordinal))
        {
            byEvent.Add(name, [.. events.Where(track => track.EventNames is null || track.EventNames.Contains(name, StringComparer.Ordinal))]);
        }
    }

    /// <summary>The keys of the segments, those referred to before those that refer to them.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>What the states of profiles hold; it is stored beside them, once, to read them when definitions have changed.</summary>
    public StateLayout Layout { get; }

    internal LiveCalendar Calendar { get; }

    internal LiveCondition[] Conditions { get; }

    internal LiveSegment[] Segments { get; }

    internal TrackPlan[] Tracks { get; }

    internal TrackPlan? Company { get; }

    internal int[] ReadingFirstSeen { get; }

    internal int[] OfCompany { get; }

    /// <summary>For each condition, the segments that depend on it, in order.</summary>
    internal int[][] SegmentsOf { get; }

    /// <summary>For each segment, the tracks of its own history.</summary>
    internal TrackPlan[][] MembershipOf { get; }

    internal TrackPlan? OfIdentify { get; }

    internal TrackPlan? OfContext { get; }

    /// <summary>Makes segments ready.</summary>
    /// <param name="segments">The segments by key.</param>
    /// <param name="references">Finds segments that these refer to and that are not among them. One without a definition is read from the history of membership.</param>
    /// <param name="zone">The workspace's time zone.</param>
    /// <exception cref="ArgumentException">A segment referred to does not exist, or segments refer to one another in a circle.</exception>
    public static LiveSegments Compile(IReadOnlyDictionary<string, Segment> segments, ISegmentResolver references, TimeZoneInfo zone)
    {
        var calendar = new LiveCalendar(zone);
        var compiler = new LivePlanCompiler(segments, references, calendar);
        compiler.Compile();
        return new LiveSegments(compiler, calendar);
    }

    internal TrackPlan[] EventTracks(string name) => byEvent.GetValueOrDefault(name, anyEvent);

    internal TrackPlan? Of(TrackScope scope) => Array.Find(Tracks, track => track.Scope == scope);
}
