using Tessera.Learning.Lifetime;
using Tessera.Learning.Tests.Support;

namespace Tessera.Learning.Tests.Lifetime.Published;

/// <summary>Fader, Hardie and Lee (2005), "Counting Your Customers" the Easy Way, Marketing Science 24(2): the CDNOW sample.</summary>
public sealed class FaderHardieLee2005Tests
{
    [SkippableFact]
    public void Table1_BgNbd_ParametersToThePrintedDigits()
    {
        var log = Cdnow.Log();
        var model = new BetaGeometricNbdEstimator().Fit(log.Calibration());

        model.Name.ShouldBe("bg-nbd");
        model.Warnings.ShouldBeEmpty();
        Math.Round(model.ParameterValue("r"), 3).ShouldBe(0.243);
        Math.Round(model.ParameterValue("alpha"), 3).ShouldBe(4.414);
        Math.Round(model.ParameterValue("a"), 3).ShouldBe(0.793);
        Math.Round(model.ParameterValue("b"), 3).ShouldBe(2.426);
        Math.Round(model.LogLikelihood, 1).ShouldBe(-9582.4);
    }

    [SkippableFact]
    public void Table1_ParetoNbd_ParametersToThePrintedDigits()
    {
        var log = Cdnow.Log();
        var model = new ParetoNbdEstimator().Fit(log.Calibration());

        model.Name.ShouldBe("pareto-nbd");
        model.Warnings.ShouldBeEmpty();
        Math.Round(model.ParameterValue("r"), 3).ShouldBe(0.553);
        Math.Round(model.ParameterValue("alpha"), 3).ShouldBe(10.578);
        Math.Round(model.ParameterValue("s"), 3).ShouldBe(0.606);
        Math.Round(model.ParameterValue("beta"), 3).ShouldBe(11.669);
        Math.Round(model.LogLikelihood, 1).ShouldBe(-9595.0);
    }

    [SkippableTheory]
    [InlineData("bg-nbd", 0.96)]
    [InlineData("pareto-nbd", 0.98)]
    public void Figure3_TotalRepeatPurchasesToWeek78_AreUnderestimatedByFourAndTwoPercent(string name, double share)
    {
        var log = Cdnow.Log();
        var model = LifetimeModelSelector.Estimators[name].Fit(log.Calibration());

        var expected = log.Customers.Sum(customer => model.ExpectedPurchases(customer.Whole.Age));
        var actual = log.Customers.Sum(customer => (double)customer.Whole.Frequency);
        Math.Round(expected / actual, 2).ShouldBe(share);
    }
}
