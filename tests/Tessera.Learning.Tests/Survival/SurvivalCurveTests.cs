using Tessera.Learning.Survival;
using Tessera.Learning.Tests.Support;

namespace Tessera.Learning.Tests.Survival;

public sealed class SurvivalCurveTests
{
    [Fact]
    public void Estimate_Leukemia_HasThePublishedCurve()
    {
        // Kaplan-Meier with Greenwood's errors, and Nelson-Aalen: Klein and Moeschberger (2003), tables 4.1 and 4.2.
        var curve = SurvivalCurve.Estimate(Leukemia.Mercaptopurine);

        curve.Steps.Select(step => step.Time).ShouldBe([6, 7, 10, 13, 16, 22, 23]);
        curve.Steps.Select(step => step.AtRisk).ShouldBe([21, 17, 15, 12, 11, 7, 6]);
        curve.Steps.Select(step => Math.Round(step.Survival, 3)).ShouldBe([0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448]);
        curve.Steps.Select(step => Math.Round(step.StandardError, 3)).ShouldBe([0.076, 0.087, 0.096, 0.107, 0.114, 0.128, 0.135]);
        curve.Steps.Select(step => Math.Round(step.CumulativeHazard, 3)).ShouldBe([0.143, 0.202, 0.268, 0.352, 0.443, 0.585, 0.752]);
        curve.Median.ShouldBe(23);
        curve.SurvivalAt(5.9).ShouldBe(1);
        curve.SurvivalAt(100).ShouldBe(curve.Steps[^1].Survival);
    }

    [Fact]
    public void Estimate_WithoutCensoring_IsTheShareThatIsLeft()
    {
        var random = new Random(4);
        var observations = Enumerable.Range(0, 200).Select(_ => new SurvivalObservation(random.Next(1, 30), true)).ToArray();

        foreach (var step in SurvivalCurve.Estimate(observations).Steps)
        {
            step.Survival.ShouldBe(observations.Count(each => each.Time > step.Time) / 200.0, 1e-12);
            step.Lower.ShouldBeLessThanOrEqualTo(step.Survival);
            step.Upper.ShouldBeInRange(step.Survival, 1);
        }
    }

    [Fact]
    public void Estimate_LateEntries_AreAtRiskOnlyFromThenOn() =>
        SurvivalCurve.Estimate([new(5, true), new(8, true, 6), new(9, false)]).Steps.Select(step => step.AtRisk).ShouldBe([2, 2]);

    [Fact]
    public void Estimate_NoEventOrNonsense_IsRefused()
    {
        Should.Throw<NotEstimableException>(() => SurvivalCurve.Estimate([new(5, false)])).Message.ShouldContain("none of the 1");
        Should.Throw<ArgumentException>(() => SurvivalCurve.Estimate([new(5, true), new(3, true, 4)])).Message.ShouldContain("Observation 2 lasts from 4 to 3");
        Should.Throw<ArgumentException>(() => SurvivalCurve.Estimate([new(double.NaN, true)]));
    }

    [Fact]
    public void Concordance_AnyData_EqualsCountingPairs()
    {
        var random = new Random(6);
        for (var round = 0; round < 20; round++)
        {
            var observations = Enumerable.Range(0, 60).Select(_ => new SurvivalObservation(random.Next(1, 20), random.Next(3) > 0)).ToArray();
            var risks = observations.Select(each => Math.Round((random.NextDouble() * 8) - (each.Time / 6))).ToArray();
            double concordant = 0, pairs = 0;
            for (var i = 0; i < 60; i++)
            {
                for (var j = 0; j < 60; j++)
                {
                    if (observations[i].Event && (observations[j].Time > observations[i].Time || (observations[j].Time == observations[i].Time && !observations[j].Event)))
                    {
                        pairs++;
                        concordant += risks[i] > risks[j] ? 1 : risks[i] == risks[j] ? 0.5 : 0;
                    }
                }
            }

            Concordance.Of(observations, risks).ShouldBeRelatively(concordant / pairs, 1e-12);
        }

        Should.Throw<NotEstimableException>(() => Concordance.Of([new(3, true), new(3, true)], [1, 2]));
    }
}
