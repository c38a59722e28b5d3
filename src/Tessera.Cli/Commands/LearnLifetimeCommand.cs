using System.CommandLine;
using System.Globalization;
using Tessera.Cli.Learning;
using Tessera.Cli.Output;
using Tessera.Learning.Lifetime;

namespace Tessera.Cli.Commands;

/// <summary><c>./tessera learn lifetime</c>: how often customers will buy, whether they are still there, what they will spend.</summary>
internal static class LearnLifetimeCommand
{
    private static readonly string[] Models = ["auto", .. LifetimeModelSelector.Estimators.Keys];

    public static Command Create(ProgramEnvironment environment)
    {
        var file = new Argument<string>("FILE") { Description = "Purchases, one a line; or with --summary customers, one a line." };
        var summary = new Option<bool>("--summary") { Description = "The file has one line per customer with the columns x, t_x and T." };
        var customer = new Option<string?>("--customer") { Description = "The column of the customer.", HelpName = "COL" };
        var time = new Option<string?>("--time") { Description = "The column of the time.", HelpName = "COL" };
        var amount = new Option<string?>("--amount") { Description = "The column of the amount, or two to multiply: \"Quantity*UnitPrice\". With --summary: the mean of repeat purchases.", HelpName = "COL" };
        var end = new Option<DateOnly?>("--calibration-end") { Description = "The last day to learn from; later days test the model.", HelpName = "YYYY-MM-DD" };
        var unit = new Option<string>("--unit") { Description = "The unit of time: days or weeks.", DefaultValueFactory = _ => "weeks" }.AcceptOnlyFromAmong("days", "weeks");
        var model = new Option<string>("--model") { Description = "The model.", DefaultValueFactory = _ => "auto" }.AcceptOnlyFromAmong(Models);
        var horizon = new Option<double?>("--horizon") { Description = "How far to forecast, in the unit. Default: the holdout's length, else a year.", HelpName = "N" };
        var discount = new Option<double>("--discount") { Description = "The yearly discount rate of values.", HelpName = "RATE", DefaultValueFactory = _ => 0.1 };
        var bootstrap = new Option<int>("--bootstrap") { Description = "Intervals from this many simulated data sets, at least 20.", HelpName = "N" };
        var seed = new Option<int>("--seed") { Description = "The seed of the bootstrap.", HelpName = "S", DefaultValueFactory = _ => 1 };
        var json = new Option<bool>("--json") { Description = "Answers as JSON." };
        var output = new Option<string?>("--out") { Description = "Writes a line per customer.", HelpName = "FILE" };
        var command = new Command("lifetime", "Customer lifetime: purchases to come, probability of being alive, value.");
        command.Arguments.Add(file);
        foreach (var option in new Option[] { summary, customer, time, amount, end, unit, model, horizon, discount, bootstrap, seed, json, output })
        {
            command.Options.Add(option);
        }

        command.SetAction((result, cancellationToken) =>
        {
            var request = new LifetimeRequest(
                result.GetRequiredValue(file),
                result.GetValue(summary),
                result.GetValue(customer),
                result.GetValue(time),
                result.GetValue(amount),
                result.GetValue(end),
                result.GetValue(unit) == "days" ? TimeUnit.Days : TimeUnit.Weeks,
                result.GetRequiredValue(model),
                result.GetValue(horizon),
                result.GetValue(discount),
                result.GetValue(bootstrap),
                result.GetValue(seed));
            Check(request);
            return Task.Run(() => Run(environment, request, result.GetValue(json), result.GetValue(output), cancellationToken), cancellationToken);
        });
        return command;
    }

    private static void Check(LifetimeRequest request)
    {
        var problem = request switch
        {
            { Summary: false, Customer: null } or { Summary: false, Time: null } => "Name the columns of the customer and the time (--customer, --time), or say --summary.",
            { Summary: true, Time: not null } or { Summary: true, CalibrationEnd: not null } => "A summary has no times of purchases: leave --time and --calibration-end out.",
            { Horizon: { } horizon } when !(horizon >= 0 && double.IsFinite(horizon)) => "--horizon must be a finite number of at least 0.",
            { YearlyDiscount: var rate } when !(rate >= 0 && double.IsFinite(rate)) => "--discount must be a finite number of at least 0, such as 0.1.",
            { Bootstrap: < 0 or (> 0 and < 20) or > 100_000 } => "--bootstrap must lie between 20 and 100000.",
            _ => null,
        };
        if (problem is not null)
        {
            throw new CommandFailure(problem, ExitCodes.WrongUsage);
        }
    }

