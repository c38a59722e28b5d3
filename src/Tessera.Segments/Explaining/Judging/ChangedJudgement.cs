using Tessera.Segments.Evaluation;
using Tessera.Segments.Explaining.Changing;
using Tessera.Segments.Explaining.Courses;
using Tessera.Segments.Explaining.Wording;

namespace Tessera.Segments.Explaining.Judging;

/// <summary>The customer entered or left a segment in a period, by the kept history of membership.</summary>
internal sealed class ChangedJudgement : Judgement
{
    private readonly SegmentKey key;
    private readonly Period period;
    private readonly bool isEntry;
    private readonly List<long> times;

    internal ChangedJudgement(Expression expression, SegmentKey key, Period period, bool isEntry, Judge judge)
        : base(expression, judge)
    {
        (this.key, this.period, this.isEntry) = (key, period, isEntry);
        times = [.. Facts.MembershipChanges.Where(change => change.Segment == key.Value && change.Entered == isEntry).Select(change => Microseconds.Of(change.Time))];
        var stays = new PeriodStays(period, Facts);
        Course = Course.During(times.SelectMany(stays.Of), Facts.Now);
    }

    internal override string Kind => isEntry ? "enteredSegment" : "leftSegment";

    internal override Course Course { get; }

    internal override Account Tell()
    {
        var verb = isEntry ? "entered" : "left";
        var fact = times.Count == 0
            ? $"never {verb} the segment {Phrases.Quote(key.Value)}"
            : $"{verb} the segment {Phrases.Quote(key.Value)} {Phrases.Times(times.Count)}, last at {Phrases.Instant(times[^1], Facts.Zone)}";
        var when = period is Ever ? "once" : $"once{Phrases.Period(period)}";
        return new Account(fact, $"at least {when}", period is Ever ? "never" : $"not{Phrases.Period(period)}") { Value = (double)times.Count };
    }

    protected override IEnumerable<Plan> Remedies() => Holds ? [] : period switch
    {
        BetweenAgo ago => [new Plan(new Member(key, isEntry), new WaitFor((ago.To * Duration.MicrosecondsPer(ago.Unit)) + 1))],
        InPrevious => new PeriodStays(period, Facts).Begin(Facts.Now) is { } begin ? [new Plan(new Member(key, isEntry), new WaitUntil(begin, []))] : [],
        Since since when Microseconds.Of(since.From.In(Facts.Zone)) is var from && from > Facts.Now => [new Plan(new WaitUntil(from, []), new Member(key, isEntry))],
        BetweenInstants between when Microseconds.Of(between.From.In(Facts.Zone)) is var from && from > Facts.Now => [new Plan(new WaitUntil(from, []), new Member(key, isEntry))],
        _ => [new Plan(new Member(key, isEntry))],
    };
}
