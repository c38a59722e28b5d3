using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using Tessera.Learning.Clustering;
using Tessera.Learning.Data;
using Tessera.Learning.Recommendation;

namespace Tessera.Benchmarks.Learning;

/// <summary>Recommenders against NumPy, K-means against scikit-learn.</summary>
internal sealed class LearningPeersBenchmark : IBenchmark
{
    private const int Rounds = 3;
    private const int Rows = 100_000;
    private const int Dimensions = 8;

    public string Name => "learning-peers";

    public string Question => "How long do EASE, ALS and K-means take, against NumPy and scikit-learn on the same data?";

    public async Task<BenchmarkReport> RunAsync(BenchmarkContext context, CancellationToken cancellation)
    {
        var data = Purchases(context.DataSet("online_retail_2010_2011.csv.gz"));
        var columns = Points();
        var folder = Directory.CreateTempSubdirectory("tessera-peers-");
        try
        {
            await WriteAsync(folder.FullName, data, columns, cancellation);
            using var peer = await PythonPeer.StartAsync(Path.Combine(context.Root, "bench", "Tessera.Benchmarks", "Learning", "peers.py"), [folder.FullName], "python3-sklearn and python3-numpy");
            var frame = FeatureFrame.Numeric(Enumerable.Range(0, Dimensions).Select(i => $"x{i}"), columns);
            var (own, others) = (0.0, 0.0);
            var kmeans = await context.CompareAsync(
                Rounds,
                () => Task.FromResult(own = new KMeansTrainer(new KMeansOptions { Clusters = 8, Restarts = 5 }).Fit(frame, null, cancellation).Inertia),
                async () => others = await peer.DoAsync("kmeans"));
            var ease = await context.CompareAsync(Rounds, () => Task.FromResult(new EaseTrainer(new EaseOptions { L2 = 250 }).Fit(data, null, cancellation)), () => peer.DoAsync("ease"));
            var als = await context.CompareAsync(Rounds, () => Task.FromResult(new FactorsTrainer(new FactorsOptions { Factors = 64, Iterations = 5 }).Fit(data, null, cancellation)), () => peer.DoAsync("als"));
            var inertias = string.Create(CultureInfo.InvariantCulture, $"inertia {own:0.0} against {others:0.0}");
            return new(
                $"EASE and ALS (64 factors, 5 rounds) on UCI Online Retail: {data.UserCount:#,0} users, {data.ItemCount:#,0} items, {data.Count:#,0} pairs; the peer is NumPy as one would write it, with {peer.Greeting}. K-means: {Rows:#,0} simulated rows of {Dimensions} columns, 8 clusters, 5 starts; the peer is scikit-learn. Both use all processors.",
                [
                    new("EASE, against NumPy", ease.First.RatioTo(ease.Second), "×", null, $"{ease.First} against {ease.Second}"),
                    new("ALS, against NumPy", als.First.RatioTo(als.Second), "×", null, $"{als.First} against {als.Second}"),
                    new("K-means, against scikit-learn", kmeans.First.RatioTo(kmeans.Second), "×", 1, $"{kmeans.First} against {kmeans.Second}; {inertias}"),
                ]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Interactions Purchases(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        reader.ReadLine();
        var rows = new HashSet<(string, string)>();
        while (reader.ReadLine() is { } line)
        {
            // The description, the only field with commas in it, is the third; the customer is the last but one.
            var fields = line.Split(',');
            if (fields[^2].Length > 0)
            {
                rows.Add((fields[^2], fields[1]));
            }
        }

        return Interactions.Of(rows.Select(row => new Interaction(row.Item1, row.Item2)));
    }

    private static double[][] Points()
    {
        var random = new Random(1);
        double[][] columns = [.. Enumerable.Range(0, Dimensions).Select(_ => new double[Rows])];
        for (var row = 0; row < Rows; row++)
        {
            var blob = random.Next(12);
            for (var i = 0; i < Dimensions; i++)
            {
                columns[i][row] = (2 * (blob * (i + 3) % 7)) + random.NextDouble() + random.NextDouble() + random.NextDouble();
            }
        }

        return columns;
    }

    private static async Task WriteAsync(string folder, Interactions data, double[][] columns, CancellationToken cancellation)
    {
        var pairs = Enumerable.Range(0, data.UserCount).SelectMany(user => data.ItemsOf(user).ToArray().Select(item => string.Create(CultureInfo.InvariantCulture, $"{user} {item}")));
        await File.WriteAllLinesAsync(Path.Combine(folder, "pairs.txt"), pairs, cancellation);
        var values = Enumerable.Range(0, Rows).SelectMany(row => columns.Select(column => column[row])).ToArray();
        await File.WriteAllBytesAsync(Path.Combine(folder, "points.bin"), MemoryMarshal.AsBytes<double>(values).ToArray(), cancellation);
    }
}
