using Tessera.Segments.Evaluation;
using Tessera.Segments.Explaining.Changing;
using Tessera.Segments.Explaining.Courses;
using Tessera.Segments.Explaining.Wording;

namespace Tessera.Segments.Explaining.Judging;

/// <summary>The customer has been in a segment for a length of time, by the kept history of membership.</summary>
internal sealed class HasBeenInJudgement : Judgement
{
    private readonly HasBeenInSegment condition;
    private readonly long? since;

    internal HasBeenInJudgement(HasBeenInSegment condition, Judge judge)
        : base(condition, judge)
    {
        this.condition = condition;
        foreach (var change in Facts.MembershipChanges.Where(change => change.Segment == condition.Key.Value))
        {
            since = !change.Entered ? null : since ?? Microseconds.Of(change.Time);
        }

        Course = since is { } start ? Course.During([(start + condition.Length.Microseconds, long.MaxValue)], Facts.Now) : Course.Never;
    }

    internal override string Kind => "hasBeenInSegment";

    internal override Course Course { get; }

    internal override Account Tell()
    {
        var fact = since is { } start
            ? $"in the segment {Phrases.Quote(condition.Key.Value)} since {Phrases.Instant(start, Facts.Zone)}"
            : $"not in the segment {Phrases.Quote(condition.Key.Value)}";
        return new Account(fact, $"at least {condition.Length} in it", $"less than {condition.Length} in it") { Value = since is not null };
    }

    protected override IEnumerable<Plan> Remedies() => since is null
        ? [new Plan(new Member(condition.Key, Entered: true), new WaitFor(condition.Length.Microseconds))]
        : Holds ? [new Plan(new Member(condition.Key, Entered: false))] : [];
}
