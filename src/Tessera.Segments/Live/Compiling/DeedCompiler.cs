using Tessera.Segments.Live.Conditions;
using Tessera.Segments.Live.Tracks;
using Tessera.Segments.Live.Values;

namespace Tessera.Segments.Live.Compiling;

/// <summary>Makes conditions on events ready, choosing for each the least that has to be kept.</summary>
internal sealed class DeedCompiler(TrackSet tracks, SelectorCompiler selectors, LiveCalendar calendar, TrackScope scope)
{
    private readonly LivePeriod ever = LivePeriod.Of(Ever.Period, calendar);

    private bool IsOfCompany => scope == TrackScope.CompanyEvents;

    internal LiveCondition Compile(Expression condition) => condition switch
    {
        Did did => Count(did.Event, did.Period, did.Quantity.Of == Counted.Days ? Keying.Day : Keying.None, null, CountBound.Of(did.Quantity.Count)),
        DidRegularly regular => Regular(regular),
        DidSequence sequence => Sequence(sequence),
        RecencyCondition recency => Recency(recency),
        MeasureCondition { Measure: CountOf count, Test: var test } => Count(count.Event, count.Period, Keying.None, null, CountBound.Of(test)),
        MeasureCondition { Measure: DistinctCountOf count, Test: var test } => Count(count.Event, count.Period, Keying.Text, count.Property, CountBound.Of(test)),
        MeasureCondition { Measure: OccurrenceOf occurrence, Test: var test } => OccurrenceOf(occurrence, test),
        MeasureCondition { Measure: MostFrequentOf frequent, Test: var test } => MostFrequent(frequent, test),
        MeasureCondition measure => new NumberCondition(Measure(measure.Measure), measure.Test) { ReadsFirstSeen = measure.Measure.Sources.Any(source => source.Period is InFirst) },
        TrendCondition trend => Trend(trend),
        _ => throw new NotSupportedException(condition.GetType().Name),
    };

    private CountCondition Count(EventSelector selector, Period period, Keying keying, ValuePath? property, CountBound bound)
    {
        var live = LivePeriod.Of(period, calendar);
        var plan = CountTrack(selector, live, keying, property, bound.Enough);
        return new CountCondition(plan, live, bound, keying, selectors.Filter(selector, plan)) { ReadsFirstSeen = live.IsFirst };
    }

    /// <summary>What counting needs: times, or what makes events count as one, no more of them than are enough.</summary>
    private TrackPlan CountTrack(EventSelector selector, LivePeriod period, Keying keying, ValuePath? property, int enough)
    {
        if (SelectorCompiler.IsVolatile(selector) || (IsOfCompany && period.IsFirst))
        {
            return Plan(selector, new WindowRetention(period, calendar), period, property);
        }

        if (period.IsFixed || period.IsFirst)
        {
            return Plan(selector, keying == Keying.None && period.IsFixed ? new FoldRetention() : new EarliestRetention(calendar, enough, keying), period, property);
        }

        if (keying != Keying.None || !period.EndsNow)
        {
            return Plan(selector, new WindowRetention(period, calendar, keying, enough), period, property);
        }

        // One track for all that ask for the latest times.
        var plan = Plan(selector, new LatestRetention(), period, null, "latest");
        ((LatestRetention)plan.Retention).Keep(enough, period.Memory);
        return plan;
    }

    private RegularCondition Regular(DidRegularly regular)
    {
        var period = LivePeriod.Rolling(regular.Of * Duration.MicrosecondsPer(regular.Unit), 0, calendar);
        var plan = Plan(regular.Event, new WindowRetention(period, calendar), period);
        return new RegularCondition(plan, period, regular, selectors.Filter(regular.Event, plan));
    }

    private RecencyLiveCondition Recency(RecencyCondition recency)
    {
        TrackPlan plan;
        if (SelectorCompiler.IsVolatile(recency.Event))
        {
            plan = Plan(recency.Event, new WindowRetention(ever, calendar), ever);
        }
        else if (recency.Occurrence == Occurrence.First)
        {
            plan = Plan(recency.Event, new EarliestRetention(calendar, 1), ever);
        }
        else
        {
            plan = Plan(recency.Event, new LatestRetention(), ever, null, "latest");
            ((LatestRetention)plan.Retention).Keep(1, Clock.Never);
        }

        return new RecencyLiveCondition(plan, ever, recency.Occurrence, new ValueCheck(recency.Test, calendar), selectors.Filter(recency.Event, plan));
    }

