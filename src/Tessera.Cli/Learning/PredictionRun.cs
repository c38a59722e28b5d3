using Tessera.Cli.Output;
using Tessera.Learning;
using Tessera.Learning.Data;
using Tessera.Learning.Metrics;
using Tessera.Learning.Selection;
using Tessera.Learning.Validation;

namespace Tessera.Cli.Learning;

/// <summary>Learns from a file and tests on rows that were not learned from.</summary>
internal sealed class PredictionRun(ProgramEnvironment environment, PredictionRequest request, ProgressLine progress, CancellationToken cancellationToken)
{
    private const double TestedShare = 0.2;

    private readonly List<string> notices = [];
    private readonly List<RowPrediction> predictions = [];

    /// <summary>Does it all.</summary>
    /// <exception cref="CommandFailure">The file does not carry it; one sentence says why.</exception>
    public (PredictionAnswer Answer, IEnumerable<RowPrediction> Rows) Do()
    {
        progress.Report($"Reading {request.File}");
        var table = Read(request.File);
        var positive = request.IsClass ? TargetReading.Positive(table[request.Target], request.Positive, notices) : null;
        var target = TargetReading.Values(table, request.File, request.Target, positive);
        var choice = FeatureChooser.Choose(table, [.. request.Excluded], [.. request.Keep], target, request.IsClass);
        notices.AddRange(choice.Notices);
        if (choice.Features.Count == 0)
        {
            throw new CommandFailure($"{request.File} has no column to predict {request.Target} from.");
        }

        TableFile.RequireFinite(table, choice.Features, request.File);
        var schema = FeatureSchema.Of(table, choice.Features);
        var data = new TrainingSet(schema.Encode(table), target);
        var results = request.Test is not null ? [Tested(data, schema, positive)]
            : request.Time is { } time ? [Later(table, data, time)]
            : Folded(table, data);
        return (Answer(data, schema, positive, results), predictions.OrderBy(each => each.Row));
    }

    private Table Read(string path)
    {
        var table = TableFile.Read(environment, path, notices, cancellationToken);
        foreach (var name in request.NamedColumns.Where(name => !table.TryGet(name, out _)))
        {
            throw new CommandFailure($"{path} has no column \"{name}\"; its columns are {string.Join(", ", table.Columns.Select(column => column.Name))}.");
        }

        return TargetReading.RowsWithTarget(table, path, request.Target, notices);
    }

    private List<FoldResult> Folded(Table table, TrainingSet data)
    {
        if (request.IsClass)
        {
            var ones = (int)data.Target.ToArray().Sum();
            var fewer = Math.Min(ones, data.RowCount - ones);
            if (request.FoldColumn is null && fewer < request.Folds)
            {
                throw new CommandFailure($"Only {fewer} rows are of one class of {request.Target}; {request.Folds} folds need at least {request.Folds}.");
            }
        }

        var folds = request.FoldColumn is { } column ? Folds.FromColumn(table[column])
            : request.IsClass ? Folds.Stratified(data.Target, request.Folds, request.Seed)
            : Folds.Random(data.RowCount, request.Folds, request.Seed);
        return [.. folds.Select((fold, i) => Evaluate(fold.Name, data.Take(fold.Training), data.Take(fold.Test), fold.Test.ToArray(), $"Fold {i + 1} of {folds.Count}"))];
    }

    // The latest rows are tested; of those before, the latest again choose the model.
    private FoldResult Later(Table table, TrainingSet data, string time)
    {
        var fold = Folds.ByTime(table[time], TestedShare);
        var training = fold.Training.ToArray();
        var earlier = table.Take(training)[time];
        notices.Add($"The last {fold.Test.Length} rows by {time} were tested; the {training.Length} before them were learned from.");
        return Evaluate("latest", data.Take(training), data.Take(fold.Test), fold.Test.ToArray(), "Learning", [Folds.ByTime(earlier, TestedShare)]);
    }

