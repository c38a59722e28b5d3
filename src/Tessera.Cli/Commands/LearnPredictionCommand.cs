using System.CommandLine;
using System.Globalization;
using Tessera.Cli.Learning;
using Tessera.Cli.Output;
using Tessera.Learning.Selection;

namespace Tessera.Cli.Commands;

/// <summary><c>./tessera learn classify</c> and <c>learn regress</c>: a class or a number from the other columns of a plain file.</summary>
internal static class LearnPredictionCommand
{
    private const int ShownImportances = 15;

    public static Command Create(ProgramEnvironment environment, PredictionTask task)
    {
        var isClass = task == PredictionTask.Classification;
        string[] models = isClass ? ["auto", "boosting", "forest", "logistic", "tree"] : ["auto", "boosting", "forest", "linear", "tree"];
        var file = new Argument<string>("FILE") { Description = "A table with a header: CSV or TSV, gzip too." };
        var target = new Option<string>("--target") { Description = "The column to predict.", HelpName = "COL", Required = true };
        var positive = new Option<string?>("--positive") { Description = "The value whose probability is predicted.", HelpName = "VALUE" };
        var drop = new Option<string?>("--drop") { Description = "Columns to leave out, separated by commas.", HelpName = "COL,…" };
        var keep = new Option<string?>("--keep") { Description = "Columns to use even if they look like identifiers or leaks.", HelpName = "COL,…" };
        var model = new Option<string>("--model") { Description = "The model.", DefaultValueFactory = _ => "auto" }.AcceptOnlyFromAmong(models);
        var folds = new Option<int>("--folds") { Description = "Folds of the test.", HelpName = "K", DefaultValueFactory = _ => 5 };
        var seed = new Option<ulong>("--seed") { Description = "The seed of folds and models.", HelpName = "S", DefaultValueFactory = _ => 1 };
        var foldColumn = new Option<string?>("--fold-column") { Description = "The column that says which fold a row belongs to.", HelpName = "COL" };
        var time = new Option<string?>("--time") { Description = "The column of the time: the last fifth of the rows is tested, the others learned from.", HelpName = "COL" };
        var test = new Option<string?>("--test") { Description = "A file to test on, in place of folds.", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "Answers as JSON." };
        var output = new Option<string?>("--out") { Description = "Writes a line per tested row.", HelpName = "FILE" };
        var command = isClass
            ? new Command("classify", "Predicts a class, with calibrated probabilities.")
            : new Command("regress", "Predicts a number.");
        command.Arguments.Add(file);
        foreach (var option in new Option[] { target, positive, drop, keep, model, folds, seed, foldColumn, time, test, json, output }.Where(option => isClass || option != positive))
        {
            command.Options.Add(option);
        }

        command.SetAction((result, cancellationToken) =>
        {
            var request = new PredictionRequest(
                task,
                result.GetRequiredValue(file),
                result.GetRequiredValue(target),
                isClass ? result.GetValue(positive) : null,
                Names(result.GetValue(drop)),
                Names(result.GetValue(keep)),
                result.GetRequiredValue(model),
                result.GetValue(folds),
                result.GetValue(seed),
                result.GetValue(foldColumn),
                result.GetValue(time),
                result.GetValue(test));
            Check(request);
            return Task.Run(() => Run(environment, request, result.GetValue(json), result.GetValue(output), cancellationToken), cancellationToken);
        });
        return command;
    }

    private static string[] Names(string? list) => list?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static void Check(PredictionRequest request)
    {
        var problem = request switch
        {
            { Folds: < 2 or > 100 } => "--folds must lie between 2 and 100.",
            { FoldColumn: not null, Test: not null } or { FoldColumn: not null, Time: not null } or { Time: not null, Test: not null } =>
                "Test by one of --fold-column, --time and the file of --test.",
            _ when request.Drop.Contains(request.Target, StringComparer.Ordinal) => $"{request.Target} is the target and cannot be dropped.",
            _ => null,
        };
        if (problem is not null)
        {
            throw new CommandFailure(problem, ExitCodes.WrongUsage);
        }
    }

    private static int Run(ProgramEnvironment environment, PredictionRequest request, bool json, string? output, CancellationToken cancellationToken) =>
        new LearnedRows(request.File, json, output, "row", "fold", "actual", "predicted").Answer<PredictionAnswer, RowPrediction>(
            environment,
            progress => new PredictionRun(environment, request, progress, cancellationToken).Do(),
            row => [row.Row.ToString(CultureInfo.InvariantCulture), row.Fold, LearnOutput.Exact(row.Actual), LearnOutput.Exact(row.Predicted)],
            answer => Report(environment, answer));

    private static void Report(ProgramEnvironment environment, PredictionAnswer answer)
    {
        var write = environment.Out;
        var what = answer.Positive is null ? answer.Target : $"{answer.Target} = {answer.Positive}";
        write.WriteLine($"{what} from {answer.Features.Count} columns of {Figures.Count(answer.Rows)} rows. {answer.Reason}");
        write.WriteLine();
        string[] names = [.. answer.Metrics.Keys];
        var metrics = new TextTable(["Test", ">Rows", .. names.Select(name => $">{name}")]);
        foreach (var fold in answer.Folds)
        {
            metrics.AddRow([fold.Name, Figures.Count(fold.Rows), .. names.Select(name => LearnOutput.Number(fold.Metrics[name]))]);
        }

        if (answer.Folds.Count > 1)
        {
            metrics.AddRow(["all", Figures.Count(answer.Folds.Sum(fold => fold.Rows)), .. names.Select(name => LearnOutput.Number(answer.Metrics[name]))]);
        }

        metrics.Write(environment);
        write.WriteLine();
        var tried = new TextTable("Tried", ">Inner loss", ">Weight");
        foreach (var candidate in answer.Candidates)
        {
            tried.AddRow(candidate.Name, LearnOutput.Number(candidate.Loss), LearnOutput.Number(candidate.Weight));
        }

        tried.Write(environment);
        write.WriteLine();
        var importances = new TextTable("Feature", ">Loss when shuffled");
        foreach (var each in answer.Importances.Take(ShownImportances))
        {
            importances.AddRow(each.Feature, each.Importance.ToString("+0.00000;-0.00000", CultureInfo.InvariantCulture));
        }

        importances.Write(environment);
        foreach (var notice in answer.Notices)
        {
            write.WriteLine($"Note: {notice}");
        }
    }
}
