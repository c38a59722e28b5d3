using System.Globalization;
using Tessera.Segments.Live.Values;

namespace Tessera.Segments.Live.Tracks;

/// <summary>The latest so many entries, each as long as some reader can reach it: the three last times decide "at least 3 in the last 7 days".</summary>
/// <remarks>State: as many entries as the greatest number asked for, and what lies in the future.</remarks>
internal sealed class LatestRetention : Retention
{
    private readonly List<(int Count, long Memory)> needs = [];

    internal override string Name => "latest " + string.Join(' ', needs.Select(need => string.Create(CultureInfo.InvariantCulture, $"{need.Count}x{need.Memory}")));

    /// <summary>Keeps the latest <paramref name="count"/> entries for a length of time; <see cref="Clock.Never"/> for ever.</summary>
    internal LatestRetention Keep(int count, long memory)
    {
        if (!needs.Exists(need => need.Count >= count && need.Memory >= memory))
        {
            needs.RemoveAll(need => need.Count <= count && need.Memory <= memory);
            needs.Add((count, memory));
            needs.Sort();
        }

        return this;
    }

    internal override void Prune(Track track, long now)
    {
        var past = track.CountBefore(now + 1);
        var kept = 0;
        while (kept < past && IsNeeded(kept + 1, now - track.Time(past - kept - 1)))
        {
            kept++;
        }

        track.RemoveFirst(past - kept);
    }

    internal override bool IsCoveredBy(string other) => other.StartsWith("latest ", StringComparison.Ordinal)
        && other["latest ".Length..].Split(' ').Select(need => need.Split('x').Select(number => long.Parse(number, CultureInfo.InvariantCulture)).ToArray()).ToList() is var others
        && needs.TrueForAll(need => others.Exists(had => had[0] >= need.Count && had[1] >= need.Memory));

    private bool IsNeeded(int rank, long age)
    {
        foreach (var (count, memory) in needs)
        {
            if (rank <= count && age < memory)
            {
                return true;
            }
        }

        return false;
    }
}
