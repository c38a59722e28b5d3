using FsCheck;
using FsCheck.Fluent;
using Tessera.Learning.Lifetime;
using Tessera.Learning.Tests.Support;

namespace Tessera.Learning.Tests.Lifetime;

public sealed class PredictionTests
{
    private static readonly BetaGeometricNbd Published = new(BetaGeometricVariant.Original, 0.243, 4.414, 0.793, 2.426);
    private static readonly ParetoNbd PublishedPareto = new(0.5534, 10.5802, 0.6061, 11.6562);

    [Fact]
    public void ExpectedPurchases_CustomerOfThePapersSpreadsheet_IsThePublishedNumber() =>
        Math.Round(Published.ExpectedPurchases(39, new PurchaseHistory(2, 30.43, 38.86)), 3).ShouldBe(1.226);

    [Fact]
    public void ParetoNbd_CustomerOfTheBtydWalkthrough_HasThePublishedNumbers()
    {
        // Dziurzynski, Wadsworth and McCarthy, BTYD: a package for Buy Til You Die models, section 2.3.
        Math.Round(PublishedPareto.ExpectedPurchases(52), 3).ShouldBe(1.473);

        // The rounding of the printed parameters moves the last printed digit of this one.
        PublishedPareto.ExpectedPurchases(52, new PurchaseHistory(26, 216 / 7.0, 31)).ShouldBe(25.46, 0.01);
        Math.Round(PublishedPareto.ProbabilityAlive(new PurchaseHistory(26, 216 / 7.0, 31)), 4).ShouldBe(0.9979);
    }

    [Fact]
    public void ExpectedPurchases_EqualsThePapersFormulaWithItsHypergeometricFunction()
    {
        foreach (var (a, horizon) in new[] { (0.793, 39.0), (2.2, 5.0), (0.3, 200.0), (5, 12.0) })
        {
            var model = new BetaGeometricNbd(BetaGeometricVariant.Original, 0.243, 4.414, a, 2.426);
            foreach (var history in new PurchaseHistory[] { new(1, 3, 20), new(2, 30.43, 38.86), new(14, 25, 30), new(0, 0, 12) })
            {
                model.ExpectedPurchases(horizon, history).ShouldBeRelatively(Equation10(a, horizon, history), 1e-10, history.ToString());
            }
        }

        // Fader, Hardie and Lee (2005), equation (10), with the series of the hypergeometric function summed term by term.
        double Equation10(double a, double t, PurchaseHistory h)
        {
            const double r = 0.243, alpha = 4.414, b = 2.426;
            var (x, c) = (h.Frequency, a + b + h.Frequency - 1);
            var z = t / (alpha + h.Age + t);
            double term = 1, sum = 1;
            for (var n = 0; n < 5000; n++)
            {
                term *= (r + x + n) * (b + x + n) / ((c + n) * (n + 1.0)) * z;
                sum += term;
            }

            var ratio = (alpha + h.Age) / (alpha + h.Age + t);
            var numerator = c / (a - 1) * (1 - (Math.Pow(ratio, r + x) * sum));
            return numerator / (1 + (x == 0 ? 0 : a / (b + x - 1) * Math.Pow((alpha + h.Age) / (alpha + h.Recency), r + x)));
        }
    }

    [Fact]
    public void Predictions_AnyCustomer_KeepTheirBounds()
    {
        var customers =
            from frequency in Gen.Choose(0, 400)
            from age in Gen.Choose(1, 2000)
            from recency in Gen.Choose(1, 1000)
            from horizon in Gen.Choose(0, 300)
            select (new PurchaseHistory(frequency, frequency == 0 ? 0 : age * recency / 1000.0, age), (double)horizon);
        ILifetimeModel[] models = [Published, new BetaGeometricNbd(BetaGeometricVariant.Modified, 0.5, 6, 0.9, 3), PublishedPareto, new Nbd(0.5, 8)];

        Prop.ForAll(customers.ToArbitrary(), sample =>
        {
            var (history, horizon) = sample;
            foreach (var model in models)
            {
                var alive = model.ProbabilityAlive(history);
                alive.ShouldBeInRange(0, 1);
                var sooner = model.ExpectedPurchases(horizon, history);
                var later = model.ExpectedPurchases(horizon + 10, history);
                sooner.ShouldBeInRange(0, later);

                // Nobody buys more than at the mean rate of a customer with this history who never leaves.
                later.ShouldBeLessThanOrEqualTo((model.ParameterValue("r") + history.Frequency) / (model.ParameterValue("alpha") + history.Age) * (horizon + 10) * (1 + 1e-9));
                if (history.Frequency > 0)
                {
                    model.ProbabilityAlive(history with { Recency = (history.Recency + history.Age) / 2 }).ShouldBeGreaterThanOrEqualTo(alive * (1 - 1e-9));
                }
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void DiscountedValue_EqualsTheSumOverSmallSteps()
    {
        var history = new PurchaseHistory(7, 25, 31);
        foreach (var model in new ILifetimeModel[] { Published, PublishedPareto })
        {
            const int steps = 20_000;
            double sum = 0, before = 0;
            for (var i = 1; i <= steps; i++)
            {
                var expected = model.ExpectedPurchases(104.0 * i / steps, history);
                sum += (expected - before) * Math.Pow(1.0027, -104 * (i - 0.5) / steps);
                before = expected;
            }

            DiscountedValue.Purchases(model, history, 104, 0.0027).ShouldBeRelatively(sum, 1e-8);
            DiscountedValue.Purchases(model, history, 104, 0).ShouldBe(model.ExpectedPurchases(104, history));
        }
    }

    [Fact]
    public void ExpectedPurchases_HistoryThatContradictsItself_IsRefused()
    {
        Should.Throw<ArgumentException>(() => Published.ExpectedPurchases(10, new PurchaseHistory(2, 31, 30))).Message.ShouldContain("above its age of 30");
        Should.Throw<ArgumentException>(() => PublishedPareto.ProbabilityAlive(new PurchaseHistory(-1, 0, 30))).Message.ShouldContain("below zero");
        Should.Throw<ArgumentException>(() => Published.ExpectedPurchases(-1, new PurchaseHistory(0, 0, 30)));
        Should.Throw<ArgumentException>(() => Published.ExpectedPurchases(double.NaN));
    }

    [Fact]
    public void Constructor_ParameterOutOfRange_NamesAllOfThem() =>
        Should.Throw<InvalidOptionsException>(() => new ParetoNbd(0, 1, double.NaN, 2)).Problems.Count.ShouldBe(2);
}