    private static int Run(ProgramEnvironment environment, LifetimeRequest request, bool json, string? output, CancellationToken cancellationToken)
    {
        LifetimeData data;
        LifetimeAnswer answer;
        CustomerForecast[] forecasts;
        using (var progress = new ProgressLine(environment))
        {
            progress.Report($"Reading {request.File}");
            data = LifetimeData.Read(environment, request, cancellationToken);
            (answer, forecasts) = new LifetimeRun(request, data, progress, cancellationToken).Do();
        }

        if (output is not null)
        {
            WriteRows(environment, output, data, forecasts);
        }

        if (json)
        {
            LearnOutput.WriteJson(environment, answer);
        }
        else
        {
            Report(environment, answer);
        }

        return ExitCodes.Success;
    }

    private static void WriteRows(ProgramEnvironment environment, string path, LifetimeData data, CustomerForecast[] forecasts) =>
        LearnOutput.WriteRows(
            environment,
            path,
            ["customer", "x", "t_x", "T", "probability_alive", "expected_purchases", "expected_amount", "discounted_value", "holdout_purchases"],
            forecasts.Select((forecast, i) => new[]
            {
                data.Names[i],
                data.Histories[i].Frequency.ToString(CultureInfo.InvariantCulture),
                LearnOutput.Exact(data.Histories[i].Recency),
                LearnOutput.Exact(data.Histories[i].Age),
                LearnOutput.Exact(forecast.ProbabilityAlive),
                LearnOutput.Exact(forecast.Purchases),
                LearnOutput.Exact(forecast.Amount),
                LearnOutput.Exact(forecast.Value),
                data.Log is { HoldoutLength: > 0 } log ? log.Customers[i].HoldoutPurchases.ToString(CultureInfo.InvariantCulture) : "",
            }));

    private static void Report(ProgramEnvironment environment, LifetimeAnswer answer)
    {
        var write = environment.Out;
        write.WriteLine($"{answer.Model} on {Figures.Count(answer.Customers)} customers, times in {answer.Unit}. {answer.Reason}");
        write.WriteLine($"Log-likelihood {LearnOutput.Number(answer.LogLikelihood)}, {answer.Iterations} steps.");
        WriteParameters(environment, answer.Parameters, answer.StandardErrors, answer.Intervals);
        if (answer.Holdout is { } holdout)
        {
            write.WriteLine($"Holdout of {LearnOutput.Number(holdout.Length)} {answer.Unit}: {Figures.Count((decimal)holdout.ActualTotal)} purchases, {Figures.Count((decimal)Math.Round(holdout.PredictedTotal))} predicted; "
                + $"MAE {LearnOutput.Number(holdout.Mae)}, RMSE {LearnOutput.Number(holdout.Rmse)}, rank correlation {LearnOutput.Number(holdout.Spearman)}.");
        }

        if (answer.Spend is { } spend)
        {
            write.WriteLine($"Spend ({spend.Model}, {Figures.Count(spend.Customers)} customers): mean amount {LearnOutput.Number(spend.PopulationMean)}.");
            WriteParameters(environment, spend.Parameters, spend.StandardErrors, []);
        }

        var value = answer.Forecast.DiscountedValue is { } worth ? $", worth {LearnOutput.Number(worth)} today" : "";
        write.WriteLine($"Next {LearnOutput.Number(answer.Forecast.Horizon)} {answer.Unit}: {LearnOutput.Number(answer.Forecast.ExpectedPurchases)} purchases expected{value}; {LearnOutput.Number(answer.Forecast.Alive)} customers alive.");
        foreach (var warning in answer.Warnings)
        {
            write.WriteLine($"Note: {warning}");
        }
    }

    private static void WriteParameters(
        ProgramEnvironment environment, Dictionary<string, double> values, Dictionary<string, double?> errors, IReadOnlyList<BootstrapInterval> intervals)
    {
        var table = new TextTable("Parameter", ">Value", ">Standard error", ">95 % from", ">to");
        foreach (var (name, value) in values)
        {
            var interval = intervals.FirstOrDefault(each => each.Name == name);
            table.AddRow(name, LearnOutput.Number(value), LearnOutput.Number(errors[name]), LearnOutput.Number(interval?.Lower), LearnOutput.Number(interval?.Upper));
        }

        foreach (var interval in intervals.Where(each => !values.ContainsKey(each.Name)))
        {
            table.AddRow(interval.Name, LearnOutput.Number(interval.Estimate), "", LearnOutput.Number(interval.Lower), LearnOutput.Number(interval.Upper));
        }

        table.Write(environment);
    }
}
