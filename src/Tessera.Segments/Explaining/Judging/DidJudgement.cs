using Tessera.Segments.Explaining.Changing;
using Tessera.Segments.Explaining.Courses;
using Tessera.Segments.Explaining.Wording;

namespace Tessera.Segments.Explaining.Judging;

/// <summary>How often something was done in a period, or on how many days, by the customer or their company.</summary>
internal sealed class DidJudgement : Judgement
{
    private readonly Did did;
    private readonly int count;
    private readonly IReadOnlyList<Deed> counted;
    private readonly bool isOfCompany;

    internal DidJudgement(Expression expression, Did did, Judge judge)
        : base(expression, judge)
    {
        (this.did, isOfCompany) = (did, expression is CompanyDid);
        var period = new PeriodStays(did.Period, Facts);
        var stays = new Selector(did.Event, Facts).Stays(isOfCompany ? Facts.CompanyEvents : Facts.Calls, period.Of).ToList();
        counted = [.. stays.Where(stay => stay.From <= Facts.Now).Select(stay => stay.Deed)];
        var accumulator = new CountAccumulator(did.Quantity.Of == Counted.Days ? deed => Facts.Calendar.DayOf(deed.At) : null);
        Course = Sliding.Of(stays, new AccumulatorTally([accumulator], _ => did.Quantity.Count.Passes(accumulator.Count)), Facts.Now);
        count = accumulator.Count;
    }

    internal override string Kind => isOfCompany ? "companyDid" : "did";

    internal override Course Course { get; }

    internal override IReadOnlyList<string> Avoided => count > 0 && (Holds || count > did.Quantity.Count.Most) ? [did.Event.Name?.Value ?? Phrases.Anything] : [];

    internal override Account Tell()
    {
        var (name, period) = (Phrases.Event(did.Event), Phrases.Period(did.Period));
        var days = did.Quantity.Of == Counted.Days;
        var often = days ? $" on {Text.Printer.Amount(count, "day")}" : $" {Phrases.Times(count)}";
        var fact = (count, did.Period) switch
        {
            (0, Ever) => $"never did {name}",
            (0, _) => $"did not do {name}{period}",
            _ => $"did {name}{often}{period}",
        };
        if (isOfCompany)
        {
            fact = Facts.Company is null ? "has no company" : $"the company {fact}";
        }

        var (needed, denied) = Demands.Of(did.Quantity.Count, days ? "day" : string.Empty);
        return new Account(fact, needed, denied) { Value = (double)count, Deeds = counted };
    }

    protected override IEnumerable<Plan> Remedies()
    {
        var test = did.Quantity.Count;
        var missing = count < test.Least ? test.Least - count : Holds && test.Most is { } most ? most - count + 1 : 0;
        return missing == 0 ? [] : Doing.Times(Facts, did.Event, did.Period, missing, did.Quantity.Of, counted, isOfCompany);
    }
}
