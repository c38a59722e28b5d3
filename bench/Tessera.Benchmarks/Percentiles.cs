using System.Globalization;

namespace Tessera.Benchmarks;

/// <summary>Many measured times of one thing, in milliseconds.</summary>
internal sealed class Percentiles(IEnumerable<double> milliseconds)
{
    private readonly double[] sorted = [.. milliseconds.Order()];

    public int Count => sorted.Length;

    /// <summary>The time that a share of them did not exceed; not a number when there are none.</summary>
    public double this[double share] => sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"p50 {this[0.5]:0.0}, p95 {this[0.95]:0.0}, p99 {this[0.99]:0.0}, greatest {this[1]:0.0} ms of {Count:#,0}");
}
