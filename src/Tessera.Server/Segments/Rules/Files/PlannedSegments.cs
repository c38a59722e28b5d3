using Tessera.Segments;
using Tessera.Segments.Checking;

namespace Tessera.Server.Segments.Rules.Files;

/// <summary>The segments of a workspace as they will be once a plan is carried out.</summary>
/// <param name="now">Those there are.</param>
/// <param name="planned">Those that files define, by key.</param>
/// <param name="gone">The keys of those that will be deleted.</param>
/// <param name="faulty">The files that have mistakes, by the keys that they define.</param>
internal sealed class PlannedSegments(
    WorkspaceSegments now, IReadOnlyDictionary<string, Segment> planned, IReadOnlySet<string> gone, IReadOnlyDictionary<string, string> faulty) : ISegmentResolver
{
    public IEnumerable<string> Keys => now.Keys.Where(key => !gone.Contains(key)).Concat(planned.Keys).Distinct(StringComparer.Ordinal);

    public bool Exists(string key) => planned.ContainsKey(key) || (now.Exists(key) && !gone.Contains(key));

    public Segment? Find(string key) => planned.TryGetValue(key, out var segment) ? segment : gone.Contains(key) ? null : now.Find(key);

    public bool KeepsHistory(string key) => planned.ContainsKey(key) || now.KeepsHistory(key);

    public string? Fault(string key) => faulty.TryGetValue(key, out var path) ? $"The segment \"{key}\" is defined in {path}, which has mistakes itself." : null;
}
