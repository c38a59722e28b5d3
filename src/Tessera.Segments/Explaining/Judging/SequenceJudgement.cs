using System.Text.Json.Nodes;
using Tessera.Segments.Explaining.Changing;
using Tessera.Segments.Explaining.Courses;
using Tessera.Segments.Explaining.Wording;
using Tessera.Segments.Live.Values;

namespace Tessera.Segments.Explaining.Judging;

/// <summary>Some choice of events, one after the other, meets every clause of a sequence.</summary>
internal sealed class SequenceJudgement : Judgement
{
    private readonly DidSequence sequence;
    private readonly bool isOfCompany;
    private readonly Chain? chain;

    internal SequenceJudgement(Expression expression, DidSequence sequence, Judge judge)
        : base(expression, judge)
    {
        (this.sequence, isOfCompany) = (sequence, expression is CompanyDid);
        var deeds = (isOfCompany ? Facts.CompanyEvents : Facts.Calls).Where(deed => deed.Event is not null).ToList();
        var matcher = new SequenceMatcher(sequence, Facts, deeds);
        var matches = matcher.At(Facts.Now);
        var holding = matches.Complete.Where(match => match.From <= Facts.Now && match.To > Facts.Now).ToList();
        Course = matcher.IsVolatile
            ? new Course(holding.Count > 0, Turns(matcher, Facts.Now, holding.Count > 0))
            : Course.During(matches.Complete.Select(match => (match.From, match.To)), Facts.Now);
        chain = holding.Count > 0 ? holding[^1].Chain : matches.Farthest;
    }

    internal override string Kind => isOfCompany ? "companyDid" : "didSequence";

    internal override Course Course { get; }

    internal override Account Tell()
    {
        var (done, all) = (chain?.Steps ?? 0, sequence.Then.Count + 1);
        var fact = chain is null
            ? $"did not do {Phrases.Event(sequence.First)}{Phrases.Period(sequence.Period)}, the first of {all} steps"
            : $"{string.Join(", then ", chain.Deeds().Select(deed => $"{deed.Event} at {Phrases.Instant(deed.At, Facts.Zone)}"))}: {done} of {all} {(all == 1 ? "step" : "steps")}";
        if (isOfCompany)
        {
            fact = Facts.Company is null ? "has no company" : $"the company: {fact}";
        }

        var needed = done < all && chain is not null ? $"{Step(done)}" : sequence.Absence is { } absence ? $"no {Phrases.Event(absence.Event)} in the {absence.Within} after, and those to be over"
            : sequence.WithoutBetween is { } between ? $"all steps without {Phrases.Event(between)} between" : "all steps";
        return new Account(fact, needed, "no such sequence") { Value = (double)done, Deeds = chain?.Deeds() ?? [], IsPlain = sequence.Absence is null };
    }

    protected override IEnumerable<Plan> Remedies()
    {
        if (Holds || (isOfCompany && Facts.Company is null))
        {
            yield break;
        }

        // On from where it stands, and from the beginning.
        foreach (var done in new[] { chain?.Steps ?? 0, 0 }.Distinct().Where(done => done <= sequence.Then.Count))
        {
            if (Steps(done) is { } acts)
            {
                yield return new Plan(acts);
            }
        }
    }

    private static IEnumerable<long> Turns(SequenceMatcher matcher, long now, bool holds)
    {
        var open = new SortedSet<long>(matcher.Turns().Where(turn => turn > now));
        var instant = now;
        while (true)
        {
            // What is selected stays the same up to the next turn; in between, choices come and go with their stretches.
            var until = open.Count == 0 ? long.MaxValue : open.Min;
            var course = Course.During(matcher.At(instant).Complete.Select(match => (match.From, match.To)), instant);
            if (course.Holds != holds)
            {
                holds = !holds;
                yield return instant;
            }

            foreach (var turn in course.Turns().TakeWhile(turn => turn < until))
            {
                holds = !holds;
                yield return turn;
            }

            if (until == long.MaxValue)
            {
                yield break;
            }

            open.Remove(until);
            instant = until;
        }
    }

    private string Step(int index)
    {
        var step = sequence.Then[index - 1];
        return $"{Phrases.Event(step.Event)}{(step.Within is { } within ? $" within {within} of that" : string.Empty)}";
    }

    private List<Act>? Steps(int done)
    {
        var shared = sequence.SameProperty is not { } path ? null : (JsonNode?)(chain is not null && done > 0 ? RawValue.Property(chain.Start.Call, path.Segments).Text() : "the same");
        List<Act> acts = [];
        for (var step = done; step <= sequence.Then.Count; step++)
        {
            var selector = step == 0 ? sequence.First : sequence.Then[step - 1].Event;
            var given = sequence.SameProperty is { } same ? new (ValuePath, JsonNode?)[] { (same, shared) } : [];
            if (Payload.For(selector, Facts, given) is not { } properties)
            {
                return null;
            }

            acts.Add(new Do(selector, properties, 1, IsMore: false));
        }

        if (sequence.Absence is { } absence)
        {
            acts.Add(new WaitFor(absence.Within.Microseconds));
        }

        return acts.Count == 0 ? null : acts;
    }
}
