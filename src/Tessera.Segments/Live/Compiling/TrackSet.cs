using Tessera.Segments.Live.Tracks;

namespace Tessera.Segments.Live.Compiling;

/// <summary>The tracks asked for so far; the same need has one track.</summary>
internal sealed class TrackSet
{
    private readonly Dictionary<string, TrackPlan> byKey = new(StringComparer.Ordinal);

    internal List<TrackPlan> All { get; } = [];

    internal TrackPlan Get(string key, Func<TrackPlan> create)
    {
        if (!byKey.TryGetValue(key, out var plan))
        {
            byKey.Add(key, plan = create());
            plan.Index = All.Count;
            All.Add(plan);
        }

        return plan;
    }
}
