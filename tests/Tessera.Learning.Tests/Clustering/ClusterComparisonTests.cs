using Tessera.Learning.Clustering;
using Tessera.Learning.Data;

namespace Tessera.Learning.Tests.Clustering;

public sealed class ClusterComparisonTests
{
    [Fact]
    public void AdjustedRandIndex_SixRows_IsAsByHand()
    {
        // Cells 2, 1, 3: 1 + 0 + 3 pairs in both; 3 + 3 and 1 + 6 pairs alone; 15 in all.
        AdjustedRandIndex.Of([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 1, 1]).ShouldBe((4 - (6 * 7 / 15.0)) / (6.5 - (6 * 7 / 15.0)), 1e-12);
        AdjustedRandIndex.Of([0, 0, 1, 1], [5, 5, 2, 2]).ShouldBe(1);
        AdjustedRandIndex.Of([0, 0, 1, 1], [0, 1, 0, 1]).ShouldBe(-0.5, 1e-12);
    }

    [Fact]
    public void Stability_RightNumberOfClusters_IsHigherThanTooMany()
    {
        var frame = ThreeBlobs.Make(400, 8);

        Stability(ThreeBlobs.Count).ShouldBeGreaterThan(0.95);
        Stability(7).ShouldBeLessThan(0.85);

        double Stability(int k) => ClusterStability.Of(frame, rows => new KMeansTrainer(new KMeansOptions { Clusters = k, Restarts = 5 }).Fit(rows));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Match_AnyClusters_KeepsAsManyRowsAsTheBestOfAllWays(int seed)
    {
        var random = new SeededRandom((ulong)seed);
        int[] before = [.. Enumerable.Range(0, 200).Select(_ => random.NextInt(5))];
        int[] names = [3, 0, 4, 1, 2];
        int[] after = [.. before.Select(cluster => random.NextDouble() < 0.25 ? random.NextInt(5) : names[cluster])];

        var matched = ClusterMatching.Match(before, after);

        var best = Permutations([0, 1, 2, 3, 4]).Max(way => Enumerable.Range(0, 200).Count(row => way[after[row]] == before[row]));
        Enumerable.Range(0, 200).Count(row => matched[after[row]] == before[row]).ShouldBe(best);
        for (var cluster = 0; cluster < 5; cluster++)
        {
            matched[names[cluster]].ShouldBe(cluster);
        }
    }

    [Fact]
    public void Match_ClusterThatIsNew_HasNoPredecessor()
    {
        ClusterMatching.Match([0, 0, 0, 0, 1, 1, 1, 1], [1, 1, 0, 0, 2, 2, 2, 2]).Count(before => before == -1).ShouldBe(1);
        ClusterMatching.Match([0, 0, 1, 1], [0, 0, 0, 0]).Count.ShouldBe(1);
        ClusterMatching.Match([-1, -1, 0, 0], [0, 0, 1, 1]).ShouldBe([-1, 0]);
    }

    [Fact]
    public void Description_ClusterOfHighNumbersAndOneCategory_SaysSo()
    {
        var (frame, truth) = KPrototypesTrainerTests.Mixed(400, 3);

        var traits = ClusterDescription.Of(frame, [.. truth.Select(cluster => cluster % 2)], 1);

        traits[0].Feature.ShouldBe("n");
        traits[0].Inside.ShouldBe(2, 0.1);
        traits[0].Outside.ShouldBe(-2, 0.1);
        // The means are 4 apart, and the deviation on either side is 0.4.
        traits[0].Effect.ShouldBe(10, 0.8);
        traits.Skip(1).ShouldAllBe(trait => Math.Abs(trait.Effect) < 0.3);
        ClusterDescription.Of(frame, [.. truth.Select(cluster => cluster / 2)], 0)[0].ShouldSatisfyAllConditions(
            trait => trait.Category.ShouldNotBeNull(),
            trait => Math.Abs(trait.Effect).ShouldBeGreaterThan(2));
    }

    private static IEnumerable<int[]> Permutations(int[] items) => items.Length == 1
        ? [items]
        : items.SelectMany(item => Permutations([.. items.Where(other => other != item)]).Select(rest => (int[])[item, .. rest]));
}
