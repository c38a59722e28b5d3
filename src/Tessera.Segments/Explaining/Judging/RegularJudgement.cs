using Tessera.Segments.Explaining.Changing;
using Tessera.Segments.Explaining.Courses;
using Tessera.Segments.Explaining.Wording;
using Tessera.Segments.Text;

namespace Tessera.Segments.Explaining.Judging;

/// <summary>How often something was done in each of the last units of time, back from the instant.</summary>
internal sealed class RegularJudgement : Judgement
{
    private readonly DidRegularly regular;
    private readonly bool isOfCompany;
    private readonly List<int> counts;
    private readonly IReadOnlyList<Deed> counted;

    internal RegularJudgement(Expression expression, DidRegularly regular, Judge judge)
        : base(expression, judge)
    {
        (this.regular, isOfCompany) = (regular, expression is CompanyDid);
        var unit = Duration.MicrosecondsPer(regular.Unit);
        var deeds = isOfCompany ? Facts.CompanyEvents : Facts.Calls;
        var selector = new Selector(regular.Event, Facts);
        List<Stay> all = [.. selector.Stays(deeds, time => [(time, time + (regular.Of * unit))])];
        List<Stay> stays = [.. all.SelectMany(stay => Units(stay, (int)Math.Max(0, (Facts.Now - stay.Deed.At) / unit), 1, unit))];
        var later = all.SelectMany(stay => Units(stay, (int)Math.Max(0, (Facts.Now - stay.Deed.At) / unit) + 1, regular.Of, unit));
        counted = [.. stays.Where(stay => stay.From <= Facts.Now).Select(stay => stay.Deed)];
        var slots = Enumerable.Range(0, regular.Of)
            .Select(_ => new CountAccumulator(regular.Quantity.Of == Counted.Days ? deed => Facts.Calendar.DayOf(deed.At) : null))
            .ToList();
        var tally = new AccumulatorTally(slots, _ => slots.Count(slot => regular.Quantity.Count.Passes(slot.Count)) >= regular.Minimum);
        Course = Sliding.Of(stays, tally, Facts.Now, later);
        counts = slots.ConvertAll(slot => slot.Count);
        if (!selector.IsVolatile)
        {
            Course = new Course(Course.Holds, Turns([.. stays.Select(stay => (stay.Deed, stay.Slot))], slots, unit));
        }
    }

    internal override string Kind => isOfCompany ? "companyDid" : "didRegularly";

    internal override Course Course { get; }

    private int Met => counts.Count(count => regular.Quantity.Count.Passes(count));

    internal override Account Tell()
    {
        var word = Words.Of(regular.Unit);
        var what = regular.Quantity.Of == Counted.Days ? "on days" : "times";
        var shown = string.Join(", ", counts.Take(12)) + (counts.Count > 12 ? ", …" : string.Empty);
        var fact = $"did {Phrases.Event(regular.Event)} {Printer.Print(regular.Quantity)} in {Met} of the last {Printer.Amount(regular.Of, word)} ({what} per {word}, the latest first: {shown})";
        if (isOfCompany)
        {
            fact = Facts.Company is null ? "has no company" : $"the company {fact}";
        }

        return new Account(fact, $"at least {regular.Minimum}", regular.Minimum == 1 ? "none" : $"fewer than {regular.Minimum}") { Value = (double)Met, Deeds = counted };
    }

    // As time passes an event moves from each unit to the one before. Where time alone does not change which events are meant, all move once in each unit of time, in the same order.
    private IEnumerable<long> Turns(List<(Deed Deed, int Slot)> deeds, List<CountAccumulator> slots, long unit)
    {
        deeds.Sort((left, right) => Left(left).CompareTo(Left(right)));
        var (met, holds) = (Met, Holds);
        for (var round = 0; round < regular.Of; round++)
        {
            for (var index = 0; index < deeds.Count;)
            {
                var instant = Left(deeds[index]) + (round * unit);
                for (; index < deeds.Count && Left(deeds[index]) + (round * unit) == instant; index++)
                {
                    var (deed, slot) = deeds[index];
                    Move(slot + round, deed, comes: false);
                    Move(slot + round + 1, deed, comes: true);
                }

                if (met >= regular.Minimum != holds)
                {
                    holds = !holds;
                    yield return instant;
                }
            }
        }

        long Left((Deed Deed, int Slot) moving) => moving.Deed.At + ((moving.Slot + 1) * unit);

        void Move(int slot, Deed deed, bool comes)
        {
            if (slot < slots.Count)
            {
                met -= regular.Quantity.Count.Passes(slots[slot].Count) ? 1 : 0;
                slots[slot].Move(deed, comes);
                met += regular.Quantity.Count.Passes(slots[slot].Count) ? 1 : 0;
            }
        }
    }

    private IEnumerable<Stay> Units(Stay stay, int first, int most, long unit)
    {
        for (var back = first; back < Math.Min(regular.Of, first + most); back++)
        {
            var (from, to) = (Math.Max(stay.From, stay.Deed.At + (back * unit)), Math.Min(stay.To, stay.Deed.At + ((back + 1) * unit)));
            if (from < to && to > Facts.Now)
            {
                yield return new Stay(stay.Deed, back, from, to);
            }
        }
    }

    protected override IEnumerable<Plan> Remedies()
    {
        if ((isOfCompany && Facts.Company is null) || Payload.For(regular.Event, Facts) is not { } properties)
        {
            yield break;
        }

        if (Holds)
        {
            if (regular.Quantity.Count.Most is { } most && most >= counts[0])
            {
                var more = new Plan(new Do(regular.Event, properties, most - counts[0] + 1, counts[0] > 0));
                if (Turns(more))
                {
                    yield return more;
                }
            }

            yield break;
        }

        var least = Math.Max(1, regular.Quantity.Count.Least);
        if (least > counts[0] && new Plan(new DoRegularly(regular.Event, properties, least - counts[0], regular.Quantity.Of, regular.Unit, 1)) is var once && Turns(once))
        {
            yield return once;
        }

        if (regular.Minimum <= regular.Of && least <= 1000 && Measuring.Fewest(
            units => new Plan(new DoRegularly(regular.Event, properties, least, regular.Quantity.Of, regular.Unit, units)), regular.Minimum, Turns) is { } plan)
        {
            yield return plan;
        }
    }
}
