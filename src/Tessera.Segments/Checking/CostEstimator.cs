namespace Tessera.Segments.Checking;

/// <summary>Judges what evaluating a segment would read, the segments that it is made of included.</summary>
internal static class CostEstimator
{
    internal static CostEstimate Estimate(Segment segment, ISegmentResolver segments, ICatalogue catalogue)
    {
        Dictionary<string, HashSet<string>> propertiesByEvent = new(StringComparer.Ordinal);
        HashSet<string> propertiesOfAny = new(StringComparer.Ordinal);
        HashSet<string> traits = new(StringComparer.Ordinal);
        var readsAny = false;
        var conditions = 0;
        var tests = 0L;
        foreach (var condition in Evaluated(segment, segments))
        {
            var steps = 0;
            if (condition is TraitCondition trait)
            {
                traits.Add(trait.Path.Display);
            }

            foreach (var (selector, property, _) in Conditions.Events(condition))
            {
                steps++;
                conditions += Conditions.Of(selector).Count();
                tests += selector.Name is null ? catalogue.Events : Occurrences(selector.Name.Value);
                readsAny |= selector.Name is null;
                var paths = selector.Name is null ? propertiesOfAny : Of(propertiesByEvent, selector.Name.Value);
                paths.UnionWith(Conditions.Of(selector).Select(where => where.Path.Display));
                if (property is not null)
                {
                    paths.Add(property.Display);
                }
            }

            conditions += Math.Max(1, steps);
        }

        var named = propertiesByEvent.Sum(entry => Occurrences(entry.Key));
        var events = readsAny ? Math.Max(catalogue.Events, named) : named;
        var values = propertiesByEvent.Sum(entry => Occurrences(entry.Key) * entry.Value.Count) + (catalogue.Events * propertiesOfAny.Count);
        return new CostEstimate(events, values, catalogue.Customers * traits.Count, conditions, tests);

        long Occurrences(string name) => catalogue.FindEvent(name)?.Occurrences ?? 0;
    }

    // The conditions of the segment and of all that are evaluated along with it, each segment once: also when they refer to one another in a circle.
    private static IEnumerable<Expression> Evaluated(Segment segment, ISegmentResolver segments)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        Stack<Segment> open = new([segment]);
        while (open.TryPop(out var next))
        {
            foreach (var condition in Conditions.In(next.Definition))
            {
                yield return condition;
                if (condition is InSegment member && seen.Add(member.Key.Value) && segments.Find(member.Key.Value) is { } referred)
                {
                    open.Push(referred);
                }
            }
        }
    }

    private static HashSet<string> Of(Dictionary<string, HashSet<string>> paths, string name)
    {
        if (!paths.TryGetValue(name, out var found))
        {
            paths.Add(name, found = new HashSet<string>(StringComparer.Ordinal));
        }

        return found;
    }
}
