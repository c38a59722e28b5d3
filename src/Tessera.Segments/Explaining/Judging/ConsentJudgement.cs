using Tessera.Segments.Explaining.Changing;
using Tessera.Segments.Explaining.Courses;
using Tessera.Segments.Explaining.Wording;

namespace Tessera.Segments.Explaining.Judging;

/// <summary>Consent was given to a purpose and not withdrawn.</summary>
internal sealed class ConsentJudgement : Judgement
{
    private readonly string purpose;
    private readonly Live.ConsentChange? last;

    internal ConsentJudgement(ConsentsTo consent, Judge judge)
        : base(consent, judge)
    {
        purpose = consent.Purpose;
        var changes = Facts.Consents.Where(change => change.Purpose == consent.Purpose).ToList();
        last = changes.Count == 0 ? null : changes[^1];
        Course = Course.Of(last is { Given: true });
    }

    internal override string Kind => "consentsTo";

    internal override Course Course { get; }

    internal override Account Tell()
    {
        var fact = last is not { } change
            ? $"consent to {Phrases.Quote(purpose)} was never given"
            : $"consent to {Phrases.Quote(purpose)} was {(change.Given ? "given" : "withdrawn")} at {Phrases.Instant(Evaluation.Microseconds.Of(change.Time), Facts.Zone)}";
        return new Account(fact, "consent", "no consent") { Value = Holds, IsPlain = true };
    }

    protected override IEnumerable<Plan> Remedies() => [new Plan(new Consent(purpose, !Holds))];
}
