using Tessera.Segments.Explaining.Changing;
using Tessera.Segments.Explaining.Courses;

namespace Tessera.Segments.Explaining.Judging;

/// <summary><c>not</c>: the operand does not hold.</summary>
internal sealed class NotJudgement : Judgement
{
    private readonly Judgement operand;

    internal NotJudgement(Not not, Judge judge)
        : base(not, judge)
    {
        operand = judge.Of(not.Operand);
        Course = operand.Course.Denied;
    }

    internal override string Kind => "not";

    internal override Course Course { get; }

    internal override IReadOnlyList<Judgement> Parts => [operand];

    internal override IReadOnlyList<string> Avoided => operand.Avoided;

    internal override Account Tell() => operand.Tell().Opposite();

    protected override IEnumerable<Plan> Remedies() => operand.Ways().Where(way => !way.IsWaiting);
}
