using Tessera.Learning.Causal;
using Tessera.Learning.Data;

namespace Tessera.Learning.Tests.Causal;

public sealed class UpliftMetricsTests
{
    private static readonly bool[] Treated = [true, false, true, false, true, false];
    private static readonly double[] Outcome = [1, 0, 1, 1, 0, 1];

    [Fact]
    public void Qini_SixRows_IsTheAreaByHand()
    {
        // Q after each row: 1/3, 1/3, 2/3, (2 − 1)/3, (2 − 1.5)/3, (2 − 2)/3; Q(1) = 0, so that the line takes nothing away.
        var expected = (0.5 * 1 / 3) + ((1.0 / 3 + (1.0 / 3)) / 2) + ((1.0 / 3 + (2.0 / 3)) / 2) + ((2.0 / 3 + (1.0 / 3)) / 2) + ((1.0 / 3 + (0.5 / 3)) / 2) + (0.5 / 3 / 2);

        UpliftMetrics.Qini([6, 5, 4, 3, 2, 1], Treated, Outcome).ShouldBe(expected / 6, 1e-12);
        UpliftMetrics.AreaUnderCurve([6, 5, 4, 3, 2, 1], Treated, Outcome).ShouldBe(expected / 6, 1e-12);
        UpliftMetrics.UpliftAt([6, 5, 4, 3, 2, 1], Treated, Outcome, 0.5).ShouldBe(1, 1e-12);
        UpliftMetrics.UpliftAt([6, 5, 4, 3, 2, 1], Treated, Outcome, 1).ShouldBe((2.0 / 3) - (2.0 / 3), 1e-12);
    }

    [Fact]
    public void Qini_AllPredictionsEqual_IsZero() =>
        UpliftMetrics.Qini([2, 2, 2, 2, 2, 2], Treated, [1, 0, 1, 0, 0, 1]).ShouldBe(0, 1e-12);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Qini_AnyOrderOfRows_IsTheSame(int seed)
    {
        var random = new SeededRandom(unchecked((ulong)seed));
        var (uplift, treated, outcome) = (new double[60], new bool[60], new double[60]);
        for (var i = 0; i < 60; i++)
        {
            (uplift[i], treated[i], outcome[i]) = (random.NextInt(8), i < 2 ? i == 0 : random.NextDouble() < 0.5, random.NextInt(2));
        }

        var rows = Enumerable.Range(0, 60).ToArray();
        random.Shuffle(rows);
        UpliftMetrics.Qini([.. rows.Select(row => uplift[row])], [.. rows.Select(row => treated[row])], [.. rows.Select(row => outcome[row])])
            .ShouldBe(UpliftMetrics.Qini(uplift, treated, outcome), 1e-12);
    }

    [Fact]
    public void Intervals_RankingOfNoise_CoverZeroAndOfTruthDoNot()
    {
        var random = new SeededRandom(3);
        var (uplift, noise, treated, outcome) = (new double[4000], new double[4000], new bool[4000], new double[4000]);
        for (var i = 0; i < uplift.Length; i++)
        {
            (uplift[i], noise[i], treated[i]) = (random.NextDouble(), random.NextDouble(), random.NextDouble() < 0.5);
            outcome[i] = random.NextDouble() < 0.2 + (treated[i] ? 0.4 * uplift[i] : 0) ? 1 : 0;
        }

        var ofTruth = UpliftMetrics.Intervals(uplift, treated, outcome);
        var ofNoise = UpliftMetrics.Intervals(noise, treated, outcome);

        ofTruth.Qini.Low.ShouldBeGreaterThan(0);
        ofTruth.Qini.Value.ShouldBe(UpliftMetrics.Qini(uplift, treated, outcome), 1e-15);
        // Of effects 0.4 u with u uniform and known: ∫ 0.4 (φ − φ²/2) dφ − 0.1 = 0.4 (1/2 − 1/6) − 0.1 = 1/30.
        (ofTruth.Qini.Low < 1.0 / 30 && 1.0 / 30 < ofTruth.Qini.High).ShouldBeTrue();
        (ofNoise.Qini.Low < 0 && 0 < ofNoise.Qini.High).ShouldBeTrue();
    }

    [Fact]
    public void Qini_OneArmOnly_IsNotEstimable() =>
        Should.Throw<NotEstimableException>(() => UpliftMetrics.Qini([1, 2], [true, true], [0, 1])).Message.ShouldContain("rows that were not");
}
