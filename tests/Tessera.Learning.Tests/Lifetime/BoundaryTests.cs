using Tessera.Learning.Lifetime;
using Tessera.Learning.Tests.Support;

namespace Tessera.Learning.Tests.Lifetime;

/// <summary>Parameters that run to a boundary are recognised, and what replaces them is said.</summary>
public sealed class BoundaryTests
{
    public static TheoryData<string> Models => ["bg-nbd", "mbg-nbd", "pareto-nbd"];

    [SkippableTheory]
    [MemberData(nameof(Models))]
    public void Fit_OnlineRetailWithoutMeasurableDropout_IsTheLimitingNbdAndSaysSo(string name)
    {
        var log = OnlineRetail.Log();
        var model = LifetimeModelSelector.Estimators[name].Fit(log.Calibration());

        model.Name.ShouldBe("nbd");
        Math.Round(model.ParameterValue("r"), 4).ShouldBe(0.7442);
        Math.Round(model.ParameterValue("alpha"), 4).ShouldBe(9.0474);
        Math.Round(model.LogLikelihood, 2).ShouldBe(-15325.46);
        model.Warnings.ShouldHaveSingleItem().ShouldContain("No dropout can be seen");
        model.Convergence.Converged.ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Fit_EverybodyBuysAtTheSameRate_SaysThatRatesDoNotDiffer(string name)
    {
        var random = new Random(7);
        var histories = PurchaseHistories.Collapse(Enumerable.Range(0, 3000).Select(_ => ConstantRate(0.3, 0.02, 50, random)));

        var model = LifetimeModelSelector.Estimators[name].Fit(histories);

        model.Convergence.Converged.ShouldBeTrue();
        (model.ParameterValue("r") / model.ParameterValue("alpha")).ShouldBeInRange(0.28, 0.32);
        model.Warnings.ShouldContain(warning => warning.Contains("alpha", StringComparison.Ordinal) && warning.Contains("bound", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Fit_ManyCustomersWithExtremeCounts_Converges(string name)
    {
        // A few resellers with thousands of purchases among 289 thousand customers, most of whom came once.
        var random = new Random(11);
        var truth = new ParetoNbd(0.12, 20, 0.35, 30);
        var customers = Enumerable.Range(0, 289_000).Select(_ =>
        {
            var history = truth.Simulate(7 * random.Next(1, 150), random);
            return history with { Recency = Math.Ceiling(history.Recency) };
        }).Concat(Enumerable.Range(0, 20).Select(i => new PurchaseHistory(1000 + (500 * i), 1044.9, 1045)));
        var histories = PurchaseHistories.Collapse(customers);

        var model = LifetimeModelSelector.Estimators[name].Fit(histories);

        model.Convergence.Converged.ShouldBeTrue(model.Convergence.Reason);
        model.Name.ShouldBe(name);
        model.Parameters.ShouldAllBe(parameter => parameter.StandardError > 0 && parameter.StandardError < parameter.Value);
        model.ExpectedPurchases(52, new PurchaseHistory(10_500, 1044.9, 1045)).ShouldBeInRange(400, 600);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Fit_NobodyCameBack_IsNotEstimable(string name)
    {
        var histories = PurchaseHistories.Collapse(Enumerable.Repeat(new PurchaseHistory(0, 0, 10), 50));

        Should.Throw<NotEstimableException>(() => LifetimeModelSelector.Estimators[name].Fit(histories)).Message.ShouldContain("bought a second time");
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Fit_ThreeCustomers_IsNotEstimable(string name)
    {
        var histories = PurchaseHistories.Collapse(Enumerable.Repeat(new PurchaseHistory(2, 5, 10), 3));

        Should.Throw<NotEstimableException>(() => LifetimeModelSelector.Estimators[name].Fit(histories)).Message.ShouldContain("only 3.");
    }

    private static PurchaseHistory ConstantRate(double rate, double leaves, double age, Random random)
    {
        var (frequency, recency) = (0, 0.0);
        for (var time = Gap(); time <= age; time += Gap())
        {
            (frequency, recency) = (frequency + 1, time);
            if (random.NextDouble() < leaves)
            {
                break;
            }
        }

        return new(frequency, recency, age);

        double Gap() => -Math.Log(1 - random.NextDouble()) / rate;
    }
}
