using Tessera.Segments.Explaining.Changing;
using Tessera.Segments.Explaining.Courses;
using Tessera.Segments.Explaining.Wording;

namespace Tessera.Segments.Explaining.Judging;

/// <summary>When something was done for the first or the last time.</summary>
internal sealed class RecencyJudgement : Judgement
{
    private readonly RecencyCondition recency;
    private readonly Deed? found;

    internal RecencyJudgement(RecencyCondition recency, Judge judge)
        : base(recency, judge)
    {
        this.recency = recency;
        var selector = new Selector(recency.Event, Facts);
        var stays = selector.Stays(Facts.Calls, time => [(time, long.MaxValue)]).ToList();
        var accumulator = new OccurrenceAccumulator(recency.Occurrence);
        if (selector.IsVolatile)
        {
            var turns = stays.SelectMany(stay => DateCourse.Of(recency.Test, stay.Deed.At, Facts).Turns());
            Course = Sliding.Of(
                stays,
                new AccumulatorTally([accumulator], now => accumulator.Found is { } deed && Live.Values.DateChecks.Passes(recency.Test, deed.At, now, Facts.Calendar)),
                Facts.Now,
                further: turns);
            found = accumulator.Found;
        }
        else
        {
            found = stays.Count == 0 ? null : recency.Occurrence == Occurrence.First ? stays[0].Deed : stays[^1].Deed;
            Course = found is null ? Course.Never : DateCourse.Of(recency.Test, found.At, Facts);
        }
    }

    internal override string Kind => "recency";

    internal override Course Course { get; }

    internal override IReadOnlyList<string> Avoided => recency.Occurrence == Occurrence.Last && found is not null ? [recency.Event.Name?.Value ?? Phrases.Anything] : [];

    internal override Account Tell()
    {
        var which = recency.Occurrence == Occurrence.First ? "first" : "last";
        var fact = found is null ? $"never did {Phrases.Event(recency.Event)}" : $"{which} did {Phrases.Event(recency.Event)} at {Phrases.Instant(found.At, Facts.Zone)}";
        var (needed, denied) = ($"it {Demands.Date(recency.Test)}", $"it not {Demands.Date(recency.Test)}");
        return new Account(fact, needed, denied)
        {
            Value = found is null ? null : Evaluation.Microseconds.Time(found.At).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", System.Globalization.CultureInfo.InvariantCulture),
            Deeds = found is null ? [] : [found],
        };
    }

    protected override IEnumerable<Plan> Remedies()
    {
        if (Payload.For(recency.Event, Facts) is not { } properties)
        {
            return [];
        }

        var act = new Do(recency.Event, properties, 1, found is not null);
        List<Plan> plans = [new Plan(act)];
        switch (recency.Test)
        {
            case DateIsMoreThanAgo ago when found is null:
                plans.Add(new Plan(act, new WaitFor(ago.Length.Microseconds + 1)));
                break;
            case DateIsAfter after when Evaluation.Microseconds.Of(after.Instant.In(Facts.Zone)) is var instant && instant >= Facts.Now:
                plans.Add(new Plan(new WaitUntil(instant, []), act));
                break;
        }

        return plans.Where(Turns);
    }
}
