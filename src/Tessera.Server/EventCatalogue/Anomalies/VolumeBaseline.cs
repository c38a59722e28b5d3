using System.Globalization;
using System.Runtime.InteropServices;

namespace Tessera.Server.EventCatalogue.Anomalies;

/// <summary>Finds the hours of an event's volume that are odd, compared with the same hours of the weeks before.</summary>
/// <remarks>
/// The usual volume of an hour is the median of the same hour of the week, and of the hours beside it, in the weeks before; its spread is the
/// median absolute deviation from it, times 1.4826 so that it estimates a standard deviation (Rousseeuw and Croux, "Alternatives to the median
/// absolute deviation", 1993). Both stand up to a few odd hours among those. Counts vary by their square root at least, so that is the least
/// spread. Takes time linear in the hours.
/// </remarks>
internal static class VolumeBaseline
{
    /// <summary>How many weeks the usual is taken from.</summary>
    public const int Weeks = 4;

    /// <summary>How many hours are judged, the last ones.</summary>
    public const int JudgedHours = 48;

    /// <summary>The hours that must be known: the weeks, and the hour before the first of them.</summary>
    public const int Hours = (Weeks * HoursOfWeek) + JudgedHours + 1;

    private const int HoursOfWeek = 7 * 24;
    private const double DeviationOfMedian = 1.4826;
    private const double OddFrom = 6;
    private const double LeastChange = 0.5;

    /// <summary>The odd hours, those in a row taken together.</summary>
    /// <param name="name">The event.</param>
    /// <param name="start">The first hour.</param>
    /// <param name="calls">The volume of each hour from then on, <see cref="Hours"/> of them.</param>
    /// <param name="firstSeen">When the event happened first: without four weeks of history nothing is usual, and nothing is odd.</param>
    public static IReadOnlyList<VolumeAnomaly> Find(string name, DateTimeOffset start, IReadOnlyList<long> calls, DateTimeOffset firstSeen)
    {
        if (calls.Count != Hours)
        {
            throw new ArgumentException($"The volumes of {Hours} hours are needed, not of {calls.Count}.", nameof(calls));
        }

        List<VolumeAnomaly> found = [];
        List<OddHour> row = [];
        for (var hour = Hours - JudgedHours; hour < Hours; hour++)
        {
            var odd = firstSeen <= start.AddHours(hour - (Weeks * HoursOfWeek)) ? Judge(calls, hour) : null;
            if (row.Count > 0 && odd?.Kind != row[0].Kind)
            {
                found.Add(Sum(name, start, row));
                row.Clear();
            }

            if (odd is { } judged)
            {
                row.Add(judged);
            }
        }

        if (row.Count > 0)
        {
            found.Add(Sum(name, start, row));
        }

        return found;
    }

    private static OddHour? Judge(IReadOnlyList<long> calls, int hour)
    {
        var before = Enumerable.Range(1, Weeks)
            .SelectMany(week => Enumerable.Range(-1, 3).Select(beside => hour - (week * HoursOfWeek) + beside))
            .Select(earlier => (double)calls[earlier])
            .ToArray();
        var usual = Median(before);
        var spread = Math.Max(DeviationOfMedian * Median([.. before.Select(value => Math.Abs(value - usual))]), Math.Max(1, Math.Sqrt(usual)));
        var deviation = (calls[hour] - usual) / spread;
        return Math.Abs(deviation) >= OddFrom && Math.Abs(calls[hour] - usual) >= LeastChange * usual
            ? new OddHour(hour, calls[hour], usual, deviation, before.Min(), before.Max())
            : null;
    }

    private static VolumeAnomaly Sum(string name, DateTimeOffset start, List<OddHour> row)
    {
        var worst = row.MaxBy(odd => Math.Abs(odd.Deviation));
        var (from, to) = (start.AddHours(row[0].Hour), start.AddHours(row[^1].Hour + 1));
        var (calls, usual) = (row.Sum(odd => odd.Calls), row.Sum(odd => odd.Usual));
        var sentence = string.Create(
            CultureInfo.InvariantCulture,
            $"{name} came {calls:#,0} times from {from:yyyy-MM-dd HH:mm} to {to:yyyy-MM-dd HH:mm} UTC, and usually {usual:#,0} times: in the worst hour {worst.Calls:#,0} against {worst.Least:#,0} to {worst.Most:#,0} around the same hour of the {Weeks} weeks before.");
        return new VolumeAnomaly(name, row[0].Kind, from, to, calls, usual, Math.Round(worst.Deviation, 1), sentence);
    }

    private static double Median(double[] values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct OddHour(int Hour, long Calls, double Usual, double Deviation, double Least, double Most)
    {
        public VolumeAnomalyKind Kind => Deviation > 0 ? VolumeAnomalyKind.More : VolumeAnomalyKind.Less;
    }
}
