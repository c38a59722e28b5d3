namespace Tessera.Simulation.Tests.Support;

/// <summary>
/// Tests of fit at a false-alarm rate of one in a million each. Seeds are fixed, so a test that passes once passes for ever;
/// the rate says how unlucky a seed a correct generator would need to fail.
/// </summary>
internal static class GoodnessOfFit
{
    /// <summary>The false-alarm rate of each test.</summary>
    private const double FalseAlarms = 1e-6;

    /// <summary>Kolmogorov and Smirnov's test of one sample against a distribution function.</summary>
    public static void ShouldFollow(IEnumerable<double> sample, Func<double, double> cdf)
    {
        var sorted = sample.Order().ToArray();
        var distance = 0.0;
        for (var i = 0; i < sorted.Length; i++)
        {
            var expected = cdf(sorted[i]);
            distance = Math.Max(distance, Math.Max(expected - (i / (double)sorted.Length), ((i + 1) / (double)sorted.Length) - expected));
        }

        // P(√n D > c) → 2 exp(−2 c²).
        distance.ShouldBeLessThan(Math.Sqrt(-0.5 * Math.Log(FalseAlarms / 2) / sorted.Length));
    }

    /// <summary>Pearson's test of counts against probabilities; cells with fewer than ten expected are pooled into the last one.</summary>
    public static void ShouldFollow(IEnumerable<int> sample, Func<int, double> probability)
    {
        var values = sample.ToArray();
        var counts = values.CountBy(value => value).ToDictionary(pair => pair.Key, pair => pair.Value);
        var statistic = 0.0;
        var cells = 0;
        var seen = 0;
        var covered = 0.0;
        for (var k = 0; k <= values.Max(); k++)
        {
            var expected = probability(k) * values.Length;
            if (expected >= 10)
            {
                var observed = counts.GetValueOrDefault(k);
                statistic += (observed - expected) * (observed - expected) / expected;
                cells++;
                seen += observed;
                covered += expected;
            }
        }

        var rest = values.Length - covered;
        if (rest >= 10)
        {
            statistic += (values.Length - seen - rest) * (values.Length - seen - rest) / rest;
            cells++;
        }

        // Upper tail of χ² with (cells − 1) degrees of freedom.
        (1 - ReferenceDistributions.GammaCdf((cells - 1) / 2.0, statistic / 2)).ShouldBeGreaterThan(FalseAlarms);
    }

    /// <summary>The mean of a sample lies within 4.9 standard errors of what is expected: one false alarm in a million.</summary>
    public static void MeanShouldBe(IReadOnlyCollection<double> sample, double expected)
    {
        var mean = sample.Average();
        var deviation = Math.Sqrt(sample.Sum(value => (value - mean) * (value - mean)) / (sample.Count - 1));
        mean.ShouldBe(expected, 4.9 * deviation / Math.Sqrt(sample.Count));
    }
}
