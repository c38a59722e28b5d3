namespace Tessera.Server.Hosting.Metrics;

/// <summary>The values of one metric under one set of labels.</summary>
internal sealed class MetricSeries(string labels, IReadOnlyList<double> bounds)
{
    private readonly Lock guard = new();
    private readonly long[] counts = new long[bounds.Count];
    private double sum;
    private long count;

    /// <summary>The labels as Prometheus writes them, without braces: <c>method="GET",status="200"</c>; may be empty.</summary>
    public string Labels { get; } = labels;

    public void Add(double value)
    {
        lock (guard)
        {
            sum += value;
        }
    }

    public void Set(double value)
    {
        lock (guard)
        {
            sum = value;
        }
    }

    /// <summary>Counts one measurement into every bucket that it fits.</summary>
    public void Observe(double value)
    {
        lock (guard)
        {
            sum += value;
            count++;
            for (var bucket = 0; bucket < counts.Length; bucket++)
            {
                if (value <= bounds[bucket])
                {
                    counts[bucket]++;
                }
            }
        }
    }

    /// <summary>A consistent copy: the sum or value, the number of measurements, and the cumulative count of each bucket.</summary>
    public (double Sum, long Count, long[] Buckets) Read()
    {
        lock (guard)
        {
            return (sum, count, [.. counts]);
        }
    }
}
