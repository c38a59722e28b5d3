using Tessera.Learning.Metrics;

namespace Tessera.Learning.Tests.Metrics;

public sealed class ProbabilityMetricsTests
{
    [Fact]
    public void LogLoss_ByHand_IsTheMeanSurprise() =>
        ProbabilityMetrics.LogLoss([1, 0, 1], [0.8, 0.4, 0.5]).ShouldBe(-(Math.Log(0.8) + Math.Log(0.6) + Math.Log(0.5)) / 3, 1e-15);

    [Fact]
    public void LogLoss_CertainAndWrong_IsFinite() => ProbabilityMetrics.LogLoss([1, 0], [0, 0]).ShouldBe(-Math.Log(1e-15) / 2, 1e-10);

    [Fact]
    public void Brier_ByHand_IsTheMeanSquare() =>
        ProbabilityMetrics.Brier([1, 0, 1], [0.8, 0.4, 0.5]).ShouldBe((0.04 + 0.16 + 0.25) / 3, 1e-15);

    // By hand, two bins of two: (0.9 + 0.7 − 2 = −0.4) and (0.3 + 0.1 − 0 = 0.4): (0.4 + 0.4) / 4.
    [Fact]
    public void ExpectedCalibrationError_ByHand_SumsGapsOfBins() =>
        ProbabilityMetrics.ExpectedCalibrationError([1, 1, 0, 0], [0.9, 0.7, 0.3, 0.1], bins: 2).ShouldBe(0.2, 1e-12);

    [Fact]
    public void ExpectedCalibrationError_OneBin_IsTheBias() =>
        ProbabilityMetrics.ExpectedCalibrationError([1, 0, 0], [0.5, 0.5, 0.6], bins: 1).ShouldBe(0.6 / 3, 1e-12);

    [Fact]
    public void Metrics_OutsideTheirRange_AreRefused()
    {
        Should.Throw<ArgumentException>(() => ProbabilityMetrics.Brier([1], [1.1]));
        Should.Throw<ArgumentException>(() => ProbabilityMetrics.Brier([2], [0.5]));
        Should.Throw<ArgumentException>(() => ProbabilityMetrics.LogLoss([1, 0], [0.5]));
        Should.Throw<ArgumentException>(() => ProbabilityMetrics.LogLoss([1], [double.NaN]));
        Should.Throw<NotEstimableException>(() => ProbabilityMetrics.LogLoss([], []));
    }
}
