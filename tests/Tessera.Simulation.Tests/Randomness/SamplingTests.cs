using Tessera.Simulation.Randomness;
using Tessera.Simulation.Tests.Support;

namespace Tessera.Simulation.Tests.Randomness;

public sealed class SamplingTests
{
    private const int Size = 20_000;

    private delegate T Draw<out T>(ref RandomStream random);

    [Fact]
    public void Normal_FollowsItsDistribution() =>
        GoodnessOfFit.ShouldFollow(Sample((ref RandomStream random) => random.Normal(3, 2)), x => ReferenceDistributions.NormalCdf((x - 3) / 2));

    [Fact]
    public void Exponential_FollowsItsDistribution() =>
        GoodnessOfFit.ShouldFollow(Sample((ref RandomStream random) => random.Exponential(0.4)), x => 1 - Math.Exp(-0.4 * x));

    [Theory]
    [InlineData(0.2, 3)]
    [InlineData(0.606, 11.669)]
    [InlineData(1, 1)]
    [InlineData(4.5, 0.5)]
    [InlineData(60, 2)]
    public void Gamma_FollowsItsDistribution(double shape, double rate) => GoodnessOfFit.ShouldFollow(
        Sample((ref RandomStream random) => random.Gamma(shape, rate)), x => ReferenceDistributions.GammaCdf(shape, x * rate));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 5)]
    [InlineData(7, 1.5)]
    public void Beta_FollowsItsDistribution(double a, double b) => GoodnessOfFit.ShouldFollow(
        Sample((ref RandomStream random) => random.Beta(a, b), 4000), x => ReferenceDistributions.BetaCdf(a, b, x));

    [Fact]
    public void LogNormal_FollowsItsDistribution() => GoodnessOfFit.ShouldFollow(
        Sample((ref RandomStream random) => random.LogNormal(30, 0.7)), x => ReferenceDistributions.NormalCdf(Math.Log(x / 30) / 0.7));

    /// <summary>Each share of a Dirichlet draw is Beta(αᵢ, α₀ − αᵢ), and the shares add up to one.</summary>
    [Fact]
    public void Dirichlet_SharesFollowTheirBetas()
    {
        double[] concentrations = [1.5, 2.5, 1];
        var random = new RandomStream(5);
        var shares = new double[3];
        var second = new double[4000];
        foreach (ref var value in second.AsSpan())
        {
            random.Dirichlet(concentrations, shares);
            shares.Sum().ShouldBe(1, 1e-12);
            value = shares[1];
        }

        GoodnessOfFit.ShouldFollow(second, x => ReferenceDistributions.BetaCdf(2.5, 2.5, x));
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(4.2)]
    [InlineData(11.9)]
    [InlineData(12.5)]
    [InlineData(85)]
    public void Poisson_FollowsItsDistribution(double mean) => GoodnessOfFit.ShouldFollow(
        Sample((ref RandomStream random) => random.Poisson(mean)), k => ReferenceDistributions.PoissonProbability(mean, k));

    [Theory]
    [InlineData(2.4, 1.5)]
    [InlineData(9, 0.6)]
    public void NegativeBinomial_FollowsItsDistribution(double mean, double shape) => GoodnessOfFit.ShouldFollow(
        Sample((ref RandomStream random) => random.NegativeBinomial(mean, shape)),
        k => ReferenceDistributions.NegativeBinomialProbability(mean, shape, k));

    [Fact]
    public void Geometric_FollowsItsDistribution() => GoodnessOfFit.ShouldFollow(
        Sample((ref RandomStream random) => random.Geometric(0.3)), k => 0.3 * Math.Pow(0.7, k));

    [Fact]
    public void Counts_MeanZero_AreZero()
    {
        var random = new RandomStream(1);
        random.Poisson(0).ShouldBe(0);
        random.NegativeBinomial(0, 1).ShouldBe(0);
        random.Geometric(1).ShouldBe(0);
    }

    [Fact]
    public void WeightedChoice_FollowsItsWeights()
    {
        double[] weights = [5, 0, 1, 3, 0.5];
        var choice = new WeightedChoice(weights);

        GoodnessOfFit.ShouldFollow(Sample((ref RandomStream random) => choice.Draw(ref random)), k => k < 5 ? weights[k] / 9.5 : 0);
    }

    [Fact]
    public void WeightedChoice_NoPositiveWeight_IsRefused() => Should.Throw<ArgumentException>(() => new WeightedChoice(0, 0));

    [Fact]
    public void WeightedChoice_NegativeWeight_IsRefused() => Should.Throw<ArgumentOutOfRangeException>(() => new WeightedChoice(1, -1));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(5, 4.7874917427820458)]
    [InlineData(30, 74.658236348830158)]
    public void LogFactorial_KnownValues_AreMet(double k, double expected) => CountSampling.LogFactorial(k).ShouldBe(expected, 1e-11);

    private static T[] Sample<T>(Draw<T> draw, int size = Size)
    {
        var random = new RandomStream(20_250_101);
        var sample = new T[size];
        foreach (ref var value in sample.AsSpan())
        {
            value = draw(ref random);
        }

        return sample;
    }
}
