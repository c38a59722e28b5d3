using Tessera.Learning.Privacy;

namespace Tessera.Learning.Tests.Privacy;

/// <summary>
/// The mechanisms draw from exactly the distributions that were proved to be private. Chi-squared statistics are held against the value that
/// chance exceeds once in 10,000 times (30 degrees of freedom: 67.6); seeds are fixed.
/// </summary>
public sealed class PrivacyMechanismTests
{
    private const int Draws = 60_000;
    private const double ChiSquaredLimit = 67.6;

    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(3, 2.0)]
    [InlineData(1, 0.2)]
    public void DiscreteLaplace_ManyDraws_HaveTheirProbabilities(long sensitivity, double epsilon)
    {
        var mechanism = new PrivacyMechanism(new Random(5));
        var ratio = Math.Exp(-epsilon / sensitivity);

        var statistic = ChiSquared(() => mechanism.DiscreteLaplace(1000, sensitivity, epsilon) - 1000, z => (1 - ratio) / (1 + ratio) * Math.Pow(ratio, Math.Abs(z)));

        statistic.ShouldBeLessThan(ChiSquaredLimit);
    }

    [Theory]
    [InlineData(1, 0.125)]
    [InlineData(2, 0.05)]
    [InlineData(1, 3.0)]
    public void DiscreteGaussian_ManyDraws_HaveTheirProbabilities(long sensitivity, double rho)
    {
        var mechanism = new PrivacyMechanism(new Random(6));
        var variance = sensitivity * sensitivity / (2 * rho);
        var total = Enumerable.Range(-400, 801).Sum(z => Math.Exp(-z * z / (2 * variance)));

        var statistic = ChiSquared(() => mechanism.DiscreteGaussian(-7, sensitivity, rho) + 7, z => Math.Exp(-z * z / (2 * variance)) / total);

        statistic.ShouldBeLessThan(ChiSquaredLimit);
    }

    [Fact]
    public void DiscreteGaussian_LargeNoise_HasItsVariance()
    {
        // σ = 1000: over 4,000 draws the estimated variance is off by more than 10 % less than once in 100,000 times.
        var mechanism = new PrivacyMechanism(new Random(8));
        var rho = PrivacyBudget.CostOfGaussian(1, 1000);

        var squares = Enumerable.Range(0, 4000).Average(_ => Math.Pow(mechanism.DiscreteGaussian(0, 1, rho), 2));

        squares.ShouldBeInRange(0.9e6, 1.1e6);
    }

    [Fact]
    public void Exponential_ManyDraws_HaveTheirProbabilities()
    {
        var mechanism = new PrivacyMechanism(new Random(7));
        long[] utilities = [10, 12, 9, 12, -400];
        var weights = utilities.Select(utility => Math.Exp(0.7 * utility / (2 * 2))).ToArray();

        var counts = new int[utilities.Length];
        for (var i = 0; i < Draws; i++)
        {
            counts[mechanism.Exponential(utilities, 2, 0.7)]++;
        }

        counts[4].ShouldBe(0);
        for (var i = 0; i < 4; i++)
        {
            var expected = weights[i] / weights.Sum();
            (Math.Abs(counts[i] - (Draws * expected)) / Math.Sqrt(Draws * expected * (1 - expected))).ShouldBeLessThan(4.5);
        }
    }

    [Fact]
    public void LaplaceAndGaussian_Results_LieOnTheGridAroundTheValue()
    {
        var mechanism = new PrivacyMechanism(new Random(9));
        var laplace = Enumerable.Range(0, 20_000).Select(_ => mechanism.Laplace(123.4, 10, 1, 0.5)).ToArray();
        var gaussian = Enumerable.Range(0, 20_000).Select(_ => mechanism.Gaussian(123.4, 10, 0.5, 0.5)).ToArray();

        laplace.ShouldAllBe(value => value * 2 == Math.Round(value * 2));
        laplace.Average().ShouldBe(123.5, 0.6); // standard deviation √2 · 10.5 / √20000 = 0.105
        gaussian.Average().ShouldBe(123.5, 0.45); // standard deviation 10.5 / √20000 = 0.074
        Math.Sqrt(gaussian.Average(value => (value - 123.5) * (value - 123.5))).ShouldBeInRange(10.2, 10.8);
    }

    [Fact]
    public void Mechanism_WithoutSeed_DiffersFromCallToCall()
    {
        var mechanism = new PrivacyMechanism();

        Enumerable.Range(0, 20).Select(_ => mechanism.DiscreteLaplace(0, 1, 0.01)).Distinct().Count().ShouldBeGreaterThan(5);
    }

    [Fact]
    public void Parameters_OutOfRange_AreRefused()
    {
        var mechanism = new PrivacyMechanism(new Random(1));

        Should.Throw<InvalidOptionsException>(() => mechanism.DiscreteLaplace(1, 0, 1));
        Should.Throw<InvalidOptionsException>(() => mechanism.DiscreteLaplace(1, 1, 0));
        Should.Throw<InvalidOptionsException>(() => mechanism.DiscreteGaussian(1, 1, double.NaN));
        Should.Throw<InvalidOptionsException>(() => mechanism.Laplace(double.NaN, 1, 1, 1));
        Should.Throw<ArgumentException>(() => mechanism.Exponential([], 1, 1));
    }

    private static double ChiSquared(Func<long> draw, Func<long, double> probability)
    {
        // 31 cells: −15 … 15, with everything further out in the outermost ones; cells too rare to count are joined to them too.
        var reach = 15;
        while (reach > 1 && Draws * probability(reach) < 10)
        {
            reach--;
        }

        var counts = new double[(2 * reach) + 1];
        for (var i = 0; i < Draws; i++)
        {
            counts[Math.Clamp(draw(), -reach, reach) + reach]++;
        }

        var outer = (1 - Enumerable.Range(-reach + 1, (2 * reach) - 1).Sum(z => probability(z))) / 2;
        return counts.Select((count, i) =>
        {
            var expected = Draws * (Math.Abs(i - reach) == reach ? outer : probability(i - reach));
            return (count - expected) * (count - expected) / expected;
        }).Sum();
    }
}
