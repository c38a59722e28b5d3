using Tessera.Segments.Explaining.Changing;
using Tessera.Segments.Explaining.Courses;
using Tessera.Segments.Explaining.Wording;
using Tessera.Segments.Live.Values;

namespace Tessera.Segments.Explaining.Judging;

/// <summary>The first, last or most frequent value of a property passes a test; a missing one passes none.</summary>
internal sealed class ValueJudgement : Judgement
{
    private readonly MeasureCondition condition;
    private readonly RawValue value;
    private readonly IReadOnlyList<Deed> deciding;
    private readonly int others;

    internal ValueJudgement(MeasureCondition condition, Judge judge)
        : base(condition, judge)
    {
        this.condition = condition;
        var check = new ValueCheck(condition.Test, Facts.Calendar);
        var meter = new Meter(condition.Measure, Facts);
        var stays = meter.Stays();
        var turns = check.IsVolatile ? stays.SelectMany(stay => DateCourse.Of(check, Property(stay.Deed), Facts).Turns()) : [];
        Course = Sliding.Of(stays, new AccumulatorTally([meter.Main], now => !meter.Main.Value.IsMissing && Passes(check, meter.Main.Value, now)), Facts.Now, further: turns);
        value = meter.Main.Value;
        var counted = stays.Where(stay => stay.From <= Facts.Now).Select(stay => stay.Deed);
        deciding = meter.Main is OccurrenceAccumulator occurrence
            ? occurrence.Found is { } found ? [found] : []
            : [.. counted.Where(deed => value.Text() is { } text && Property(deed).IsText(text))];
        others = meter.Main is FrequencyAccumulator { Counts.Count: > 0 } frequency ? frequency.Counts.Values.Max() : 0;
    }

    internal override string Kind => "measure";

    internal override Course Course { get; }

    private ValuePath Path => condition.Measure is OccurrenceOf occurrence ? occurrence.Property : ((MostFrequentOf)condition.Measure).Property;

    internal override Account Tell()
    {
        var (needed, denied) = Demands.Of(condition.Test);
        var times = others > 0 ? $", {Phrases.Times(others)}" : string.Empty;
        return new Account($"{Phrases.Measure(condition.Measure)} is {Phrases.Value(value)}{times}", needed, denied)
        {
            Value = Phrases.Scalar(value), Deeds = deciding, IsPlain = condition.Test is TextIs { Negated: false },
        };
    }

    protected override IEnumerable<Plan> Remedies()
    {
        var (selector, _) = condition.Measure.Sources.First();
        foreach (var sample in SampleValues.For(condition.Test, Facts).Where(sample => sample is not null))
        {
            if (Payload.For(selector, Facts, (Path, sample)) is { } properties
                && Measuring.Fewest(times => new Plan(new Do(selector, properties, times, deciding.Count > 0)), others + 1, Turns) is { } plan)
            {
                yield return plan;
            }
        }
    }

    private RawValue Property(Deed deed) => RawValue.Property(deed.Call, Path.Segments);

    private static bool Passes(ValueCheck check, RawValue found, long now)
    {
        var clock = new Clock(now);
        return check.Passes(found, ref clock);
    }
}