    private FoldResult Tested(TrainingSet data, FeatureSchema schema, string? positive)
    {
        progress.Report($"Reading {request.Test}");
        var table = Read(request.Test!);
        if (schema.Features.FirstOrDefault(feature => !table.TryGet(feature.Name, out _)) is { } absent)
        {
            throw new CommandFailure($"{request.Test} has no column \"{absent.Name}\", which the model learns from.");
        }

        TableFile.RequireFinite(table, schema.Features.Select(feature => feature.Name), request.Test!);
        var test = new TrainingSet(schema.Encode(table), TargetReading.Values(table, request.Test!, request.Target, positive));
        return Evaluate("test", data, test, [.. Enumerable.Range(0, test.RowCount)], "Learning");
    }

    private FoldResult Evaluate(string name, TrainingSet training, TrainingSet test, int[] rows, string what, IReadOnlyList<Fold>? innerFolds = null)
    {
        var options = new SelectionOptions { Task = request.Task, Kinds = request.Kinds, Seed = request.Seed };
        var model = new ModelSelector(options).Fit(training, innerFolds, new FitReporter(progress, what), cancellationToken);
        var predicted = model.Predict(test.Features);
        for (var i = 0; i < predicted.Length; i++)
        {
            predictions.Add(new RowPrediction(rows[i] + 1, name, test.Target[i], predicted[i]));
        }

        var importances = PermutationImportance.Of(model, test.Features, shuffled => Loss(test, shuffled), seed: request.Seed);
        return new FoldResult(name, test.RowCount, Metrics(test.Target, predicted), importances, model);
    }

    private double Loss(TrainingSet test, double[] predicted) => request.IsClass
        ? ProbabilityMetrics.LogLoss(test.Target, predicted)
        : RegressionMetrics.RootMeanSquaredError(test.Target, predicted);

    private Dictionary<string, double?> Metrics(ReadOnlySpan<double> target, double[] predicted)
    {
        if (!request.IsClass)
        {
            var scores = RegressionScores.Of(target, predicted);
            return new(StringComparer.Ordinal) { ["rmse"] = scores.Rmse, ["mae"] = scores.Mae, ["r2"] = scores.R2, ["spearman"] = scores.Spearman };
        }

        var classes = ClassificationScores.Of(target, predicted);
        return new(StringComparer.Ordinal)
        {
            ["auc"] = classes.Auc,
            ["logLoss"] = classes.LogLoss,
            ["brier"] = classes.Brier,
            ["averagePrecision"] = classes.AveragePrecision,
            ["liftAt10"] = classes.LiftAt10,
            ["ece"] = classes.Ece,
        };
    }

    private PredictionAnswer Answer(TrainingSet data, FeatureSchema schema, string? positive, List<FoldResult> results)
    {
        var metrics = results[0].Metrics.Keys.ToDictionary(name => name, name => results.Average(result => result.Metrics[name]), StringComparer.Ordinal);
        if (request.IsClass)
        {
            metrics["ece"] = ProbabilityMetrics.ExpectedCalibrationError(
                predictions.Select(prediction => prediction.Actual).ToArray(), predictions.Select(prediction => prediction.Predicted).ToArray());
        }

        var importances = schema.Features
            .Select((feature, i) => new FeatureImportance(feature.Name, results.Average(result => result.Importances[i])))
            .OrderByDescending(each => each.Importance)
            .ToList();
        return new PredictionAnswer(
            request.Target,
            positive,
            data.RowCount,
            [.. schema.Features.Select(feature => feature.Name)],
            request.Model,
            results[0].Model.Reason,
            results[0].Model.Candidates,
            metrics,
            [.. results.Select(result => new FoldAnswer(result.Name, result.Rows, result.Metrics, result.Model.Reason))],
            importances,
            notices);
    }

    private sealed record FoldResult(string Name, int Rows, Dictionary<string, double?> Metrics, double[] Importances, SelectedModel Model);
}
