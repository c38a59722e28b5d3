using Tessera.Segments.Explaining.Changing;
using Tessera.Segments.Explaining.Courses;

namespace Tessera.Segments.Explaining.Judging;

/// <summary><c>and</c>, <c>or</c>, and at least so many of: enough parts hold.</summary>
internal sealed class JoinedJudgement : Judgement
{
    private const int MostPlans = 24;
    private readonly int minimum;

    internal JoinedJudgement(Expression expression, string kind, int minimum, ValueList<Expression> items, Judge judge)
        : base(expression, judge)
    {
        (Kind, this.minimum) = (kind, minimum);
        Parts = [.. items.Select(judge.Of)];
        Course = Course.AtLeast(minimum, [.. Parts.Select(part => part.Course)]);
    }

    internal override string Kind { get; }

    internal override Course Course { get; }

    internal override IReadOnlyList<Judgement> Parts { get; }

    private int Holding => Parts.Count(part => part.Holds);

    internal override Account Tell()
    {
        var (all, holding) = (Parts.Count, Holding);
        var fact = $"{holding} of {all} {(holding == 1 ? "holds" : "hold")}";
        return (Kind switch
        {
            "all" => new Account(fact, all == 2 ? "both" : $"all {all}", "at least one not to hold"),
            "any" => new Account(fact, "at least one", "none"),
            _ => new Account(fact, $"at least {minimum}", minimum == 0 ? "the impossible" : minimum == 1 ? "none" : $"fewer than {minimum}"),
        }) with { Value = (double)holding };
    }

    protected override IEnumerable<Plan> Remedies()
    {
        var missing = Holds ? Holding - minimum + 1 : minimum - Holding;
        var open = Parts.Where(part => part.Holds == Holds)
            .Select(part => part.Ways())
            .Where(ways => ways.Count > 0)
            .OrderBy(ways => ways[0].Cost(Facts.Now))
            .ToList();
        if (missing <= 0 || open.Count < missing)
        {
            yield break;
        }

        // The cheapest ones first; then each with one part done another way, or another part done instead.
        var cheapest = open.Take(missing).Select(ways => ways[0]).ToList();
        yield return Plan.Join(cheapest);
        var given = 1;
        for (var place = missing - 1; place >= 0; place--)
        {
            foreach (var other in open[place].Skip(1).Concat(open.Skip(missing).SelectMany(ways => ways)))
            {
                if (given++ == MostPlans)
                {
                    yield break;
                }

                yield return Plan.Join([.. cheapest.Take(place), other, .. cheapest.Skip(place + 1)]);
            }
        }
    }
}
