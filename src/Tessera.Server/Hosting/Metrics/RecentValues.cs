namespace Tessera.Server.Hosting.Metrics;

/// <summary>The last values of something, for their percentiles. Safe for many threads.</summary>
internal sealed class RecentValues
{
    private const int Kept = 2048;
    private readonly double[] values = new double[Kept];
    private readonly Lock turn = new();
    private long count;

    public void Add(double value)
    {
        lock (turn)
        {
            values[count++ % Kept] = value;
        }
    }

    /// <summary>The smallest value that so large a share of the last 2,048 values does not exceed; null when there is none.</summary>
    /// <param name="share">The share, from 0 to 1.</param>
    public double? Percentile(double share)
    {
        double[] sorted;
        lock (turn)
        {
            sorted = values[..(int)Math.Min(count, Kept)];
        }

        Array.Sort(sorted);
        return sorted.Length == 0 ? null : sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
    }
}