    private OccurrenceCondition OccurrenceOf(OccurrenceOf measure, ValueTest test)
    {
        var period = LivePeriod.Of(measure.Period, calendar);
        var isFirst = measure.Occurrence == Occurrence.First;
        Retention retention = SelectorCompiler.IsVolatile(measure.Event) ? new WindowRetention(period, calendar)
            : isFirst && (period.IsFixed || period.IsFirst) ? new EarliestRetention(calendar, 1)
            : !isFirst && (period.IsFixed || period.EndsNow) ? new LatestRetention().Keep(1, period.Memory)
            : new WindowRetention(period, calendar);
        string[] path = [.. measure.Property.Segments];
        var plan = tracks.Get($"{Key(measure.Event, period)} {retention.Name} value {measure.Property}", () => New(measure.Event, retention, period, $"{retention.Name} value {measure.Property}", required: path, hasIds: true));
        return new OccurrenceCondition(plan, period, measure.Occurrence, selectors.Test(test, path, plan), selectors.Filter(measure.Event, plan)) { ReadsFirstSeen = period.IsFirst };
    }

    private FrequencyCondition MostFrequent(MostFrequentOf measure, ValueTest test)
    {
        var period = LivePeriod.Of(measure.Period, calendar);
        Retention retention = period.IsFixed && !SelectorCompiler.IsVolatile(measure.Event) ? new TextCountRetention() : new WindowRetention(period, calendar);
        var what = $"{retention.Name} texts {measure.Property}";
        var plan = tracks.Get($"{Key(measure.Event, period)} {what}", () => New(measure.Event, retention, period, what, text: [.. measure.Property.Segments], isCounted: true));
        return new FrequencyCondition(plan, period, new ValueCheck(test, calendar), selectors.Filter(measure.Event, plan)) { ReadsFirstSeen = period.IsFirst };
    }

    private LiveMeasure Measure(Measure measure) => measure switch
    {
        CountOf count => Measure(count, LivePeriod.Of(count.Period, calendar), null),
        DistinctCountOf count => Measure(count, LivePeriod.Of(count.Period, calendar), null),
        AggregateOf aggregate => Measure(aggregate, LivePeriod.Of(aggregate.Period, calendar), null),
        RatioOf ratio => new RatioMeasure(Measure(ratio.Dividend), Measure(ratio.Divisor)),
        _ => throw new NotSupportedException(measure.GetType().Name),
    };

    // What is kept may have to reach farther back than the period.
    private LiveMeasure Measure(Measure measure, LivePeriod period, LivePeriod? memory)
    {
        var (selector, _) = measure.Sources.Single();
        switch (measure)
        {
            case CountOf:
                var times = CountTrack(selector, memory ?? period, Keying.None, null, int.MaxValue);
                return new CountMeasure(times, period, Keying.None, selectors.Filter(selector, times));
            case DistinctCountOf distinct:
                var texts = memory is null ? CountTrack(selector, period, Keying.Text, distinct.Property, int.MaxValue) : Plan(selector, new WindowRetention(memory, calendar), memory, distinct.Property);
                return new CountMeasure(texts, period, Keying.Text, selectors.Filter(selector, texts));
            case AggregateOf aggregate:
                var numbers = Numbers(aggregate, memory ?? period, memory is not null);
                return new AggregateMeasure(numbers, period, aggregate.Aggregate, selectors.Filter(selector, numbers));
            default:
                throw new NotSupportedException(measure.GetType().Name);
        }
    }

    private TrackPlan Numbers(AggregateOf aggregate, LivePeriod period, bool isWhole)
    {
        Retention retention = isWhole || SelectorCompiler.IsVolatile(aggregate.Event) ? new WindowRetention(period, calendar) : aggregate.Aggregate switch
        {
            NumberAggregate.Sum or NumberAggregate.Average when period.IsFixed => new FoldRetention(),
            NumberAggregate.Minimum or NumberAggregate.Maximum when period.IsFixed || period.EndsNow => new ExtremeRetention(period, aggregate.Aggregate == NumberAggregate.Minimum),
            _ => new WindowRetention(period, calendar),
        };
        var what = $"{retention.Name} numbers {aggregate.Property}";
        return tracks.Get($"{Key(aggregate.Event, period)} {what}", () => New(aggregate.Event, retention, period, what, number: [.. aggregate.Property.Segments]));
    }

