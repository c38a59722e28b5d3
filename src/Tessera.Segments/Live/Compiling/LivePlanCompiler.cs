using Tessera.Segments.Checking;
using Tessera.Segments.Live.Conditions;
using Tessera.Segments.Live.Tracks;
using Tessera.Segments.Live.Values;

namespace Tessera.Segments.Live.Compiling;

/// <summary>One compilation: definitions become conditions, each once, and these ask for what has to be kept.</summary>
internal sealed class LivePlanCompiler(IReadOnlyDictionary<string, Segment> segments, ISegmentResolver references, LiveCalendar calendar)
{
    private readonly TrackSet tracks = new();
    private readonly Dictionary<Expression, int> places = [];
    private readonly Dictionary<string, int> order = new(StringComparer.Ordinal);

    internal List<LiveCondition> Found { get; } = [];

    internal List<LiveSegment> Ordered { get; } = [];

    internal List<TrackPlan> Tracks => tracks.All;

    /// <summary>Where the company of a customer is kept, when some condition is about it.</summary>
    internal TrackPlan? Company { get; private set; }

    internal void Compile()
    {
        var known = new PlannedSegments(segments, references);
        foreach (var key in SegmentReferences.InOrder(segments.Keys, known))
        {
            if (known.Find(key) is not { } segment)
            {
                _ = known.Exists(key) ? key : throw new ArgumentException($"There is no segment {new SegmentKey(key)}.", nameof(references));
                continue;
            }

            var used = new SortedSet<int>();
            var node = Node(segment.Definition, used);
            order.Add(key, Ordered.Count);
            Ordered.Add(new LiveSegment(key, node, [.. used], segments.ContainsKey(key)));
        }

        if (tracks.All.Exists(track => track.Scope is TrackScope.CompanyEvents or TrackScope.CompanyTraits))
        {
            Company = new KnowledgeCompiler(tracks, new SelectorCompiler(calendar), calendar).Company();
        }

        foreach (var track in tracks.All)
        {
            track.Close();
        }

        foreach (var condition in Found)
        {
            foreach (var track in condition.Tracks.Distinct())
            {
                track.Readers.Add(condition.Index);
            }
        }
    }

    private LiveNode Node(Expression expression, SortedSet<int> used)
    {
        switch (expression)
        {
            case All all:
                return new CountNode([.. all.Items.Select(item => Node(item, used))], all.Items.Count);
            case Any any:
                return new CountNode([.. any.Items.Select(item => Node(item, used))], 1);
            case AtLeastOf group:
                return new CountNode([.. group.Items.Select(item => Node(item, used))], group.Minimum);
            case Not not:
                return new DeniedNode(Node(not.Operand, used));
            case InSegment member when order.TryGetValue(member.Key.Value, out var place):
                foreach (var condition in Ordered[place].Conditions)
                {
                    used.Add(condition);
                }

                return new SegmentNode(place);
            default:
                if (!places.TryGetValue(expression, out var index))
                {
                    places.Add(expression, index = Found.Count);
                    var condition = Condition(expression);
                    condition.Index = index;
                    Found.Add(condition);
                }

                used.Add(index);
                return new ConditionNode(index);
        }
    }

    private LiveCondition Condition(Expression expression)
    {
        var selectors = new SelectorCompiler(calendar);
        var knowledge = new KnowledgeCompiler(tracks, selectors, calendar);
        return expression switch
        {
            TraitCondition trait => knowledge.Compile(trait),
            ConsentsTo consent => knowledge.Compile(consent),
            InRandomShare share => new ChanceCondition(share),
            InSegment member => knowledge.IsIn(member.Key),
            EnteredSegment entered => Changed(entered.Key, entered.Period, isEntering: true),
            LeftSegment left => Changed(left.Key, left.Period, isEntering: false),
            HasBeenInSegment member => knowledge.HasBeen(member),
            CompanyDid did => new DeedCompiler(tracks, selectors, calendar, TrackScope.CompanyEvents).Compile(did.Condition),
            _ => new DeedCompiler(tracks, selectors, calendar, TrackScope.Events).Compile(expression),
        };
    }

    // A change in a period is as an event done at least once.
    private CountCondition Changed(SegmentKey key, Period period, bool isEntering)
    {
        var live = LivePeriod.Of(period, calendar);
        Retention retention = live.IsFixed ? new FoldRetention()
            : live.IsFirst ? new WindowRetention(live, calendar) // a change may be told of before the first call
            : live.EndsNow ? new LatestRetention().Keep(1, live.Memory)
            : new WindowRetention(live, calendar, Keying.None, 1);
        var name = $"{TrackScope.Membership} {(isEntering ? "entered" : "left")} {key} {live.Name} {retention.Name}";
        var plan = tracks.Get(name, () => new TrackPlan(name, retention, TrackScope.Membership)
        {
            Subject = key.Value,
            IsEntering = isEntering,
            From = live.IsFixed ? live.From : long.MinValue,
            To = live.IsFixed ? live.To : long.MaxValue,
        });
        return new CountCondition(plan, live, new CountBound(1, long.MaxValue / 4), Keying.None, filter: null) { ReadsFirstSeen = live.IsFirst };
    }
}
