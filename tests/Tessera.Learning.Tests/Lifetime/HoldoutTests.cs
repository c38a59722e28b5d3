using Tessera.Learning.Lifetime;
using Tessera.Learning.Tests.Support;

namespace Tessera.Learning.Tests.Lifetime;

public sealed class HoldoutTests
{
    [SkippableFact]
    public void Of_CdnowHoldout_PredictsTheTotalNearly()
    {
        var log = Cdnow.Log();
        foreach (var name in new[] { "bg-nbd", "pareto-nbd" })
        {
            var model = LifetimeModelSelector.Estimators[name].Fit(log.Calibration());
            var evaluation = HoldoutEvaluation.Of(model, log);

            log.HoldoutLength.ShouldBe(39);
            evaluation.ActualTotal.ShouldBe(1882);
            (evaluation.PredictedTotal / evaluation.ActualTotal).ShouldBeInRange(0.85, 1);

            // Fader, Hardie and Lee (2005), section 4: the correlations of actual and expected purchases are .626 and .630.
            Math.Round(evaluation.Correlation!.Value, 3).ShouldBe(name == "bg-nbd" ? 0.626 : 0.630);
        }
    }

    [Fact]
    public void Choose_DataFromOneModel_ChoosesIt()
    {
        var random = new Random(99);
        var truth = new BetaGeometricNbd(BetaGeometricVariant.Modified, 2, 4, 1, 1.2);
        var customers = Enumerable.Range(0, 8000).Select(_ => truth.Simulate(60, random));

        var choice = new LifetimeModelSelector().Fit(PurchaseHistories.Collapse(customers));

        choice.Model.Name.ShouldBe("mbg-nbd");
        choice.Candidates.Count.ShouldBe(3);
        choice.Reason.ShouldContain("mbg-nbd gives customers left out");
    }

    [SkippableFact]
    public void Choose_CdnowHoldout_RanksByPredictiveLikelihood()
    {
        var log = Cdnow.Log();
        var choice = new LifetimeModelSelector().Fit(log);

        foreach (var candidate in choice.Candidates)
        {
            candidate.HoldoutLogLikelihood!.Value.ShouldBe(HoldoutEvaluation.Of(candidate.Model!, log).LogLikelihood, 1e-9);
        }

        choice.Candidates.Select(candidate => candidate.HoldoutLogLikelihood!.Value).ShouldBeInOrder(SortDirection.Descending);
        choice.Model.ShouldBeSameAs(choice.Candidates[0].Model);
    }

    [Fact]
    public void Of_NoHoldout_IsNotEstimable()
    {
        var log = PurchaseLog.Summarise([new("a", new DateTime(2025, 1, 1)), new("a", new DateTime(2025, 1, 9))]);

        Should.Throw<NotEstimableException>(() => HoldoutEvaluation.Of(new Nbd(1, 1), log)).Message.ShouldContain("2025-01-09");
    }

    [Fact]
    public void Intervals_SimulatedCustomers_CoverTheTruthAndAreAsWideAsTheStandardErrors()
    {
        var random = new Random(12);
        var truth = new BetaGeometricNbd(BetaGeometricVariant.Original, 0.6, 6, 0.8, 2.5);
        var histories = PurchaseHistories.Collapse(Enumerable.Range(0, 3000).Select(_ => truth.Simulate(60, random)));
        var estimator = new BetaGeometricNbdEstimator();
        var model = estimator.Fit(histories);
        var quantities = new Dictionary<string, Func<ILifetimeModel, double>>(StringComparer.Ordinal)
        {
            ["r"] = fitted => fitted.ParameterValue("r"),
            ["year"] = fitted => fitted.ExpectedPurchases(52),
        };

        var intervals = new ParametricBootstrap(new() { Replicates = 100, Seed = 4 }).Intervals(model, estimator, histories, quantities);
        var again = new ParametricBootstrap(new() { Replicates = 100, Seed = 4 }).Intervals(model, estimator, histories, quantities);

        again.ShouldBe(intervals);
        intervals[0].Lower.ShouldBeLessThan(0.6);
        intervals[0].Upper.ShouldBeGreaterThan(0.6);
        intervals[1].Lower.ShouldBeLessThan(truth.ExpectedPurchases(52));
        intervals[1].Upper.ShouldBeGreaterThan(truth.ExpectedPurchases(52));
        var width = (intervals[0].Upper - intervals[0].Lower) / (2 * 1.96 * model.Parameters[0].StandardError!.Value);
        width.ShouldBeInRange(0.75, 1.3);
    }
}
