using System.CommandLine;
using System.Globalization;
using Tessera.Cli.Learning;
using Tessera.Cli.Output;

namespace Tessera.Cli.Commands;

/// <summary><c>./tessera learn uplift</c>: whose outcome a treatment changes, from a randomised test.</summary>
internal static class LearnUpliftCommand
{
    public static Command Create(ProgramEnvironment environment)
    {
        var file = new Argument<string>("FILE") { Description = "A randomised test, one customer a line: CSV or TSV with a header, gzip too." };
        var treatment = new Option<string>("--treatment") { Description = "The column that says who was treated.", HelpName = "COL", Required = true };
        var outcome = new Option<string>("--outcome") { Description = "The column of what came of it: a number, or one of two values.", HelpName = "COL", Required = true };
        var treated = new Option<string?>("--treated") { Description = "The treatment's value for treated rows.", HelpName = "VALUE" };
        var control = new Option<string?>("--control") { Description = "The treatment's value for untreated rows.", HelpName = "VALUE" };
        var drop = new Option<string?>("--drop") { Description = "Columns to leave out, separated by commas: all that was known only afterwards.", HelpName = "COL,…" };
        var keep = new Option<string?>("--keep") { Description = "Columns to use even if they look as if known only afterwards.", HelpName = "COL,…" };
        var model = new Option<string>("--model") { Description = "The learner; auto is x.", DefaultValueFactory = _ => "auto" }.AcceptOnlyFromAmong("auto", "x", "t", "s", "dr", "tree", "forest");
        var inside = new Option<string>("--base") { Description = "The models inside x, t, s and dr.", DefaultValueFactory = _ => "boosting" }.AcceptOnlyFromAmong("boosting", "linear");
        var folds = new Option<int>("--folds") { Description = "Folds of the test.", HelpName = "K", DefaultValueFactory = _ => 5 };
        var foldColumn = new Option<string?>("--fold-column") { Description = "The column that says which fold a row belongs to.", HelpName = "COL" };
        var seed = new Option<ulong>("--seed") { Description = "The seed of folds and models.", HelpName = "S", DefaultValueFactory = _ => 1 };
        var cost = new Option<double?>("--cost") { Description = "What treating one row costs: asks for a plan of whom to treat.", HelpName = "C" };
        var value = new Option<double>("--value") { Description = "What one unit of outcome is worth.", HelpName = "V", DefaultValueFactory = _ => 1 };
        var budget = new Option<double?>("--budget") { Description = "What the plan may spend.", HelpName = "B" };
        var json = new Option<bool>("--json") { Description = "Answers as JSON." };
        var output = new Option<string?>("--out") { Description = "Writes the predicted uplift of every row.", HelpName = "FILE" };
        var command = new Command("uplift", "Learns whose outcome a treatment changes, from a randomised test.");
        command.Arguments.Add(file);
        foreach (var option in new Option[] { treatment, outcome, treated, control, drop, keep, model, inside, folds, foldColumn, seed, cost, value, budget, json, output })
        {
            command.Options.Add(option);
        }

        command.SetAction((result, cancellationToken) =>
        {
            var asked = result.GetRequiredValue(model);
            var request = new UpliftRequest(
                result.GetRequiredValue(file),
                result.GetRequiredValue(treatment),
                result.GetValue(treated),
                result.GetValue(control),
                result.GetRequiredValue(outcome),
                Names(result.GetValue(drop)),
                Names(result.GetValue(keep)),
                asked == "auto" ? "x" : asked,
                result.GetRequiredValue(inside),
                result.GetValue(folds),
                result.GetValue(foldColumn),
                result.GetValue(seed),
                result.GetValue(value),
                result.GetValue(cost),
                result.GetValue(budget) ?? double.PositiveInfinity);
            Check(request);
            return Task.Run(() => Run(environment, request, result.GetValue(json), result.GetValue(output), cancellationToken), cancellationToken);
        });
        return command;
    }

