using Tessera.Segments.Explaining.Changing;
using Tessera.Segments.Explaining.Courses;
using Tessera.Segments.Explaining.Wording;
using Tessera.Segments.Live.Values;

namespace Tessera.Segments.Explaining.Judging;

/// <summary>A test of something known about the customer.</summary>
internal sealed class TraitJudgement : Judgement
{
    private readonly TraitCondition trait;
    private readonly RawValue value;
    private readonly Deed? setter;

    internal TraitJudgement(TraitCondition trait, Judge judge)
        : base(trait, judge)
    {
        this.trait = trait;
        (value, setter) = Facts.Read(trait.Path);
        Course = DateCourse.Of(new ValueCheck(trait.Test, Facts.Calendar), value, Facts);
    }

    internal override string Kind => "trait";

    internal override Course Course { get; }

    private bool IsOfNoCompany => trait.Path.Root == Namespaces.Company && !Namespaces.IsOwnTrait(trait.Path) && Facts.Company is null;

    // Where many values would do, one is tried and all are named.
    private string? Wording => Holds ? Demands.Of(trait.Test).Denied
        : trait.Test is TextContains or TextStartsWith or TextEndsWith or TextMatches or DateTest or IsSet or TextIs { Negated: true } or TextIsOneOf { Negated: true } ? Demands.Of(trait.Test).Needed
        : null;

    internal override Account Tell()
    {
        var (needed, denied) = Demands.Of(trait.Test);
        var fact = IsOfNoCompany ? $"{Phrases.Path(trait.Path)} is not known, as there is no company" : $"{Phrases.Path(trait.Path)} is {Phrases.Value(value)}";
        return new Account(fact, needed, denied)
        {
            Value = Phrases.Scalar(value), Deeds = setter is null ? [] : [setter], IsPlain = trait.Test is TextIs { Negated: false } or BooleanIs { Negated: false } or IsSet,
        };
    }

    protected override IEnumerable<Plan> Remedies() =>
        IsOfNoCompany ? [] : SampleValues.For(trait.Test, Facts).Select(sample => new Plan(new Set(trait.Path, sample, Wording))).Where(Turns).Take(2);
}
