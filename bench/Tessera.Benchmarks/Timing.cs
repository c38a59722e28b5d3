using System.Globalization;

namespace Tessera.Benchmarks;

/// <summary>The counted runs of one thing, in seconds.</summary>
internal sealed class Timing(IEnumerable<double> seconds)
{
    private readonly double[] sorted = [.. seconds.Order()];

    /// <summary>The middle run; of an even number, the mean of the middle two.</summary>
    public double Median => (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;

    /// <summary>How many times as long as the other thing took, by medians.</summary>
    public double RatioTo(Timing other) => Median / other.Median;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Median:F3} s ({sorted[0]:F3}–{sorted[^1]:F3}, {sorted.Length} runs)");
}
