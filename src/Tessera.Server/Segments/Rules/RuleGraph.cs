using Tessera.Segments;
using Tessera.Segments.Checking;

namespace Tessera.Server.Segments.Rules;

/// <summary>Which segments of a workspace refer to which, as they stand inside a transaction.</summary>
internal sealed class RuleGraph : ISegmentResolver
{
    private readonly Dictionary<string, Segment> segments;

    /// <summary>The segments by key, and their definitions.</summary>
    public RuleGraph(IEnumerable<(string Key, string Definition)> rows) =>
        segments = rows.ToDictionary(row => row.Key, row => Segment.Parse(row.Definition).Segment!, StringComparer.Ordinal);

    public IEnumerable<string> Keys => segments.Keys;

    public bool Exists(string key) => segments.ContainsKey(key);

    public Segment? Find(string key) => segments.GetValueOrDefault(key);

    /// <summary>Whether what was changed may stay: it refers to segments that are there, no circle goes through it, and nothing refers to what was deleted.</summary>
    /// <param name="changed">The keys of the segments that were made or changed.</param>
    /// <param name="deleted">The keys of those that were deleted.</param>
    public RuleOutcome Judge(IEnumerable<string> changed, IEnumerable<string> deleted)
    {
        foreach (var key in changed)
        {
            if (SegmentReferences.FindCycle(key, segments[key], this) is { } circle)
            {
                return RuleOutcome.Outdated with { Circle = circle };
            }

            if (SegmentReferences.Of(segments[key]).FirstOrDefault(other => !Exists(other) && !RuleEditing.IsReserved(other)) is { } missing)
            {
                return RuleOutcome.Outdated with { Key = missing };
            }
        }

        foreach (var key in deleted)
        {
            List<string> dependants = [.. segments.Where(other => SegmentReferences.Of(other.Value).Contains(key, StringComparer.Ordinal)).Select(other => other.Key).Order(StringComparer.Ordinal)];
            if (dependants.Count > 0)
            {
                return RuleOutcome.Outdated with { Key = key, Dependants = dependants };
            }
        }

        return RuleOutcome.Done;
    }
}
