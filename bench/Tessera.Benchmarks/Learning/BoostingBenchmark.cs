using System.Diagnostics;
using System.Globalization;
using Tessera.Learning.Boosting;
using Tessera.Learning.Metrics;

namespace Tessera.Benchmarks.Learning;

/// <summary>Boosting against XGBoost and scikit-learn: training, scoring, memory, and how good the models are.</summary>
internal sealed class BoostingBenchmark : IBenchmark
{
    private const int Rounds = 3;
    private const int SingleRows = 3000;
    // Until the runtime has compiled the loop for good.
    private const int WarmRounds = 3;
    private const double Megabyte = 1e6;

    private static readonly BoostingOptions Options = new() { Trees = 100, MaximumLeaves = 31, LearningRate = 0.1, L2 = 1, MinimumChildWeight = 1 };

    private static readonly (string Name, string Shown, double Aim)[] Libraries = [("xgboost", "XGBoost hist", 1), ("sklearn", "HistGradientBoosting", 0.8)];

    private readonly List<BenchmarkResult> results = [];

    public string Name => "boosting";

    public string Question => "How long does boosting take to train and to score, against XGBoost and scikit-learn with the same trees on the same data?";

    public async Task<BenchmarkReport> RunAsync(BenchmarkContext context, CancellationToken cancellation)
    {
        results.Clear();
        var folder = Directory.CreateTempSubdirectory("tessera-boosting-");
        try
        {
            var script = Path.Combine(context.Root, "bench", "Tessera.Benchmarks", "Learning", "boosting_peers.py");
            string[] settings = [folder.FullName, Text(Options.Trees), Text(Options.MaximumLeaves), Text(Options.LearningRate), Text(Environment.ProcessorCount)];
            using var peer = await PythonPeer.StartAsync(script, settings, "python3-xgboost and python3-sklearn");
            Func<BoostingSet>[] sets =
            [
                BoostingSets.Simulated,
                () => BoostingSets.Retail(context.DataSet("online_retail_2010_2011.csv.gz")),
                () => BoostingSets.Hillstrom(context.DataSet("hillstrom_email.csv.gz")),
                () => BoostingSets.Telco(context.DataSet("telco_customer_churn.csv")),
            ];
            foreach (var make in sets)
            {
                var set = make();
                await set.WriteAsync(folder.FullName, cancellation);
                context.Say($"{set.Description}: {set.Training.RowCount:#,0} rows");
                await MeasureAsync(context, peer, set, cancellation);
            }

            return new(
                $"{Options.Trees} trees of at most {Options.MaximumLeaves} leaves, rate {Options.LearningRate.ToString(CultureInfo.InvariantCulture)}, at most 255 bins, no early stopping, all processors; every fifth row is kept to test on. The peers are {peer.Greeting}: XGBoost's hist, growing by loss as we do, given floats; HistGradientBoosting given doubles. Categories are numbered beforehand. Binning is part of training.",
                results);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task MeasureAsync(BenchmarkContext context, PythonPeer peer, BoostingSet set, CancellationToken cancellation)
    {
        var trainer = new BoostingTrainer(Options);
        var model = trainer.Fit(set.Training, null, cancellation);
        await peer.DoAsync($"load xgboost {set.Name}");
        var label = $"{set.Description}, {set.Training.RowCount:#,0} rows";
        var own = AreaUnderCurve(model, set);
        var (ours, others) = await TrainAsync(context, peer, set, trainer, cancellation);
        foreach (var ((library, shown, aim), theirs) in Libraries.Zip(others))
        {
            var other = await peer.DoAsync($"auc {library} {set.Name}");
            results.Add(new($"training, against {shown}: {label}", ours.RatioTo(theirs), "×", aim, $"{ours} against {theirs}; AUC {Text(own, "0.0000")} against {Text(other, "0.0000")}"));
        }

        await ScoreAsync(context, peer, set, model, label);
        Memory(set, trainer, label, cancellation);
    }

    // All in turn, so that a machine whose speed drifts treats them alike; the first round, which is not counted, loads what is needed.
    private static async Task<(Timing Ours, List<Timing> Others)> TrainAsync(BenchmarkContext context, PythonPeer peer, BoostingSet set, BoostingTrainer trainer, CancellationToken cancellation)
    {
        var ours = new List<double>();
        var others = Libraries.Select(_ => new List<double>()).ToList();
        for (var round = 0; round <= Rounds; round++)
        {
            var seconds = await BenchmarkContext.TimeAsync(() => Task.FromResult(trainer.Fit(set.Training, null, cancellation)));
            var theirs = new double[Libraries.Length];
            for (var i = 0; i < Libraries.Length; i++)
            {
                theirs[i] = await BenchmarkContext.TimeAsync(() => peer.DoAsync($"fit {Libraries[i].Name} {set.Name}"));
            }

            if (round > 0)
            {
                ours.Add(seconds);
                for (var i = 0; i < theirs.Length; i++)
                {
                    others[i].Add(theirs[i]);
                }

                context.Say($"round {round}: {seconds:F3} s against {string.Join(" and ", theirs.Select(time => $"{time:F3} s"))}");
            }
        }

        return (new Timing(ours), [.. others.Select(times => new Timing(times))]);
    }

    private async Task ScoreAsync(BenchmarkContext context, PythonPeer peer, BoostingSet set, BoostingModel model, string label)
    {
        var (ownSeconds, otherSeconds) = (new List<double>(), new List<double>());
        for (var round = 0; round <= WarmRounds + Rounds; round++)
        {
            var (own, other) = (SecondsOfRow(model, set), await peer.DoAsync($"row xgboost {set.Name}"));
            if (round >= WarmRounds)
            {
                ownSeconds.Add(own);
                otherSeconds.Add(other);
            }
        }

        var (ownRow, otherRow) = (new Timing(ownSeconds).Median, new Timing(otherSeconds).Median);
        results.Add(new($"XGBoost's time to score a row, against ours: {label}", otherRow / ownRow, "×", 5, $"{Text(ownRow * 1e6, "0.00")} µs against {Text(otherRow * 1e6, "0.00")} µs (inplace_predict of a row)", HigherIsBetter: true));
        var (first, second) = await context.CompareAsync(Rounds, () => Task.FromResult(model.Predict(set.Training.Features)), () => peer.DoAsync($"batch xgboost {set.Name}"));
        results.Add(new($"scoring the rows it learned from, against XGBoost: {label}", first.RatioTo(second), "×", 1, $"{first} against {second} (inplace_predict of all)"));
    }

    private static double SecondsOfRow(BoostingModel model, BoostingSet set)
    {
        double[][] rows = [.. Enumerable.Range(0, Math.Min(SingleRows, set.Test.RowCount)).Select(row =>
        {
            var values = new double[set.Test.Features.Schema.Count];
            set.Test.Features.CopyRow(row, values);
            return values;
        })];
        var sum = 0.0;
        var watch = Stopwatch.StartNew();
        foreach (var row in rows)
        {
            sum += model.Predict(row);
        }

        return sum > 0 ? watch.Elapsed.TotalSeconds / rows.Length : throw new InvalidOperationException("Probabilities are positive.");
    }

    private void Memory(BoostingSet set, BoostingTrainer trainer, string label, CancellationToken cancellation)
    {
        var binned = set.Training.RowCount * (double)set.Training.Features.Schema.Count;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var watch = new MemoryWatch();
        trainer.Fit(set.Training, null, cancellation);
        var grown = watch.Peak() - before;
        results.Add(new($"memory that training takes, against the binned data: {label}", grown / binned, "×", 2, $"{Text(grown / Megabyte, "0.0")} MB at its peak, garbage included, against {Text(binned / Megabyte, "0.0")} MB"));
    }

    private static double AreaUnderCurve(BoostingModel model, BoostingSet set) => RankingMetrics.AreaUnderCurve(set.Test.Target, model.Predict(set.Test.Features));

    private static string Text(double value, string? format = null) => value.ToString(format, CultureInfo.InvariantCulture);
}
