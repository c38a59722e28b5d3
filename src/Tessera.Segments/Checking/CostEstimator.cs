namespace Tessera.Segments.Checking;

/// <summary>Judges what evaluating a segment would read, the segments that it is made of included.</summary>
internal sealed class CostEstimator
{
    // Events of a company within the first days of each of its customers are gone through for every one of them. How many a company has is not known.
    private const int Colleagues = 16;

    private readonly ICatalogue catalogue;
    private readonly Reading own = new();
    private readonly Reading company = new();
    private readonly Reading companyOfCustomer = new();
    private readonly HashSet<string> traits = new(StringComparer.Ordinal);
    private readonly HashSet<(string Score, Extreme Extreme)> ranks = [];
    private bool readsCompanyTraits;
    private int conditions;
    private long tests;

    private CostEstimator(ICatalogue catalogue) => this.catalogue = catalogue;

    internal static CostEstimate Estimate(Segment segment, ISegmentResolver segments, ICatalogue catalogue)
    {
        var estimator = new CostEstimator(catalogue);
        foreach (var (condition, ofCompany) in Evaluated(segment, segments))
        {
            estimator.Add(condition, ofCompany);
        }

        return estimator.Sum();
    }

    private void Add(Expression condition, bool ofCompany)
    {
        if (condition is TraitCondition trait)
        {
            traits.Add(trait.Path.Display);
            readsCompanyTraits |= trait.Path.Root == Namespaces.Company;
            if (trait.Test is IsInExtremeShare share)
            {
                ranks.Add((trait.Path.Display, share.Extreme));
            }
        }

        // Kept memberships and consents are one list each, read like a trait.
        if (condition is EnteredSegment or LeftSegment or HasBeenInSegment)
        {
            traits.Add(" memberships");
        }
        else if (condition is ConsentsTo)
        {
            traits.Add(" consents");
        }

        var isOfEach = ofCompany && condition is (Did { Period: InFirst } or DidSequence { Period: InFirst });
        var reading = !ofCompany ? own : isOfEach ? companyOfCustomer : company;
        var steps = 0;
        foreach (var (selector, property, _) in Conditions.Events(condition))
        {
            steps++;
            conditions += Conditions.Of(selector).Count();
            reading.Add(selector, property);
            tests += (selector.Name is null ? catalogue.Events : catalogue.FindEvent(selector.Name.Value)?.Occurrences ?? 0) * (isOfEach ? Colleagues : 1);
        }

        conditions += Math.Max(1, steps);
    }

    private CostEstimate Sum()
    {
        var (events, values) = own.Of(catalogue);
        var (eventsOfCompanies, valuesOfCompanies) = company.Of(catalogue);
        var (eventsOfEach, valuesOfEach) = companyOfCustomer.Of(catalogue);

        // Who is of which company is found among all calls: for each use of companies' events, of their traits, and for the customers.
        var lookups = (company.IsUsed ? 1L : 0) + (companyOfCustomer.IsUsed ? 2 : 0) + (readsCompanyTraits ? 1 : 0) + (company.IsUsed || readsCompanyTraits ? 1 : 0);
        return new CostEstimate(
            events + eventsOfCompanies + (eventsOfEach * Colleagues) + (lookups * catalogue.Events),
            values + valuesOfCompanies + (valuesOfEach * Colleagues),
            catalogue.Customers * traits.Count,
            conditions,
            tests + (lookups * catalogue.Events))
        {
            Ranked = catalogue.Customers * ranks.Count,
        };
    }

    // The conditions of the segment and of all that are evaluated along with it, each segment once: also when they refer to one another in a circle.
    private static IEnumerable<(Expression Condition, bool OfCompany)> Evaluated(Segment segment, ISegmentResolver segments)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        Stack<Segment> open = new([segment]);
        while (open.TryPop(out var next))
        {
            foreach (var (condition, ofCompany) in Conditions.InScopes(next.Definition))
            {
                yield return (condition, ofCompany);
                if (condition is InSegment member && seen.Add(member.Key.Value) && segments.Find(member.Key.Value) is { } referred)
                {
                    open.Push(referred);
                }
            }
        }
    }

    /// <summary>The events that are read together, and what is taken of them.</summary>
    private sealed class Reading
    {
        private readonly Dictionary<string, HashSet<string>> propertiesByEvent = new(StringComparer.Ordinal);
        private readonly HashSet<string> propertiesOfAny = new(StringComparer.Ordinal);
        private bool readsAny;

        internal bool IsUsed => readsAny || propertiesByEvent.Count > 0;

        internal void Add(EventSelector selector, ValuePath? property)
        {
            readsAny |= selector.Name is null;
            var paths = selector.Name is null ? propertiesOfAny : Properties(selector.Name.Value);
            paths.UnionWith(Conditions.Of(selector).Select(where => where.Path.Display));
            if (property is not null)
            {
                paths.Add(property.Display);
            }
        }

        internal (long Events, long Values) Of(ICatalogue catalogue)
        {
            var named = propertiesByEvent.Sum(entry => Occurrences(entry.Key));
            return (
                readsAny ? Math.Max(catalogue.Events, named) : named,
                propertiesByEvent.Sum(entry => Occurrences(entry.Key) * entry.Value.Count) + (catalogue.Events * propertiesOfAny.Count));

            long Occurrences(string name) => catalogue.FindEvent(name)?.Occurrences ?? 0;
        }

        private HashSet<string> Properties(string name)
        {
            if (!propertiesByEvent.TryGetValue(name, out var found))
            {
                propertiesByEvent.Add(name, found = new HashSet<string>(StringComparer.Ordinal));
            }

            return found;
        }
    }
}
