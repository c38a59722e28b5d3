using Tessera.Learning.Lifetime;

namespace Tessera.Learning.Tests.Lifetime;

/// <summary>
/// From simulated customers the estimators find the parameters that made them. An estimate more than four standard errors away happens by
/// chance once in 16,000 parameters; seeds are fixed.
/// </summary>
public sealed class ParameterRecoveryTests
{
    public static TheoryData<string, double[]> Truths => new()
    {
        { "bg-nbd", [0.6, 6, 0.8, 2.5] },
        { "bg-nbd", [2, 10, 1.5, 9] },
        { "mbg-nbd", [0.6, 6, 0.8, 2.5] },
        { "pareto-nbd", [0.553, 10.578, 0.606, 11.669] },
        { "pareto-nbd", [1.5, 6, 2.5, 60] },
    };

    [Theory]
    [MemberData(nameof(Truths))]
    public void Fit_SimulatedCustomers_FindsTheTruthWithinItsStandardErrors(string name, double[] truth)
    {
        ILifetimeModel population = name switch
        {
            "pareto-nbd" => new ParetoNbd(truth[0], truth[1], truth[2], truth[3]),
            "mbg-nbd" => new BetaGeometricNbd(BetaGeometricVariant.Modified, truth[0], truth[1], truth[2], truth[3]),
            _ => new BetaGeometricNbd(BetaGeometricVariant.Original, truth[0], truth[1], truth[2], truth[3]),
        };
        var random = new Random(20_250_101);
        var histories = PurchaseHistories.Collapse(Enumerable.Range(0, 20_000).Select(_ => population.Simulate(20 + (60 * random.NextDouble()), random)));

        var model = LifetimeModelSelector.Estimators[name].Fit(histories);

        model.Name.ShouldBe(name);
        for (var i = 0; i < truth.Length; i++)
        {
            var parameter = model.Parameters[i];
            var error = parameter.StandardError.ShouldNotBeNull();
            (error / parameter.Value).ShouldBeInRange(0.001, 0.35, parameter.Name);
            (Math.Abs(parameter.Value - truth[i]) / error).ShouldBeLessThan(4, $"{parameter.Name} = {parameter.Value} ± {error}, truth {truth[i]}");
        }
    }

    [Fact]
    public void Simulate_ManyCustomers_BuyAsOftenAsExpected()
    {
        var random = new Random(5);
        foreach (var model in new ILifetimeModel[]
        {
            new BetaGeometricNbd(BetaGeometricVariant.Original, 0.6, 6, 0.8, 2.5),
            new BetaGeometricNbd(BetaGeometricVariant.Modified, 0.6, 6, 0.8, 2.5),
            new BetaGeometricNbd(BetaGeometricVariant.Original, 0.6, 6, 1, 2.5),
            new ParetoNbd(0.6, 6, 0.8, 25),
            new ParetoNbd(0.6, 6, 1, 25),
            new Nbd(0.6, 6),
        })
        {
            var counts = Enumerable.Range(0, 200_000).Select(_ => (double)model.Simulate(30, random).Frequency).ToArray();
            var mean = counts.Average();
            var error = Math.Sqrt(counts.Average(count => (count - mean) * (count - mean)) / counts.Length);

            (Math.Abs(mean - model.ExpectedPurchases(30)) / error).ShouldBeLessThan(4.5, model.Name);
        }
    }
}