    private static string[] Names(string? list) => list?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static void Check(UpliftRequest request)
    {
        var problem = request switch
        {
            { Folds: < 2 or > 100 } => "--folds must lie between 2 and 100.",
            { Cost: { } cost } when !(cost >= 0 && double.IsFinite(cost)) => "--cost must be a number of at least 0.",
            { Value: var value } when !(value > 0 && double.IsFinite(value)) => "--value must be a number above 0.",
            { Budget: var budget } when !(budget >= 0) => "--budget must be at least 0.",
            { Budget: < double.PositiveInfinity, Cost: null } => "--budget needs --cost, what treating one row costs.",
            { Model: "s", Base: "linear" } => "--model s with --base linear would give every row the same uplift; take --base boosting or another model.",
            _ when request.Treatment == request.Outcome => "--treatment and --outcome are the same column.",
            _ => null,
        };
        if (problem is not null)
        {
            throw new CommandFailure(problem, ExitCodes.WrongUsage);
        }
    }

    private static int Run(ProgramEnvironment environment, UpliftRequest request, bool json, string? output, CancellationToken cancellationToken) =>
        new LearnedRows(request.File, json, output, "row", "fold", "treated", "outcome", "uplift").Answer<UpliftAnswer, RowUplift>(
            environment,
            progress => new UpliftRun(environment, request, progress, cancellationToken).Do(),
            row => [row.Row.ToString(CultureInfo.InvariantCulture), row.Fold, row.Treated ? "1" : "0", LearnOutput.Exact(row.Outcome), LearnOutput.Exact(row.Uplift)],
            answer => Report(environment, answer));

    private static void Report(ProgramEnvironment environment, UpliftAnswer answer)
    {
        var write = environment.Out;
        var what = answer.Positive is null ? answer.Outcome : $"{answer.Outcome} = {answer.Positive}";
        write.WriteLine($"Uplift of {what} by {answer.Treatment} = {answer.Treated}: {Figures.Count(answer.Rows)} rows, {Figures.Count(answer.TreatedRows)} treated. Average effect {LearnOutput.Number(answer.AverageEffect)}. Model: {answer.Model}.");
        write.WriteLine($"Qini {Digits(answer.Qini)} (95 % of all rows: {Digits(answer.QiniInterval[0])} to {Digits(answer.QiniInterval[1])}), area under the uplift curve {Digits(answer.Auuc)} ({Digits(answer.AuucInterval[0])} to {Digits(answer.AuucInterval[1])}).");
        write.WriteLine();
        var table = new TextTable("Test", ">Rows", ">qini", ">auuc", ">uplift at 10 %", ">at 30 %", ">at 50 %");
        foreach (var fold in answer.Folds)
        {
            table.AddRow(fold.Name, Figures.Count(fold.Rows), Digits(fold.Qini), Digits(fold.Auuc), LearnOutput.Number(fold.UpliftAt10), LearnOutput.Number(fold.UpliftAt30), LearnOutput.Number(fold.UpliftAt50));
        }

        table.AddRow("mean", Figures.Count(answer.Rows), Digits(answer.Qini), Digits(answer.Auuc), LearnOutput.Number(answer.UpliftAt10), LearnOutput.Number(answer.UpliftAt30), LearnOutput.Number(answer.UpliftAt50));
        table.Write(environment);
        if (answer.Plan is { } plan)
        {
            write.WriteLine();
            write.WriteLine($"Plan: treat {Figures.Count(plan.Rows)} rows at a cost of {LearnOutput.Number(plan.Cost)}; expected gain {LearnOutput.Number(plan.ExpectedOutcome)} of outcome, profit {LearnOutput.Number(plan.ExpectedProfit)}; the test itself says {LearnOutput.Number(plan.MeasuredOutcome)} of outcome.");
        }

        foreach (var notice in answer.Notices)
        {
            write.WriteLine($"Note: {notice}");
        }
    }

    private static string Digits(double value) => value.ToString("0.00000", CultureInfo.InvariantCulture);
}
