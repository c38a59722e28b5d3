using Tessera.Segments.Evaluation;
using Tessera.Segments.Explaining.Changing;
using Tessera.Segments.Explaining.Courses;
using Tessera.Segments.Explaining.Wording;

namespace Tessera.Segments.Explaining.Judging;

/// <summary>The customer is in another segment: by its definition where it has one, otherwise as kept.</summary>
internal sealed class InSegmentJudgement : Judgement
{
    private readonly SegmentKey key;
    private readonly Judgement? definition;
    private readonly Live.MembershipChange? last;

    internal InSegmentJudgement(InSegment member, Judge judge)
        : base(member, judge)
    {
        key = member.Key;
        var changes = Facts.MembershipChanges.Where(change => change.Segment == key.Value).ToList();
        last = changes.Count == 0 ? null : changes[^1];
        if (judge.Referred(key) is var (judgement, sources))
        {
            (definition, Sources) = (judgement, sources);
        }

        Course = !Facts.IsSeen ? Course.Never : definition?.Course ?? Course.Of(last is { Entered: true });
    }

    internal override string Kind => "inSegment";

    internal override Course Course { get; }

    /// <summary>Where the parts of its definition stand in its text; null when it has none.</summary>
    internal SourceMap? Sources { get; }

    internal override IReadOnlyList<Judgement> Parts => definition is null ? [] : [definition];

    internal override Account Tell()
    {
        var since = last is { } change && change.Entered == Holds ? $" since {Phrases.Instant(Microseconds.Of(change.Time), Facts.Zone)}" : string.Empty;
        return new Account($"{(Holds ? "in" : "not in")} the segment {Phrases.Quote(key.Value)}{since}", "to be in it", "not to be in it") { Value = Holds, IsPlain = true };
    }

    protected override IEnumerable<Plan> Remedies() => definition is null ? [new Plan(new Member(key, !Holds))] : definition.Ways();
}
