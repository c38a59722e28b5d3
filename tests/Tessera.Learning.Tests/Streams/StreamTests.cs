using Tessera.Learning.Data;
using Tessera.Learning.Streams;

namespace Tessera.Learning.Tests.Streams;

public sealed class StreamTests
{
    [Fact]
    public void FtrlProximal_Learn_IsTheAlgorithmOfThePaper()
    {
        var options = new FtrlOptions { Alpha = 0.3, Beta = 0.7, L1 = 0.2, L2 = 0.5 };
        var learner = new FtrlProximal(options);
        var (z, n) = (new double[4], new double[4]);
        var random = new SeededRandom(5);
        for (var row = 0; row < 300; row++)
        {
            (int Input, double Value)[] inputs = [(0, 1), (1 + random.NextInt(3), random.NextNormal())];
            var target = random.NextDouble() < (inputs[1].Value > 0 ? 0.8 : 0.3);

            // McMahan et al. (2013), algorithm 1, line by line.
            double W(int i) => Math.Abs(z[i]) <= 0.2 ? 0 : -1 / (((0.7 + Math.Sqrt(n[i])) / 0.3) + 0.5) * (z[i] - (Math.Sign(z[i]) * 0.2));
            var w = inputs.Select(input => W(input.Input)).ToArray();
            var p = 1 / (1 + Math.Exp(-inputs.Select((input, i) => w[i] * input.Value).Sum()));
            learner.Learn(inputs, target).ShouldBe(p, 1e-12);
            for (var i = 0; i < 2; i++)
            {
                var g = (p - (target ? 1 : 0)) * inputs[i].Value;
                var sigma = (Math.Sqrt(n[inputs[i].Input] + (g * g)) - Math.Sqrt(n[inputs[i].Input])) / 0.3;
                z[inputs[i].Input] += g - (sigma * w[i]);
                n[inputs[i].Input] += g * g;
            }
        }

        learner.Rows.ShouldBe(300);
        learner.Weight(99).ShouldBe(0);
    }

    [Fact]
    public void FtrlProximal_ManyRows_FindsTheTruthAndLeavesNoiseAtZero()
    {
        var random = new SeededRandom(6);
        var learner = new FtrlProximal(new FtrlOptions { Alpha = 0.5, L1 = 30 });
        for (var row = 0; row < 40_000; row++)
        {
            var (x, noise) = (random.NextNormal(), random.NextNormal());
            learner.Learn([(0, 1), (1, x), (2, noise)], random.NextDouble() < 1 / (1 + Math.Exp(0.5 - (1.5 * x))));
        }

        learner.Weight(0).ShouldBe(-0.5, 0.1);
        learner.Weight(1).ShouldBe(1.5, 0.15);
        Math.Abs(learner.Weight(2)).ShouldBeLessThan(0.05);
    }

    [Fact]
    public void AdaptiveMean_HalfLife_HalvesTheWeight()
    {
        var mean = new AdaptiveMean(2);
        foreach (var value in new[] { 4.0, 0, 0 })
        {
            mean.Add(value);
        }

        // Weights ½, √½ and 1.
        mean.Value.ShouldBe(2 / (0.5 + Math.Sqrt(0.5) + 1), 1e-12);
        new AdaptiveMean(1).Value.ShouldBe(double.NaN);
    }

    [Fact]
    public void AdaptiveWindow_MeanThatChanges_IsNoticedSoonAndOneThatDoesNotIsNot()
    {
        var random = new SeededRandom(8);
        var window = new AdaptiveWindow();
        for (var i = 0; i < 20_000; i++)
        {
            window.Add(random.NextDouble() < 0.2 ? 1 : 0);
        }

        window.Drifts.ShouldBe(0);
        window.Width.ShouldBe(20_000);
        window.Mean.ShouldBe(0.2, 0.015);
        var after = 0;
        while (!window.Add(random.NextDouble() < 0.5 ? 1 : 0))
        {
            after++;
        }

        after.ShouldBeLessThan(300);
        for (var i = 0; i < 2000; i++)
        {
            window.Add(random.NextDouble() < 0.5 ? 1 : 0);
        }

        window.Mean.ShouldBe(0.5, 0.05);
        window.Width.ShouldBeLessThan(4000);
    }

    [Fact]
    public void PageHinkley_Rise_IsNoticedAndNoiseIsNot()
    {
        var random = new SeededRandom(9);
        var detector = new PageHinkley(0.1, 30);
        Enumerable.Range(0, 5000).Count(_ => detector.Add(random.NextNormal())).ShouldBe(0);
        var after = 0;
        while (!detector.Add(1 + random.NextNormal()))
        {
            after++;
        }

        after.ShouldBeInRange(5, 150);
        detector.Rows.ShouldBe(0);
    }

    [Fact]
    public void PopulationStability_KnownShares_IsAsByHand()
    {
        PopulationStability.OfCounts([50, 30, 20], [20, 30, 50]).ShouldBe((-0.3 * Math.Log(0.2 / 0.5)) + (0.3 * Math.Log(0.5 / 0.2)), 1e-12);
        var random = new SeededRandom(10);
        double[] before = [.. Enumerable.Range(0, 20_000).Select(_ => random.NextNormal())];
        double[] same = [.. Enumerable.Range(0, 20_000).Select(_ => random.NextNormal())];
        double[] moved = [.. same.Select(value => value + 1)];
        PopulationStability.Of(before, same).ShouldBeLessThan(0.01);
        // Of two normals one deviation apart the divergence is 1; bins keep most of it.
        PopulationStability.Of(before, moved, 50).ShouldBe(1, 0.1);
        PopulationStability.Of(before, [.. same.Select((value, i) => i % 3 == 0 ? double.NaN : value)]).ShouldBeGreaterThan(0.5);
    }
}
