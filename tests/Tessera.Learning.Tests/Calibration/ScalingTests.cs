using Tessera.Learning.Calibration;
using Tessera.Learning.Data;

namespace Tessera.Learning.Tests.Calibration;

public sealed class ScalingTests
{
    [Fact]
    public void Platt_ScoresThatAreTooSure_BecomeCalibrated()
    {
        var random = new SeededRandom(5);
        double[] logits = [.. Enumerable.Range(0, 20_000).Select(_ => random.NextNormal())];
        double[] target = [.. logits.Select(logit => random.NextDouble() < 1 / (1 + Math.Exp(-logit)) ? 1.0 : 0.0)];

        var scaling = PlattScaling.Fit([.. logits.Select(logit => (3 * logit) + 1)], target);

        // Undone: P of the score 3 s + 1 is the logistic function of s. Three standard errors at the edge are 0.02.
        foreach (var logit in new[] { -2.0, 0, 2 })
        {
            scaling.Probability((3 * logit) + 1).ShouldBe(1 / (1 + Math.Exp(-logit)), 0.02);
        }
    }

    // By hand: 1, 0 in the middle violate the order and pool to ½.
    [Fact]
    public void Isotonic_ByHand_PoolsViolators()
    {
        var scaling = IsotonicScaling.Fit([1, 2, 3, 4], [0, 1, 0, 1]);

        new[] { 0.0, 1, 2, 2.5, 3, 3.5, 4, 9 }.Select(scaling.Probability).ShouldBe([0, 0, 0.5, 0.5, 0.5, 0.75, 1, 1]);
    }

    [Fact]
    public void Isotonic_AnyData_RisesAndKeepsTheSum()
    {
        var random = new SeededRandom(6);
        double[] scores = [.. Enumerable.Range(0, 500).Select(_ => Math.Round(random.NextNormal(), 1))];
        double[] target = [.. scores.Select(score => random.NextDouble() < 1 / (1 + Math.Exp(-score)) ? 1.0 : 0.0)];

        var fitted = scores.Select(IsotonicScaling.Fit(scores, target).Probability).ToArray();

        fitted.Sum().ShouldBe(target.Sum(), 1e-9);
        var inOrder = scores.Zip(fitted).OrderBy(pair => pair.First).Select(pair => pair.Second).ToList();
        inOrder.Zip(inOrder.Skip(1), (before, after) => after - before).ShouldAllBe(step => step >= -1e-12);
        (inOrder[^1] - inOrder[0]).ShouldBeGreaterThan(0.5);
    }
}
