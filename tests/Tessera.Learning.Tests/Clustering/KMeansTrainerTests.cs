using System.Globalization;
using Tessera.Learning.Clustering;
using Tessera.Learning.Data;
using Tessera.Testing;

namespace Tessera.Learning.Tests.Clustering;

public sealed class KMeansTrainerTests
{
    // The least inertias that many starts of trusted implementations found; printed to three decimals.
    [SkippableTheory]
    [InlineData("online_retail_rfm.csv", "R,F,M", true, 6474.135, 4856.323, 3924.395, 3268.038, 2840.304, 2533.022, 2325.542, 2144.748, 1988.770)]
    [InlineData("wholesale_customers.csv", "Fresh,Milk,Grocery,Frozen,Detergents_Paper,Delicassen", true, 1844.064, 1553.382, 1386.823, 1266.149, 1174.676, 1087.416, 1024.558, 978.471, 930.306)]
    [InlineData("mall_customers.csv", "Annual_Income,Spending_Score", false, 269.017, 157.704, 108.921, 65.568, 55.057, 44.911, 37.182, 32.375, 29.076)]
    public void Fit_PublicData_ReachesTheLeastKnownInertia(string file, string columns, bool log, params double[] expected)
    {
        var path = DataSets.Path(file);
        var frame = Standardised(path, columns.Split(','), log);
        for (var k = 2; k < expected.Length + 2; k++)
        {
            var model = new KMeansTrainer(new KMeansOptions { Clusters = k, Restarts = 100 }).Fit(frame);

            model.Inertia.ShouldBeLessThanOrEqualTo(expected[k - 2] + 0.0006, $"k = {k}");
            model.Convergence.Converged.ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Run_FromAnyStart_EndsWhereLloydDoes(int seed)
    {
        var random = new SeededRandom((ulong)seed);
        var frame = Blobs(random, 300, 3);
        var points = Points.Of(frame);
        var start = KMeansStart.Choose(points, 6, new SeededRandom((ulong)seed));

        var run = new HamerlyRun(points, [.. start]);
        run.Run(300, CancellationToken.None);

        var (centres, inertia) = Lloyd(points, start, 6);
        run.Inertia.ShouldBe(inertia, 1e-9 * inertia);
        run.Centres.Zip(centres, (actual, expected) => Math.Abs(actual - expected)).Max().ShouldBeLessThan(1e-9);
        run.Converged.ShouldBeTrue();
    }

    [Fact]
    public void Refine_WhereLloydEnds_MovesWhatLowersTheInertia()
    {
        // Lloyd stays: 4 is nearer to the centre 2 of {0, 2, 4} than to 6.5. Moving it shifts both centres: 8 + 0.5 becomes 2 + 4.6667.
        var points = Points.Of(FeatureFrame.Numeric(["x"], [[0, 2, 4, 6, 7]]));
        var run = new HamerlyRun(points, [2, 6.5]);
        run.Run(100, CancellationToken.None);
        run.Inertia.ShouldBe(8.5, 1e-12);

        run.Refine(100, CancellationToken.None);

        run.Inertia.ShouldBe(2 + (14.0 / 3), 1e-12);
        run.Assigned.ShouldBe([0, 0, 1, 1, 1]);
    }

    [Fact]
    public void Fit_MiniBatches_ComesNearTheLeastInertia()
    {
        var frame = ThreeBlobs.Make(20_000, 4);
        var options = new KMeansOptions { Clusters = 3, Restarts = 3 };

        var all = new KMeansTrainer(options).Fit(frame);
        var batches = new KMeansTrainer(options with { BatchRows = 500, MaximumIterations = 50 }).Fit(frame);

        batches.Inertia.ShouldBeInRange(all.Inertia, 1.001 * all.Inertia);
        batches.Convergence.Reason.ShouldContain("50 batches of 500 rows");
        AdjustedRandIndex.Of(batches.Assignments, all.Assignments).ShouldBeGreaterThan(0.99);
    }

    [Fact]
    public void Fit_AnyNumberOfThreads_GivesTheSameModel()
    {
        var frame = Blobs(new SeededRandom(9), 500, 4);
        var options = new KMeansOptions { Clusters = 5, Restarts = 8 };

        var one = new KMeansTrainer(options with { Threads = 1 }).Fit(frame);
        var many = new KMeansTrainer(options with { Threads = 4 }).Fit(frame);

        many.Assignments.ToArray().ShouldBe(one.Assignments.ToArray());
        many.Inertia.ShouldBe(one.Inertia);
    }

    [Fact]
    public void Model_Clusters_FallInSizeAndRowsGoToTheNearestCentre()
    {
        var frame = Blobs(new SeededRandom(10), 400, 2);
        var model = new KMeansTrainer(new KMeansOptions { Clusters = 4 }).Fit(frame);

        model.Sizes.Zip(model.Sizes.Skip(1), (larger, smaller) => larger - smaller).ShouldAllBe(step => step >= 0);
        model.Sizes.Sum().ShouldBe(400);
        var row = new double[2];
        for (var i = 0; i < 400; i++)
        {
            frame.CopyRow(i, row);
            model.Assign(row).ShouldBe(model.Assignments[i]);
        }
    }

    [Fact]
    public void Fit_ImpossibleData_IsNotEstimable()
    {
        Should.Throw<NotEstimableException>(() => new KMeansTrainer(new KMeansOptions { Clusters = 3 }).Fit(FeatureFrame.Numeric(["x"], [[1, 1, 2, 2]])))
            .Message.ShouldBe("3 clusters need as many rows that differ; there are 2.");
        Should.Throw<NotEstimableException>(() => new KMeansTrainer(new KMeansOptions { Clusters = 1 }).Fit(FeatureFrame.Numeric(["x"], [[1, double.NaN]])))
            .Message.ShouldContain("row 2");
    }

    [Fact]
    public void Fit_EmptyClusters_AreFilledAgain()
    {
        // Both first centres are far away on one side: one of them gets no point.
        var points = Points.Of(FeatureFrame.Numeric(["x"], [[0, 1, 10, 11]]));
        var run = new HamerlyRun(points, [100.0, 200.0]);
        run.Run(100, CancellationToken.None);

        run.Inertia.ShouldBe(1, 1e-12);
    }


    [Fact]
    public void Mean_Silhouette_ByHand()
    {
        var frame = FeatureFrame.Numeric(["x"], [[0, 1, 10]]);
        // Row 0: a = 1, b = 10; row 1: a = 1, b = 9; row 2 is alone.
        Silhouette.Mean(frame, [0, 0, 1]).ShouldBe(((9.0 / 10) + (8.0 / 9) + 0) / 3, 1e-12);
    }

    private static (double[] Centres, double Inertia) Lloyd(Points points, double[] start, int k)
    {
        var centres = start.ToArray();
        var assigned = new int[points.Count];
        while (true)
        {
            var next = Enumerable.Range(0, points.Count).Select(row => Enumerable.Range(0, k).MinBy(cluster => Points.SquaredDistance(points[row], centres.AsSpan(cluster * points.Dimensions, points.Dimensions)))).ToArray();
            for (var cluster = 0; cluster < k; cluster++)
            {
                var members = Enumerable.Range(0, points.Count).Where(row => next[row] == cluster).ToList();
                for (var i = 0; i < points.Dimensions; i++)
                {
                    centres[(cluster * points.Dimensions) + i] = members.Average(row => points[row][i]);
                }
            }

            if (next.SequenceEqual(assigned))
            {
                return (centres, Enumerable.Range(0, points.Count).Sum(row => Points.SquaredDistance(points[row], centres.AsSpan(next[row] * points.Dimensions, points.Dimensions))));
            }

            assigned = next;
        }
    }

    private static FeatureFrame Blobs(SeededRandom random, int rows, int dimensions)
    {
        double[][] columns = [.. Enumerable.Range(0, dimensions).Select(_ => new double[rows])];
        for (var row = 0; row < rows; row++)
        {
            var blob = random.NextInt(7);
            for (var i = 0; i < dimensions; i++)
            {
                columns[i][row] = (3 * ((blob * (i + 2)) % 5)) + random.NextNormal();
            }
        }

        return FeatureFrame.Numeric(Enumerable.Range(0, dimensions).Select(i => $"x{i}"), columns);
    }

    private static FeatureFrame Standardised(string path, string[] names, bool log)
    {
        var lines = File.ReadAllLines(path).Where(line => line.Length > 0).Select(line => line.Split(',')).ToList();
        return FeatureFrame.Numeric(names, [.. names.Select(name =>
        {
            var column = Array.IndexOf(lines[0], name);
            double[] values = [.. lines.Skip(1).Select(line => double.Parse(line[column], CultureInfo.InvariantCulture)).Select(value => log ? Math.Log(1 + value) : value)];
            var mean = values.Average();
            var deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
            return values.Select(value => (value - mean) / deviation).ToArray();
        })]);
    }
}
