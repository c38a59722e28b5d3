using Tessera.Learning.Clustering;
using Tessera.Learning.Data;

namespace Tessera.Learning.Tests.Clustering;

public sealed class HdbscanTrainerTests
{
    [Theory]
    [InlineData(1, 4, 3)]
    [InlineData(2, 5, 5)]
    [InlineData(3, 4, 2)]
    [InlineData(4, 8, 6)]
    public void Fit_SmallData_GivesTheClustersOfTheDefinitions(int seed, int minimumSize, int neighbours)
    {
        var random = new SeededRandom((ulong)seed);
        double[][] columns = [new double[70], new double[70]];
        for (var row = 0; row < 70; row++)
        {
            var (centre, spread) = row < 20 ? (0.0, 0.3) : row < 40 ? (3.0, 0.7) : row < 60 ? (8.0, 1.2) : (4.0, 5);
            (columns[0][row], columns[1][row]) = (centre + (spread * random.NextNormal()), spread * random.NextNormal());
        }

        var model = new HdbscanTrainer(new HdbscanOptions { MinimumClusterSize = minimumSize, Neighbours = neighbours }).Fit(FeatureFrame.Numeric(["x", "y"], columns));

        var expected = NaiveHdbscan.Fit(columns, minimumSize, neighbours);
        AdjustedRandIndex.Of(model.Assignments, expected).ShouldBe(1, 1e-12);
        model.Assignments.ToArray().Select(cluster => cluster < 0).ShouldBe(expected.Select(cluster => cluster < 0));
        model.Sizes.Count.ShouldBe(expected.Max() + 1);
        for (var row = 0; row < 70; row++)
        {
            model.Assign([columns[0][row], columns[1][row]]).ShouldBe(model.Assignments[row]);
        }

        model.Assign([1000, 1000]).ShouldBe(HdbscanModel.Noise);
    }

    [Fact]
    public void Fit_RingAroundABlob_TellsThemApartAndLeavesNoiseOut()
    {
        var random = new SeededRandom(6);
        double[][] columns = [new double[620], new double[620]];
        for (var row = 0; row < 620; row++)
        {
            var (angle, radius) = (2 * Math.PI * random.NextDouble(), row < 200 ? 0.5 * random.NextDouble() : row < 600 ? 5 + (0.2 * random.NextNormal()) : 0);
            (columns[0][row], columns[1][row]) = row < 600 ? (radius * Math.Cos(angle), radius * Math.Sin(angle)) : (20 * (random.NextDouble() + 0.5), 20 * (random.NextDouble() + 0.5));
        }

        var model = new HdbscanTrainer(new HdbscanOptions { MinimumClusterSize = 25, Neighbours = 5 }).Fit(FeatureFrame.Numeric(["x", "y"], columns));

        model.Sizes.Count.ShouldBe(2);
        var assigned = model.Assignments.ToArray();
        assigned[..200].Count(cluster => cluster == 1).ShouldBeGreaterThan(190);
        assigned[200..600].Count(cluster => cluster == 0).ShouldBeGreaterThan(380);
        assigned[600..].Count(cluster => cluster == HdbscanModel.Noise).ShouldBeGreaterThan(15);
        for (var row = 0; row < assigned.Length; row++)
        {
            model.Strengths[row].ShouldBeInRange(assigned[row] < 0 ? 0 : 1e-9, assigned[row] < 0 ? 0 : 1);
        }
    }

    [Fact]
    public void Fit_ManyEqualRows_ComesToAnEnd()
    {
        double[] values = [.. Enumerable.Range(0, 120).Select(row => (double)(row % 3))];

        new HdbscanTrainer(new HdbscanOptions { MinimumClusterSize = 10 }).Fit(FeatureFrame.Numeric(["x"], [values])).Sizes.ShouldBe([40, 40, 40]);
        Should.Throw<NotEstimableException>(() => new HdbscanTrainer(new HdbscanOptions()).Fit(FeatureFrame.Numeric(["x"], [new double[50]]))).Message.ShouldContain("All rows are equal");
    }
}
