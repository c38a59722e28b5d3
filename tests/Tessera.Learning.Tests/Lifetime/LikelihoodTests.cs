using Tessera.Learning.Lifetime;
using Tessera.Learning.Numerics;
using Tessera.Learning.Tests.Lifetime.Reference;
using Tessera.Learning.Tests.Support;

namespace Tessera.Learning.Tests.Lifetime;

/// <summary>Every likelihood equals the plain integral over its assumptions, and its gradient the differences of its values.</summary>
public sealed class LikelihoodTests
{
    private static readonly PurchaseHistory[] Customers =
    [
        new(0, 0, 39), new(1, 1.7, 38.9), new(2, 30.4, 38.9), new(7, 12.5, 31.2), new(26, 30.86, 31), new(3, 27, 27), new(0, 0, 2),
    ];

    public static TheoryData<double, double, double, double> Parameters => new()
    {
        { 0.243, 4.414, 0.793, 2.426 },
        { 0.553, 10.578, 0.606, 11.669 },
        { 2.5, 30, 1, 7.5 },
        { 0.9, 3, 2.2, 90 },
        { 1.4, 12, 0.3, 12 },
    };

    [Theory]
    [MemberData(nameof(Parameters))]
    public void LogLikelihoodOf_OneCustomer_EqualsTheIntegral(double r, double alpha, double third, double fourth)
    {
        foreach (var customer in Customers)
        {
            var histories = PurchaseHistories.Collapse([customer]);
            new Nbd(r, alpha).LogLikelihoodOf(histories)
                .ShouldBeRelatively(IntegratedLikelihood.Nbd(r, alpha, customer), 1e-9, $"nbd {customer}");
            new BetaGeometricNbd(BetaGeometricVariant.Original, r, alpha, third, fourth).LogLikelihoodOf(histories)
                .ShouldBeRelatively(IntegratedLikelihood.BetaGeometric(r, alpha, third, fourth, customer, 0), 1e-9, $"bg-nbd {customer}");
            new BetaGeometricNbd(BetaGeometricVariant.Modified, r, alpha, third, fourth).LogLikelihoodOf(histories)
                .ShouldBeRelatively(IntegratedLikelihood.BetaGeometric(r, alpha, third, fourth, customer, 1), 1e-9, $"mbg-nbd {customer}");
            new ParetoNbd(r, alpha, third, fourth).LogLikelihoodOf(histories)
                .ShouldBeRelatively(IntegratedLikelihood.ParetoNbd(r, alpha, third, fourth, customer), 1e-8, $"pareto-nbd {customer}");
        }
    }

    [Theory]
    [MemberData(nameof(Parameters))]
    public void Evaluate_Gradient_EqualsDifferencesOfValues(double r, double alpha, double third, double fourth)
    {
        var histories = PurchaseHistories.Collapse(Customers);
        CheckGradient(new NbdLikelihood(histories), [r, alpha]);
        CheckGradient(new BetaGeometricLikelihood(histories, 0), [r, alpha, third, fourth]);
        CheckGradient(new BetaGeometricLikelihood(histories, 1), [r, alpha, third, fourth]);
        CheckGradient(new ParetoNbdLikelihood(histories), [r, alpha, third, fourth]);
        CheckGradient(new GammaGammaLikelihood([new(1, 12.5), new(4, 33), new(20, 7.25)]), [r + 1, third + 1, fourth]);
    }

    [Theory]
    [InlineData(6.25, 3.74, 15.44)]
    [InlineData(0.8, 1.2, 3)]
    public void GammaGamma_OneCustomer_EqualsTheIntegral(double p, double q, double gamma)
    {
        foreach (var spend in new SpendHistory[] { new(1, 5), new(3, 35.1), new(12, 80) })
        {
            new GammaGammaLikelihood([spend]).Evaluate([p, q, gamma], new double[3])
                .ShouldBeRelatively(IntegratedLikelihood.GammaGamma(p, q, gamma, spend), 1e-9, spend.ToString());
        }
    }

    [Fact]
    public void LogLikelihoodOf_ExtremeCounts_StaysFinite()
    {
        var histories = PurchaseHistories.Collapse([new(50_000, 1000, 1040), new(12_000, 1, 1040), new(1, 1e-6, 4000)]);

        double.IsFinite(new BetaGeometricNbd(BetaGeometricVariant.Original, 0.2, 5, 0.8, 2).LogLikelihoodOf(histories)).ShouldBeTrue();
        double.IsFinite(new ParetoNbd(0.2, 5, 0.01, 90).LogLikelihoodOf(histories)).ShouldBeTrue();
    }

    [Fact]
    public void LogLikelihoodOf_ManyRows_EqualsTheSumOfOneAtATime()
    {
        // Enough rows for several chunks, so that the parallel path is the one that is compared.
        var random = new Random(3);
        var truth = new BetaGeometricNbd(BetaGeometricVariant.Original, 0.6, 6, 0.8, 2.5);
        PurchaseHistory[] customers = [.. Enumerable.Range(0, 20_000).Select(_ => truth.Simulate(10 + (40 * random.NextDouble()), random))];

        foreach (var model in new ILifetimeModel[] { truth, new ParetoNbd(0.6, 6, 0.8, 25), new Nbd(0.6, 6) })
        {
            model.LogLikelihoodOf(PurchaseHistories.Collapse(customers))
                .ShouldBeRelatively(customers.Sum(customer => model.LogLikelihoodOf(PurchaseHistories.Collapse([customer]))), 1e-12, model.Name);
        }
    }

    private static void CheckGradient(ILogLikelihood likelihood, double[] point)
    {
        var gradient = new double[point.Length];
        likelihood.Evaluate(point, gradient);
        var ignored = new double[point.Length];
        for (var i = 0; i < point.Length; i++)
        {
            // Richardson's extrapolation of two central differences: error of the fourth order.
            var coarse = Difference(i, 1e-3 * point[i]);
            var fine = Difference(i, 5e-4 * point[i]);
            gradient[i].ShouldBeRelatively(((4 * fine) - coarse) / 3, 1e-7, $"{likelihood.GetType().Name} by parameter {i}");
        }

        double Difference(int i, double step)
        {
            var (above, below) = ((double[])point.Clone(), (double[])point.Clone());
            above[i] += step;
            below[i] -= step;
            return (likelihood.Evaluate(above, ignored) - likelihood.Evaluate(below, ignored)) / (2 * step);
        }
    }
}
