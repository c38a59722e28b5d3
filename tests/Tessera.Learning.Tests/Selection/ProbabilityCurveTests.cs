using Tessera.Learning.Data;
using Tessera.Learning.Metrics;
using Tessera.Learning.Selection;

namespace Tessera.Learning.Tests.Selection;

public sealed class ProbabilityCurveTests
{
    // Overconfident: what is said to be p happens half as surely.
    [Fact]
    public void Choose_WrongProbabilities_HalvesTheErrorAndKeepsTheOrder()
    {
        var (given, data) = Make(4000, 3, said => (said / 2) + 0.25);

        var curve = ProbabilityCurve.Choose(given, data, 1).ShouldNotBeNull();

        var (fresh, truth) = Make(4000, 4, said => (said / 2) + 0.25);
        var before = ProbabilityMetrics.ExpectedCalibrationError(truth.Target, fresh);
        double[] after = [.. fresh.Select(curve.Of)];
        ProbabilityMetrics.ExpectedCalibrationError(truth.Target, after).ShouldBeInRange(0.35 * before, 0.65 * before);
        ProbabilityMetrics.LogLoss(truth.Target, after).ShouldBeLessThan(ProbabilityMetrics.LogLoss(truth.Target, fresh));
        double[] rising = [.. Enumerable.Range(1, 99).Select(each => curve.Of(each / 100.0))];
        rising.Zip(rising.Skip(1), (low, high) => high - low).ShouldAllBe(step => step > 0);
    }

    [Fact]
    public void Choose_TooFewRowsOrWeights_LeavesThemAsTheyAre()
    {
        var (given, data) = Make(400, 5, said => said / 2);

        ProbabilityCurve.Choose(given, data, 1).ShouldBeNull();
        (given, data) = Make(2000, 5, said => said / 2);
        ProbabilityCurve.Choose(given, new TrainingSet(data.Features, data.Target, [.. given.Select(_ => 2.0)]), 1).ShouldBeNull();
        given.AsSpan(0, 1600).Fill(double.NaN);
        ProbabilityCurve.Choose(given, data, 1).ShouldBeNull();
    }

    private static (double[] Given, TrainingSet Data) Make(int rows, ulong seed, Func<double, double> truth)
    {
        var random = new SeededRandom(seed);
        double[] given = [.. Enumerable.Range(0, rows).Select(_ => 0.02 + (0.96 * random.NextDouble()))];
        double[] target = [.. given.Select(said => random.NextDouble() < truth(said) ? 1.0 : 0)];
        return (given, new TrainingSet(FeatureFrame.Numeric(["said"], [given]), target));
    }
}
