using Tessera.Learning.Privacy;
using Tessera.Learning.Tests.Support;

namespace Tessera.Learning.Tests.Privacy;

public sealed class PrivacyBudgetTests
{
    [Fact]
    public void Spend_Costs_AddUpUntilNothingIsLeft()
    {
        var budget = new PrivacyBudget(1);

        var spent = budget.Spend(PrivacyBudget.CostOfGaussian(1, 1)).Spend(PrivacyBudget.CostOfPure(0.8)).Spend(PrivacyBudget.CostOfExponential(0.8));

        spent.Spent.ShouldBe(0.5 + 0.32 + 0.08, 1e-12);
        budget.Spent.ShouldBe(0);
        Should.Throw<InvalidOperationException>(() => spent.Spend(0.11)).Message.ShouldContain("0.1 of 1 is left");
        spent.Spend(0.1).Left.ShouldBe(0, 1e-12);
    }

    [Theory]
    [InlineData(0.1, 1e-6)]
    [InlineData(0.5, 1e-5)]
    [InlineData(2, 1e-9)]
    public void EpsilonOf_IsTighterThanTheSimpleBoundAndNotBelowTheGaussiansOwn(double rho, double delta)
    {
        var epsilon = PrivacyBudget.EpsilonOf(rho, delta);

        // Bun and Steinke (2016), proposition 1.3: ρ + 2 √(ρ ln(1/δ)).
        epsilon.ShouldBeLessThan(rho + (2 * Math.Sqrt(rho * Math.Log(1 / delta))));

        // Balle and Wang (2018), theorem 8: the exact δ of Gaussian noise, which is ρ-concentrated, is no larger than promised, and not far from it.
        var mean = Math.Sqrt(2 * rho);
        var exact = Phi((mean / 2) - (epsilon / mean)) - (Math.Exp(epsilon) * Phi((-mean / 2) - (epsilon / mean)));
        exact.ShouldBeLessThanOrEqualTo(delta);
        exact.ShouldBeGreaterThan(delta / 30);

        static double Phi(double x) => MathNet.Numerics.Distributions.Normal.CDF(0, 1, x);
    }

    [Fact]
    public void For_EpsilonAndDelta_IsTheInverse()
    {
        var budget = PrivacyBudget.For(1, 1e-6);

        PrivacyBudget.EpsilonOf(budget.Limit, 1e-6).ShouldBeRelatively(1, 1e-9);
        budget.Limit.ShouldBeInRange(0.015, 0.03);
    }

    [Fact]
    public void Budget_OutOfRange_IsRefused()
    {
        Should.Throw<InvalidOptionsException>(() => new PrivacyBudget(0));
        Should.Throw<InvalidOptionsException>(() => new PrivacyBudget(1).Spend(-1));
        Should.Throw<InvalidOptionsException>(() => PrivacyBudget.EpsilonOf(1, 0));
    }
}
