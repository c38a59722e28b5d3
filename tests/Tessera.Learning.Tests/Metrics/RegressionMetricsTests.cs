using Tessera.Learning.Metrics;

namespace Tessera.Learning.Tests.Metrics;

public sealed class RegressionMetricsTests
{
    private static readonly double[] Truth = [3, -0.5, 2, 7];
    private static readonly double[] Predicted = [2.5, 0, 2, 8];

    // By hand: errors ½, ½, 0, 1; squares sum to 1.5, the total sum of squares is 29.1875.
    [Fact]
    public void Metrics_ByHand_AreExact()
    {
        RegressionMetrics.RootMeanSquaredError(Truth, Predicted).ShouldBe(Math.Sqrt(1.5 / 4), 1e-15);
        RegressionMetrics.MeanAbsoluteError(Truth, Predicted).ShouldBe(0.5, 1e-15);
        RegressionMetrics.Determination(Truth, Predicted).ShouldBe(1 - (1.5 / 29.1875), 1e-15);
    }

    // By hand: without ties 1 − 6 Σd²/(n(n² − 1)), here d = 1, 1, 0, 0, 0 and n = 5.
    [Fact]
    public void Spearman_WithoutTies_IsTheClassicFormula() =>
        RegressionMetrics.Spearman([1, 2, 3, 4, 5], [20, 10, 30, 40, 50]).ShouldBe(1 - (6.0 * 2 / (5 * 24)), 1e-15);

    // By hand: ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4: 4.5 / √(4.5 · 5).
    [Fact]
    public void Spearman_WithTies_UsesMeanRanks() =>
        RegressionMetrics.Spearman([1, 2, 2, 3], [1, 2, 3, 4]).ShouldBe(4.5 / Math.Sqrt(4.5 * 5), 1e-15);

    [Fact]
    public void Metrics_OfAConstant_AreNotEstimable()
    {
        Should.Throw<NotEstimableException>(() => RegressionMetrics.Determination([1, 1], [1, 2]));
        Should.Throw<NotEstimableException>(() => RegressionMetrics.Spearman([1, 2], [1, 1]));
        RegressionScores.Of([1, 1], [1, 2]).R2.ShouldBeNull();
    }
}
