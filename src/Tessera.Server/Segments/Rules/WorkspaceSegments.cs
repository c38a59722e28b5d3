using Tessera.Segments;
using Tessera.Segments.Checking;
using Tessera.Server.Segments.Rfm.Naming;

namespace Tessera.Server.Segments.Rules;

/// <summary>The segments of a workspace as definitions refer to them; those of the RFM model are read as what they are of the scores.</summary>
internal sealed class WorkspaceSegments : ISegmentResolver
{
    private readonly Dictionary<string, Lazy<Segment>> rules;
    private readonly Dictionary<string, Lazy<Segment>> model;
    private readonly HashSet<string> keys;

    /// <summary>The segments of a workspace.</summary>
    /// <param name="segments">Those that people wrote.</param>
    /// <param name="naming">Those of the RFM model.</param>
    public WorkspaceSegments(IReadOnlyList<RuleSegment> segments, SegmentNaming naming)
    {
        rules = segments.ToDictionary(segment => segment.Key, segment => new Lazy<Segment>(() => segment.Tree), StringComparer.Ordinal);
        model = naming.Segments.ToDictionary(segment => segment.Key, segment => new Lazy<Segment>(() => Segment.Parse(segment.Definition).Segment!), StringComparer.Ordinal);
        keys = [.. rules.Keys, .. model.Keys];
    }

    public IEnumerable<string> Keys => keys;

    public bool Exists(string key) => keys.Contains(key);

    public Segment? Find(string key) => rules.TryGetValue(key, out var segment) || model.TryGetValue(key, out segment) ? segment.Value : null;

    public bool KeepsHistory(string key) => rules.ContainsKey(key);

    /// <summary>The keys of the segments that refer to one directly.</summary>
    public IReadOnlyList<string> Dependants(string key) =>
        [.. rules.Where(rule => rule.Key != key && SegmentReferences.Of(rule.Value.Value).Contains(key, StringComparer.Ordinal)).Select(rule => rule.Key).Order(StringComparer.Ordinal)];
}
