using Tessera.Segments.Checking;

namespace Tessera.Segments.Live.Compiling;

/// <summary>The segments asked for, and behind them those they refer to.</summary>
internal sealed class PlannedSegments(IReadOnlyDictionary<string, Segment> segments, ISegmentResolver references) : ISegmentResolver
{
    public IEnumerable<string> Keys => segments.Keys.Concat(references.Keys).Distinct(StringComparer.Ordinal);

    public bool Exists(string key) => segments.ContainsKey(key) || references.Exists(key);

    public Segment? Find(string key) => segments.GetValueOrDefault(key) ?? references.Find(key);
}
