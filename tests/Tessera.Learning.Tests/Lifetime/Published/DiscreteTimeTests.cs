using Tessera.Learning.Lifetime;
using Tessera.Learning.Tests.Support;

namespace Tessera.Learning.Tests.Lifetime.Published;

/// <summary>Published fits of the models for contracts and for regular opportunities.</summary>
public sealed class DiscreteTimeTests
{
    [Theory]
    [InlineData(new[] { 1000, 869, 743, 653, 593, 551, 517, 491 }, 0.668, 3.806)]
    [InlineData(new[] { 1000, 631, 468, 382, 326, 289, 262, 241 }, 0.704, 1.182)]
    public void ShiftedBetaGeometric_CohortsOfFaderAndHardie2007_HaveThePrintedParameters(int[] left, double alpha, double beta)
    {
        var model = new ShiftedBetaGeometricEstimator().Fit(left);

        Math.Round(model.Parameters[0].Value, 3).ShouldBe(alpha);
        Math.Round(model.Parameters[1].Value, 3).ShouldBe(beta);
        model.Warnings.ShouldBeEmpty();
        for (var t = 1; t < 8; t++)
        {
            model.Survival(t).ShouldBe(left[t] / 1000.0, 0.02);
            (model.Survival(t) / model.Survival(t - 1)).ShouldBeRelatively(model.Retention(t), 1e-12);
        }

        model.DiscountedLifetime(0, 8, 0).ShouldBeRelatively(Enumerable.Range(0, 8).Sum(model.Survival), 1e-12);
    }

    [Fact]
    public void ShiftedBetaGeometric_ConstantRetention_SaysThatCustomersDoNotDiffer() =>
        new ShiftedBetaGeometricEstimator().Fit([16_000, 8000, 4000, 2000, 1000]).Warnings.ShouldHaveSingleItem().ShouldContain("same in all periods");

    [Fact]
    public void ShiftedBetaGeometric_CohortThatGrowsOrStays_IsRefused()
    {
        Should.Throw<ArgumentException>(() => new ShiftedBetaGeometricEstimator().Fit([100, 80, 90])).Message.ShouldContain("90 customers are left, of 80");
        Should.Throw<NotEstimableException>(() => new ShiftedBetaGeometricEstimator().Fit([100, 100, 100]));
    }

    [Fact]
    public void BetaGeometricBetaBernoulli_DonorsOfFaderHardieAndShang2010_HaveThePrintedParameters()
    {
        // Table 3 of the paper: the 11,104 donors of 1995 by x, t_x and number, over n = 6 years.
        OpportunityHistory[] donors =
        [
            new(6, 6, 6, 1203), new(5, 6, 6, 728), new(4, 6, 6, 512), new(3, 6, 6, 357), new(2, 6, 6, 234), new(1, 6, 6, 129),
            new(5, 5, 6, 335), new(4, 5, 6, 284), new(3, 5, 6, 225), new(2, 5, 6, 173), new(1, 5, 6, 119),
            new(4, 4, 6, 240), new(3, 4, 6, 181), new(2, 4, 6, 155), new(1, 4, 6, 78), new(3, 3, 6, 322), new(2, 3, 6, 255), new(1, 3, 6, 129),
            new(2, 2, 6, 613), new(1, 2, 6, 277), new(1, 1, 6, 1091), new(0, 0, 6, 3464),
        ];

        var model = new BetaGeometricBetaBernoulliEstimator().Fit(donors);

        donors.Sum(each => each.Customers).ShouldBe(11_104);
        model.Parameters.Select(parameter => Math.Round(parameter.Value, 3)).ShouldBe([1.204, 0.750, 0.657, 2.783]);
        Math.Round(model.LogLikelihood, 1).ShouldBe(-33225.6);

        // Table 5: expected donations over the next five years, of those who never gave again and those who always did.
        Math.Round(model.ExpectedPurchases(5, new(0, 0, 6)), 2).ShouldBe(0.07);
        Math.Round(model.ExpectedPurchases(5, new(6, 6, 6)), 2).ShouldBe(3.75);
    }

    [Fact]
    public void BetaGeometricBetaBernoulli_OneCustomer_EqualsTheIntegral()
    {
        var model = new BetaGeometricBetaBernoulli(1.2, 0.75, 0.66, 2.8);
        foreach (var history in new OpportunityHistory[] { new(0, 0, 6), new(2, 3, 6), new(6, 6, 6) })
        {
            // By the middle-point rule over p and θ in their own distributions' square-root scale: what the assumptions say, term by term.
            double likelihood = 0, alive = 0, expected = 0;
            const int points = 2000;
            var (ps, thetas) = (Weights(1.2, 0.75), Weights(0.66, 2.8));
            foreach (var (theta, thetaWeight) in thetas)
            {
                foreach (var (p, pWeight) in ps)
                {
                    var stay = Math.Pow(p, history.Frequency) * Math.Pow(1 - p, 6 - history.Frequency) * Math.Pow(1 - theta, 6);
                    var sum = stay;
                    for (var m = history.LastPurchase; m < 6; m++)
                    {
                        sum += Math.Pow(p, history.Frequency) * Math.Pow(1 - p, m - history.Frequency) * theta * Math.Pow(1 - theta, m);
                    }

                    likelihood += pWeight * thetaWeight * sum;
                    alive += pWeight * thetaWeight * stay * (1 - theta);
                    expected += pWeight * thetaWeight * stay * p * ((1 - theta) + ((1 - theta) * (1 - theta)));
                }
            }

            model.ProbabilityAlive(history).ShouldBeRelatively(alive / likelihood, 1e-4);
            model.ExpectedPurchases(2, history).ShouldBeRelatively(expected / likelihood, 1e-4);

            static (double Value, double Weight)[] Weights(double a, double b)
            {
                // Log odds carry the ends, where the densities rise without bound.
                var raw = Enumerable.Range(0, points / 10).Select(i => -40 + (80 * (i + 0.5) / (points / 10))).Select(odds =>
                {
                    var value = 1 / (1 + Math.Exp(-odds));
                    return (value, weight: Math.Exp((a * Math.Log(value)) + (b * -Math.Log(1 + Math.Exp(odds)))));
                }).ToArray();
                var total = raw.Sum(each => each.weight);
                return [.. raw.Select(each => (each.value, each.weight / total))];
            }
        }
    }

    [Fact]
    public void BetaGeometricBetaBernoulli_HistoriesThatContradictThemselves_AreRefused()
    {
        var model = new BetaGeometricBetaBernoulli(1, 1, 1, 1);

        Should.Throw<ArgumentException>(() => model.ProbabilityAlive(new(3, 2, 6))).Message.ShouldContain("at most one each");
        Should.Throw<ArgumentException>(() => model.ExpectedPurchases(1, new(1, 7, 6))).Message.ShouldContain("7 of 6");
        Should.Throw<NotEstimableException>(() => new BetaGeometricBetaBernoulliEstimator().Fit([new(0, 0, 6, 500)]));
    }
}
