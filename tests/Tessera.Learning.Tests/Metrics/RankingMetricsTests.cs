using FsCheck;
using FsCheck.Fluent;
using Tessera.Learning.Metrics;

namespace Tessera.Learning.Tests.Metrics;

public sealed class RankingMetricsTests
{
    // By hand: pairs (1 over 0): 0.8 beats 0.4 and 0.35; 0.35 ties 0.35 (half), loses to 0.4. (2 + 0.5) / 4.
    [Fact]
    public void AreaUnderCurve_ByHand_CountsPairs() =>
        RankingMetrics.AreaUnderCurve([0, 0, 1, 1], [0.35, 0.4, 0.35, 0.8]).ShouldBe(2.5 / 4, 1e-15);

    // By hand: from the top 1 (P 1/1), 0, 1 (P 2/3): ½·1 + ½·⅔.
    [Fact]
    public void AveragePrecision_ByHand_SumsPrecisionAtEachHit() =>
        RankingMetrics.AveragePrecision([1, 0, 1, 0], [0.9, 0.8, 0.7, 0.1]).ShouldBe((0.5 * 1) + (0.5 * 2 / 3), 1e-15);

    // By hand: all tied, so every cut has precision ¼ and the area is a half.
    [Fact]
    public void Metrics_AllTied_AreThoseOfChance()
    {
        double[] target = [1, 0, 0, 0], scores = [3, 3, 3, 3];
        RankingMetrics.AreaUnderCurve(target, scores).ShouldBe(0.5);
        RankingMetrics.AveragePrecision(target, scores).ShouldBe(0.25);
        RankingMetrics.Lift(target, scores, 0.5).ShouldBe(1);
    }

    // By hand: the top 2 of 20 are both 1, the rate is 4/20: lift 5.
    [Fact]
    public void Lift_ByHand_IsTheRateOfTheTopOverTheRate()
    {
        double[] target = [1, 1, 1, 1, .. new double[16]];
        double[] scores = [.. Enumerable.Range(0, 20).Select(row => -(double)row)];
        RankingMetrics.Lift(target, scores).ShouldBe(5, 1e-12);
        RankingMetrics.Lift(target, scores, 1).ShouldBe(1, 1e-12);
    }

    [Fact]
    public void AreaUnderCurve_AnyScores_EqualsAllPairs()
    {
        Prop.ForAll(Cases, rows =>
        {
            var (target, scores) = Split(rows);
            double wins = 0, pairs = 0;
            for (var i = 0; i < target.Length; i++)
            {
                for (var j = 0; j < target.Length; j++)
                {
                    if (target[i] == 1 && target[j] == 0)
                    {
                        pairs++;
                        wins += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                    }
                }
            }

            RankingMetrics.AreaUnderCurve(target, scores).ShouldBe(wins / pairs, 1e-12);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void AveragePrecision_AnyScores_EqualsSumOverThresholds()
    {
        Prop.ForAll(Cases, rows =>
        {
            var (target, scores) = Split(rows);
            double expected = 0, recallBefore = 0;
            foreach (var threshold in scores.Distinct().OrderDescending())
            {
                var chosen = Enumerable.Range(0, scores.Length).Where(row => scores[row] >= threshold).ToList();
                var hits = chosen.Sum(row => target[row]);
                var recall = hits / target.Sum();
                expected += (recall - recallBefore) * hits / chosen.Count;
                recallBefore = recall;
            }

            RankingMetrics.AveragePrecision(target, scores).ShouldBe(expected, 1e-12);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void AreaUnderCurve_OneClass_IsNotEstimable() =>
        Should.Throw<NotEstimableException>(() => RankingMetrics.AreaUnderCurve([1, 1], [0.1, 0.2])).Message.ShouldStartWith("All 2 rows have the same class");

    // Few distinct scores, so that ties are common; one row of each class is always there.
    private static Arbitrary<List<(bool One, int Score)>> Cases =>
        Gen.Choose(0, 8).SelectMany(score => Gen.Elements(true, false).Select(one => (one, score)))
            .NonEmptyListOf().Select(rows => rows.Append((true, 3)).Append((false, 4)).ToList()).ToArbitrary();

    private static (double[] Target, double[] Scores) Split(List<(bool One, int Score)> rows) =>
        ([.. rows.Select(row => row.One ? 1.0 : 0.0)], [.. rows.Select(row => row.Score / 8.0)]);
}
