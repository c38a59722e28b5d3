using Tessera.Learning.Lifetime;
using Tessera.Learning.Tests.Support;

namespace Tessera.Learning.Tests.Lifetime.Published;

/// <summary>Fader and Hardie (2013), The Gamma-Gamma Model of Monetary Value: the 946 repeat buyers of the CDNOW sample.</summary>
public sealed class FaderHardie2013Tests
{
    [SkippableFact]
    public void Section3_CdnowSpend_ParametersToThePrintedDigits()
    {
        var log = Cdnow.Log();
        SpendHistory[] spend = [.. log.Customers.Where(customer => customer.MeanRepeatAmount > 0)
            .Select(customer => new SpendHistory(customer.Calibration.Frequency, customer.MeanRepeatAmount))];
        var model = new GammaGammaEstimator().Fit(spend);

        spend.Length.ShouldBe(946);
        Math.Round(model.Parameters[0].Value, 2).ShouldBe(6.25);
        Math.Round(model.Parameters[1].Value, 2).ShouldBe(3.74);
        Math.Round(model.Parameters[2].Value, 2).ShouldBe(15.44);
        model.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void Section2_PopulationMean_FollowsFromTheParameters() =>
        new GammaGamma(6.25, 3.74, 15.44).PopulationMean.ShouldBe(6.25 * 15.44 / 2.74, 1e-9);
}
