using Tessera.Learning.Privacy;

namespace Tessera.Learning.Tests.Privacy;

public sealed class SecureAggregationTests
{
    private const int Parties = 5;
    private const double Precision = Parties / 16_777_216.0;

    private static readonly double[][] Values = [.. Enumerable.Range(0, Parties).Select(party => Enumerable.Range(0, 11).Select(i => Math.Sin((party * 31) + i) * 1000).ToArray())];

    [Fact]
    public void Sum_AllArrived_IsTheSumOfTheValues()
    {
        var sum = SecureAggregation.Sum(Masked(Enumerable.Range(0, Parties)), new Dictionary<(int, int), byte[]>(), 3);

        for (var i = 0; i < sum.Length; i++)
        {
            sum[i].ShouldBe(Values.Sum(each => each[i]), Precision);
        }
    }

    [Fact]
    public void Sum_OneDroppedOut_IsTheSumOfTheOthersOnceItsSeedsAreRevealed()
    {
        int[] arrived = [0, 1, 3, 4];
        var revealed = arrived.ToDictionary(party => (party, 2), party => Seed(party, 2));

        var sum = SecureAggregation.Sum(Masked(arrived), revealed, 3);
        var unrevealed = SecureAggregation.Sum(Masked(arrived), new Dictionary<(int, int), byte[]>(), 3);

        for (var i = 0; i < sum.Length; i++)
        {
            sum[i].ShouldBe(arrived.Sum(party => Values[party][i]), Precision);
            Math.Abs(unrevealed[i] - sum[i]).ShouldBeGreaterThan(1);
        }
    }

    [Fact]
    public void Mask_OneVector_LooksRandomAndChangesWithTheRound()
    {
        var masked = SecureAggregation.Mask(new double[4000], 0, new Dictionary<int, byte[]> { [1] = Seed(0, 1) }, 1);
        var other = SecureAggregation.Mask(new double[4000], 0, new Dictionary<int, byte[]> { [1] = Seed(0, 1) }, 2);

        // 256,000 fair bits: the share of ones is off by more than 0.5 % less than once in a million times.
        masked.Average(word => System.Numerics.BitOperations.PopCount(word) / 64.0).ShouldBe(0.5, 0.005);
        masked.Zip(other).Count(pair => pair.First == pair.Second).ShouldBe(0);
    }

    [Fact]
    public void FederatedAverage_TwoParties_WeighsByExamplesAndClips()
    {
        double[] common = [1, 1];
        var one = FederatedAverage.Contribution(common, [4, 5], 10, clip: 1); // a change of (3, 4), cut to (0.6, 0.8)
        var two = FederatedAverage.Contribution(common, [1, 0.5], 30);

        double[] sum = [.. one.Zip(two, (x, y) => x + y)];

        var next = FederatedAverage.Apply(common, sum);
        next[0].ShouldBe(1 + (0.6 * 0.25), 1e-12);
        next[1].ShouldBe(1 + (0.8 * 0.25) - (0.5 * 0.75), 1e-12);
    }

    [Fact]
    public void Arguments_OutOfRange_AreRefused()
    {
        Should.Throw<ArgumentException>(() => SecureAggregation.Mask([double.NaN], 0, new Dictionary<int, byte[]>(), 0));
        Should.Throw<ArgumentException>(() => SecureAggregation.Mask([1], 0, new Dictionary<int, byte[]> { [1] = new byte[5] }, 0)).Message.ShouldContain("32 bytes");
        Should.Throw<ArgumentException>(() => SecureAggregation.Sum(Masked([0, 1]), new Dictionary<(int, int), byte[]> { [(0, 1)] = Seed(0, 1) }, 3));
        Should.Throw<ArgumentException>(() => FederatedAverage.Contribution([1], [1, 2], 1));
        Should.Throw<InvalidOptionsException>(() => FederatedAverage.Contribution([1], [1], 0));
        Should.Throw<NotEstimableException>(() => FederatedAverage.Apply([1], [0, 0]));
    }

    private static Dictionary<int, ulong[]> Masked(IEnumerable<int> arrived) => arrived.ToDictionary(
        party => party,
        party => SecureAggregation.Mask(
            Values[party], party, Enumerable.Range(0, Parties).Where(other => other != party).ToDictionary(other => other, other => Seed(party, other)), 3));

    private static byte[] Seed(int one, int other)
    {
        var seed = new byte[SecureAggregation.SeedBytes];
        new Random((Math.Min(one, other) * 100) + Math.Max(one, other)).NextBytes(seed);
        return seed;
    }
}
