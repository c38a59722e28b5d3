using Tessera.Simulation.Randomness;
using Tessera.Simulation.Tests.Support;

namespace Tessera.Simulation.Tests.Randomness;

public sealed class RandomStreamTests
{
    /// <summary>Output of Blackman and Vigna's reference implementation (xoshiro256starstar.c) for the state 1, 2, 3, 4.</summary>
    [Fact]
    public void NextBits_StateOneToFour_IsThePublishedSequence()
    {
        var stream = RandomStream.FromState(1, 2, 3, 4);

        var output = new ulong[10];
        for (var i = 0; i < output.Length; i++)
        {
            output[i] = stream.NextBits();
        }

        output.ShouldBe(
        [
            11520, 0, 1509978240, 1215971899390074240, 1216172134540287360, 607988272756665600,
            16172922978634559625, 8476171486693032832, 10595114339597558777, 2904607092377533576,
        ]);
    }

    [Fact]
    public void NextDouble_IsUniform()
    {
        var stream = new RandomStream(1);
        var sample = new double[20_000];
        foreach (ref var value in sample.AsSpan())
        {
            value = stream.NextDouble();
        }

        GoodnessOfFit.ShouldFollow(sample, x => x);
        sample.ShouldAllBe(value => value >= 0 && value < 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(17)]
    public void NextInt_AnyBound_IsUniformBelowIt(int bound)
    {
        var stream = new RandomStream(2);
        var sample = new int[20_000];
        foreach (ref var value in sample.AsSpan())
        {
            value = stream.NextInt(bound);
        }

        sample.ShouldAllBe(value => value >= 0 && value < bound);
        if (bound > 1)
        {
            GoodnessOfFit.ShouldFollow(sample, k => k < bound ? 1.0 / bound : 0);
        }
    }

    [Fact]
    public void NextInt_BoundZero_IsRefused() => Should.Throw<ArgumentOutOfRangeException>(() => new RandomStream(1).NextInt(0));

    [Fact]
    public void NextOpenDouble_NeverReachesAnEnd()
    {
        var stream = new RandomStream(3);
        for (var i = 0; i < 100_000; i++)
        {
            stream.NextOpenDouble().ShouldBeInRange(double.Epsilon, 1 - 1e-17);
        }
    }

    /// <summary>Neighbouring keys, as customers and days have them, must not give related streams.</summary>
    [Fact]
    public void Stream_NeighbouringKeys_AreUncorrelated()
    {
        var keys = new StreamKeys(1, 1);
        var sample = new double[20_000];
        for (var i = 0; i < sample.Length; i++)
        {
            var left = keys.Stream(StreamPurpose.MemberDay, i, 10).NextDouble();
            var right = keys.Stream(StreamPurpose.MemberDay, i + 1, 10).NextDouble();
            sample[i] = 12 * (left - 0.5) * (right - 0.5);
        }

        GoodnessOfFit.MeanShouldBe(sample, 0);
    }

    [Fact]
    public void Stream_FirstDrawsOfManyKeys_AreUniform()
    {
        var keys = new StreamKeys(7, 2);
        var sample = Enumerable.Range(0, 20_000).Select(i => keys.Stream(StreamPurpose.Purchase, 5, i).NextDouble());

        GoodnessOfFit.ShouldFollow(sample, x => x);
    }

    [Fact]
    public void Key_AnyPartDiffers_GivesAnotherKey()
    {
        ulong[] made =
        [
            new StreamKeys(1, 1).Key(StreamPurpose.MemberDay, 3, 4), new StreamKeys(2, 1).Key(StreamPurpose.MemberDay, 3, 4),
            new StreamKeys(1, 2).Key(StreamPurpose.MemberDay, 3, 4), new StreamKeys(1, 1).Key(StreamPurpose.AccountDay, 3, 4),
            new StreamKeys(1, 1).Key(StreamPurpose.MemberDay, 4, 3), new StreamKeys(1, 1).Key(StreamPurpose.MemberDay, 3, -4),
        ];

        made.Distinct().Count().ShouldBe(made.Length);
    }
}
