using Tessera.Segments.Checking;
using Tessera.Segments.Evaluation;
using Tessera.Segments.Live;

namespace Tessera.Segments.Explaining;

/// <summary>Which of a customer's calls a definition, and those it refers to, read: the others need not be fetched.</summary>
public sealed class HistoryNeeds
{
    private readonly HashSet<string> events = new(StringComparer.Ordinal);

    private readonly HashSet<ValuePath> ranked = [];

    private readonly List<Func<long, TimeZoneInfo, long>> beginnings = [];

    private HistoryNeeds()
    {
    }

    /// <summary>Whether events of every name are read.</summary>
    public bool AllEvents { get; private set; }

    /// <summary>The names of the events read.</summary>
    public IReadOnlyCollection<string> Events => events;

    /// <summary>Whether the customer's own traits are read, so their identify calls.</summary>
    public bool Traits { get; private set; }

    /// <summary>Whether the context is read, which calls of any kind may tell.</summary>
    public bool Context { get; private set; }

    /// <summary>Whether the customer's company is asked about: their own group calls are needed to know it.</summary>
    public bool Company { get; private set; }

    /// <summary>Whether the events of everybody in the company are read.</summary>
    public bool CompanyEvents { get; private set; }

    /// <summary>Whether computed values are read, such as scores.</summary>
    public bool Computed { get; private set; }

    /// <summary>The scores whose rank among all customers is asked for.</summary>
    public IReadOnlyCollection<ValuePath> RankedScores => ranked;

    /// <summary>What a definition reads.</summary>
    /// <param name="segment">The definition.</param>
    /// <param name="references">Finds the segments that it refers to.</param>
    public static HistoryNeeds Of(Segment segment, ISegmentResolver references)
    {
        var needs = new HistoryNeeds();
        HashSet<string> seen = new(StringComparer.Ordinal);
        Stack<Segment> open = new([segment]);
        while (open.TryPop(out var next))
        {
            needs.Add(next.Definition);
            foreach (var key in SegmentReferences.Of(next).Where(seen.Add))
            {
                if (references.Find(key) is { } referred)
                {
                    open.Push(referred);
                }
            }
        }

        return needs;
    }

    /// <summary>The first instant from which on events are read; null when all of them are. What sets traits is read whenever it happened.</summary>
    /// <param name="at">The instant asked about.</param>
    /// <param name="zone">The workspace's time zone.</param>
    public DateTimeOffset? EventsFrom(DateTimeOffset at, TimeZoneInfo zone)
    {
        var now = Microseconds.Of(at);
        var first = beginnings.Select(beginning => beginning(now, zone)).DefaultIfEmpty(now).Min();
        return first <= Microseconds.Of(DateTimeOffset.UnixEpoch) ? null : Microseconds.Time(first);
    }

    /// <summary>Whether a call of a kind and name is read.</summary>
    /// <param name="type">The kind.</param>
    /// <param name="name">The event of a track call; otherwise of no matter.</param>
    public bool Reads(CallType type, string? name) => Context || type switch
    {
        CallType.Track => AllEvents || (name is not null && events.Contains(name)),
        CallType.Page => AllEvents || events.Contains(EventName.PageViewed),
        CallType.Screen => AllEvents || events.Contains(EventName.ScreenViewed),
        CallType.Identify => Traits,
        CallType.Group => Company,
        _ => false,
    };

    private void Add(Expression definition)
    {
        foreach (var condition in Conditions.In(definition))
        {
            if (condition is TraitCondition trait)
            {
                var isOwn = Namespaces.IsOwnTrait(trait.Path);
                Traits |= isOwn;
                Context |= !isOwn && trait.Path.Root == Namespaces.Context;
                Company |= !isOwn && trait.Path.Root == Namespaces.Company;
                Computed |= !isOwn && trait.Path.Root != Namespaces.Context && trait.Path.Root != Namespaces.Company;
                if (trait.Test is IsInExtremeShare)
                {
                    ranked.Add(trait.Path);
                }
            }

            if (Beginning(condition) is { } beginning)
            {
                beginnings.Add(beginning);
            }

            foreach (var (selector, _, _) in Conditions.Events(condition))
            {
                AllEvents |= selector.Name is null;
                if (selector.Name is { } name)
                {
                    events.Add(name.Value);
                }
            }
        }

        CompanyEvents |= HasCompany(definition);
        Company |= CompanyEvents;
    }

    // From when on a condition reads events; null when it reads none.
    private static Func<long, TimeZoneInfo, long>? Beginning(Expression condition) => condition switch
    {
        Did did => (now, zone) => From(did.Period, now, zone),
        DidRegularly regular => (now, _) => now - (regular.Of * Duration.MicrosecondsPer(regular.Unit)),
        DidSequence sequence => (now, zone) => From(sequence.Period, now, zone),
        MeasureCondition measure => (now, zone) => measure.Measure.Sources.Min(source => From(source.Period, now, zone)),
        TrendCondition trend => (now, zone) => trend.Measure.Sources.Min(source => (2 * Math.Max(From(source.Period, now, zone), long.MinValue / 4)) - now - 1),
        RecencyCondition => (_, _) => long.MinValue,
        _ => null,
    };

    private static long From(Period period, long now, TimeZoneInfo zone) => Span.Of(period, now, zone)?.From ?? long.MinValue;

    private static bool HasCompany(Expression expression) => expression is CompanyDid || expression.Parts.Any(HasCompany);
}