    private TrendLiveCondition Trend(TrendCondition trend)
    {
        var length = ((InLast)trend.Measure.Sources.Single().Period).Length.Microseconds;
        var memory = LivePeriod.Rolling(2 * length, 0, calendar);
        return new TrendLiveCondition(
            Measure(trend.Measure, LivePeriod.Rolling(length, 0, calendar), memory), Measure(trend.Measure, LivePeriod.Rolling(2 * length, length, calendar), memory), trend.Trend, trend.Change.Value);
    }

    private SequenceCondition Sequence(DidSequence sequence)
    {
        var period = LivePeriod.Of(sequence.Period, calendar);
        List<EventSelector> steps = [sequence.First, .. sequence.Then.Select(step => step.Event)];
        List<EventSelector> all = [.. steps, .. sequence.Absence is { } absence ? [absence.Event] : Array.Empty<EventSelector>(), .. sequence.WithoutBetween is { } without ? [without] : Array.Empty<EventSelector>()];
        var what = $"sequence {sequence}";
        var plan = tracks.Get($"{scope} {what}", () => new TrackPlan($"{scope} {what}", new SequenceRetention(period), scope)
        {
            Where = new JoinedPredicate([.. all.Select(selectors.Predicate)], isAny: true),
            EventNames = all.Exists(selector => selector.Name is null) ? null : [.. all.Select(selector => selector.Name!.Value).Distinct(StringComparer.Ordinal)],
            From = period.IsFixed ? period.From : long.MinValue,
            To = period.IsFixed && sequence.Absence is null && sequence.WithoutBetween is null ? period.To : long.MaxValue,
            TextPath = sequence.SameProperty is { } same ? [.. same.Segments] : null,
            IsTextOptional = sequence.SameProperty is not null,
        });
        var filters = new SequenceFilters(
            [.. steps.Select(step => selectors.FilterAmongOthers(step, plan))],
            sequence.Absence is { } absent ? selectors.FilterAmongOthers(absent.Event, plan) : null,
            sequence.WithoutBetween is { } between ? selectors.FilterAmongOthers(between, plan) : null,
            all.Exists(SelectorCompiler.IsVolatile));
        Thin(sequence, period, filters, (SequenceRetention)plan.Retention);
        return new SequenceCondition(plan, period, sequence, filters) { ReadsFirstSeen = period.IsFirst };
    }

    // Which events stand in for one another: of the last step, or what must not follow it; and of the first, unless the period leaves them behind one by one.
    private static void Thin(DidSequence sequence, LivePeriod period, SequenceFilters filters, SequenceRetention retention)
    {
        var bits = filters.Steps.Append(filters.Absence).OfType<BitFilter>().Select(filter => filter.Slot).ToList();
        var isPlain = !filters.IsVolatile && sequence.SameProperty is null && sequence.WithoutBetween is null && (period.IsFixed || period.EndsNow);
        if (!isPlain || bits.Distinct().Count() != bits.Count || bits.Count > 64)
        {
            return;
        }

        retention.Thin(bits[^1], sequence.Absence?.Within.Microseconds ?? sequence.Then[^1].Within?.Microseconds ?? Clock.Never);
        if (period.IsFixed && sequence.Then.Count > 0 && (sequence.Absence is null || period.To == long.MaxValue))
        {
            retention.Thin(bits[0], sequence.Then[0].Within?.Microseconds ?? Clock.Never);
        }
    }

    private TrackPlan Plan(EventSelector selector, Retention retention, LivePeriod period, ValuePath? text = null, string? what = null)
    {
        what = $"{what ?? retention.Name}{(text is null ? string.Empty : $" texts {text}")}";
        return tracks.Get(
            $"{Key(selector, what == "latest" ? ever : period)} {what}",
            () => New(selector, retention, what == "latest" ? ever : period, what, text: text is null ? null : [.. text.Segments]));
    }

    private TrackPlan New(
        EventSelector selector, Retention retention, LivePeriod period, string what, string[]? text = null, string[]? number = null, string[]? required = null, bool hasIds = false, bool isCounted = false) =>
        new($"{Key(selector, period)} {what}", retention, scope)
        {
            Where = selectors.Predicate(selector),
            EventNames = selector.Name is { } name ? [name.Value] : null,
            From = period.IsFixed ? period.From : long.MinValue,
            To = period.IsFixed ? period.To : long.MaxValue,
            TextPath = text,
            NumberPath = number,
            RequiredPath = required,
            HasIds = hasIds,
            IsCounted = isCounted,
        };

    private string Key(EventSelector selector, LivePeriod period) => $"{scope} {selector}{(period.IsFixed ? $" {period.Name}" : string.Empty)}";
}
