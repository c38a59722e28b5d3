using System.Globalization;
using Tessera.Learning.Clustering;
using Tessera.Learning.Data;
using Tessera.Testing;

namespace Tessera.Learning.Tests.Clustering;

/// <summary>The cluster that a model gives a row in process is the one that the engine gives it from its SQL.</summary>
public sealed class ClusterSqlTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    [Theory]
    [InlineData("kmeans")]
    [InlineData("gmm-full")]
    [InlineData("gmm-diagonal")]
    public async Task ToSql_Numbers_GivesTheSameCluster(string kind)
    {
        var blobs = ThreeBlobs.Make(400, 5);
        var frame = FeatureFrame.Numeric(["each", "it's `odd`"], [blobs[0].ToArray(), blobs[1].ToArray()]);
        IClusterModel model = kind switch
        {
            "kmeans" => new KMeansTrainer(new KMeansOptions { Clusters = 6 }).Fit(frame),
            "gmm-full" => new GaussianMixtureTrainer(new GaussianMixtureOptions { Components = 5 }).Fit(frame),
            _ => new GaussianMixtureTrainer(new GaussianMixtureOptions { Components = 5, Covariance = CovarianceShape.Diagonal }).Fit(frame),
        };

        await ShouldAgree(model, frame, "`each` Float64, `it\\'s \\`odd\\`` Nullable(Float64)", row => $"{Text(row[0])}, {Text(row[1])}", "nan, 1");
    }

    [Fact]
    public async Task ToSql_NumbersAndCategories_GivesTheSameCluster()
    {
        var (frame, _) = KPrototypesTrainerTests.Mixed(300, 6);
        var model = new KPrototypesTrainer(new KPrototypesOptions { Clusters = 5 }).Fit(frame);

        await ShouldAgree(model, frame, "`n` Float64, `c` Nullable(String)", row => $"{Text(row[0])}, '{frame.Schema[1].Categories[(int)row[1]].Replace("'", "\\'", StringComparison.Ordinal)}'", "1, NULL");
        model.Assign([0.5, double.NaN]).ShouldBe(int.Parse(await engine.RunAsync($"SELECT {model.ToSql()} FROM (SELECT 0.5 AS n, 'never seen' AS c)"), CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task ToSql_DenseClusters_GivesTheSameClusterAndNoise()
    {
        var frame = WithNoise(240, 8);
        var model = new HdbscanTrainer(new HdbscanOptions { MinimumClusterSize = 12, Neighbours = 5 }).Fit(frame);
        model.Sizes.Count.ShouldBe(3);

        await ShouldAgree(model, frame, "`v0` Float64, `x1` Nullable(Float64)", row => $"{Text(row[0])}, {Text(row[1])}", "nan, 1");
        var fresh = WithNoise(150, 9);
        await ShouldAgree(model, fresh, "`v0` Float64, `x1` Nullable(Float64)", row => $"{Text(row[0])}, {Text(row[1])}", "1, NULL", Assigned(model, fresh));
    }

    // Named as the arguments of the functions inside.
    private static FeatureFrame WithNoise(int rows, ulong seed)
    {
        var blobs = ThreeBlobs.Make(rows, seed);
        var random = new SeededRandom(seed);
        double[][] columns = [blobs[0].ToArray(), blobs[1].ToArray()];
        for (var row = 0; row < rows; row += 8)
        {
            (columns[0][row], columns[1][row]) = (30 * (random.NextDouble() - 0.5), 30 * (random.NextDouble() - 0.5));
        }

        return FeatureFrame.Numeric(["v0", "x1"], columns);
    }

    private static int[] Assigned(HdbscanModel model, FeatureFrame frame)
    {
        var row = new double[frame.Schema.Count];
        return [.. Enumerable.Range(0, frame.RowCount).Select(i =>
        {
            frame.CopyRow(i, row);
            return model.Assign(row);
        })];
    }

    private async Task ShouldAgree(IClusterModel model, FeatureFrame frame, string columns, Func<double[], string> values, string missing, int[]? expected = null)
    {
        var database = await engine.CreateDatabaseAsync();
        await engine.RunAsync($"CREATE TABLE {database}.t (i UInt32, {columns}) ENGINE = Memory");
        var row = new double[frame.Schema.Count];
        var lines = new List<string>();
        for (var i = 0; i < frame.RowCount; i++)
        {
            frame.CopyRow(i, row);
            lines.Add($"({i}, {values(row)})");
        }

        await engine.RunAsync($"INSERT INTO {database}.t VALUES {string.Join(", ", lines)}, ({frame.RowCount}, {missing})");

        var answer = (await engine.RunAsync($"SELECT ifNull(toString({model.ToSql()}), 'none') FROM {database}.t ORDER BY i")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        answer[^1].ShouldBe("none");
        answer[..^1].ShouldBe((expected ?? model.Assignments.ToArray()).Select(cluster => cluster.ToString(CultureInfo.InvariantCulture)));
        answer[..^1].Distinct(StringComparer.Ordinal).Count().ShouldBeGreaterThan(2);
    }

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
