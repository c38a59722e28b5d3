using System.CommandLine;
using System.Globalization;
using Tessera.Cli.Learning;
using Tessera.Cli.Output;

namespace Tessera.Cli.Commands;

/// <summary><c>./tessera learn experiment</c>: what a treatment did, and how sure that is.</summary>
internal static class LearnExperimentCommand
{
    public static Command Create(ProgramEnvironment environment)
    {
        var file = new Argument<string>("FILE") { Description = "Observations, one a line: one line per randomised unit, such as a customer." };
        var variant = new Option<string>("--variant") { Description = "The column of the variant.", HelpName = "COL", Required = true };
        var metric = new Option<string>("--metric") { Description = "The column of the metric; yes/no and true/false count as 1 and 0.", HelpName = "COL", Required = true };
        var covariate = new Option<string?>("--covariate") { Description = "A column from before the experiment that explains part of the metric (CUPED).", HelpName = "COL" };
        var denominator = new Option<string?>("--denominator") { Description = "Divides the metric: compares ratios such as revenue per session.", HelpName = "COL" };
        var strata = new Option<string?>("--strata") { Description = "A column of groups from before the experiment (post-stratification).", HelpName = "COL" };
        var quantile = new Option<double?>("--quantile") { Description = "Compares this quantile instead of the mean, such as 0.5.", HelpName = "Q" };
        var control = new Option<string?>("--control") { Description = "The variant that the others are compared with.", HelpName = "VALUE" };
        var method = new Option<string>("--method") { Description = "How to decide; sequential stays valid however often one looks.", DefaultValueFactory = _ => "frequentist" }
            .AcceptOnlyFromAmong("frequentist", "bayesian", "sequential");
        var correction = new Option<string>("--correction") { Description = "Adjusts p-values for several treatments.", DefaultValueFactory = _ => "holm" }
            .AcceptOnlyFromAmong("holm", "bh", "none");
        var ratio = new Option<string?>("--ratio") { Description = "The intended sizes of the variants in the order of their names, such as 9:1. Default: equal.", HelpName = "N:N" };
        var level = new Option<double>("--level") { Description = "The probability of intervals.", HelpName = "P", DefaultValueFactory = _ => 0.95 };
        var json = new Option<bool>("--json") { Description = "Answers as JSON." };
        var command = new Command("experiment", "Compares the variants of an experiment.");
        command.Arguments.Add(file);
        foreach (var option in new Option[] { variant, metric, covariate, denominator, strata, quantile, control, method, correction, ratio, level, json })
        {
            command.Options.Add(option);
        }

        command.SetAction((result, cancellationToken) =>
        {
            var request = new ExperimentRequest(
                result.GetRequiredValue(file),
                result.GetRequiredValue(variant),
                result.GetRequiredValue(metric),
                result.GetValue(covariate),
                result.GetValue(denominator),
                result.GetValue(strata),
                result.GetValue(quantile),
                result.GetValue(control),
                result.GetRequiredValue(method),
                result.GetRequiredValue(correction),
                Weights(result.GetValue(ratio)),
                result.GetValue(level));
            Check(request);
            return Task.Run(() => Run(environment, request, result.GetValue(json), cancellationToken), cancellationToken);
        });
        return command;
    }

    private static double[] Weights(string? ratio)
    {
        if (ratio is null)
        {
            return [];
        }

        var parts = ratio.Split(':');
        var weights = new double[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out weights[i]) || !(weights[i] > 0 && double.IsFinite(weights[i])))
            {
                throw new CommandFailure($"--ratio {ratio} is not a ratio of numbers above 0 such as 9:1.", ExitCodes.WrongUsage);
            }
        }

        return weights;
    }

    private static void Check(ExperimentRequest request)
    {
        var kinds = new[] { request.Covariate, request.Denominator, request.Strata, request.Quantile is null ? null : "quantile" }.Count(each => each is not null);
        var problem = request switch
        {
            _ when kinds > 1 => "Say only one of --covariate, --denominator, --strata and --quantile.",
            { Quantile: not null, Method: not "frequentist" } or { Denominator: not null, Method: not "frequentist" } => $"Ratios and quantiles are compared by --method frequentist only, not {request.Method}.",
            { Quantile: { } quantile } when !(quantile is > 0 and < 1) => "--quantile must be above 0 and below 1.",
            { Level: var level } when !(level is >= 0.5 and < 1) => "--level must be at least 0.5 and below 1.",
            _ => null,
        };
        if (problem is not null)
        {
            throw new CommandFailure(problem, ExitCodes.WrongUsage);
        }
    }

    private static int Run(ProgramEnvironment environment, ExperimentRequest request, bool json, CancellationToken cancellationToken)
    {
        ExperimentAnswer answer;
        using (var progress = new ProgressLine(environment))
        {
            progress.Report($"Reading {request.File}");
            answer = new ExperimentRun(request, cancellationToken).Do(environment);
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

    private static void Report(ProgramEnvironment environment, ExperimentAnswer answer)
    {
        environment.Out.WriteLine($"{answer.Metric} ({answer.Kind}), {answer.Method}, against {answer.Control}.");
        var variants = new TextTable("Variant", ">Observations", ">Value", ">Standard deviation");
        foreach (var variant in answer.Variants)
        {
            variants.AddRow(variant.Name, Figures.Count(variant.Count), LearnOutput.Number(variant.Value), LearnOutput.Number(variant.StandardDeviation));
        }

        variants.Write(environment);
        var percent = (answer.Level * 100).ToString("0.#", CultureInfo.InvariantCulture);
        var effects = new TextTable("Variant", ">Effect", ">Relative", $">{percent} % from", ">to", ">p", ">p adjusted", ">P(better)", ">Expected loss");
        foreach (var each in answer.Comparisons)
        {
            effects.AddRow(
                each.Variant, LearnOutput.Number(each.Effect), Figures.Change((decimal?)each.RelativeEffect), LearnOutput.Number(each.Interval?[0]), LearnOutput.Number(each.Interval?[1]),
                LearnOutput.Number(each.PValue), LearnOutput.Number(each.AdjustedPValue), LearnOutput.Number(each.ProbabilityBetter), LearnOutput.Number(each.ExpectedLoss));
        }

        effects.Write(environment);
        foreach (var each in answer.Comparisons)
        {
            if (each.NotEstimable is not null)
            {
                environment.Out.WriteLine($"{each.Variant}: not estimable. {each.NotEstimable}");
            }

            if (each.VarianceReduction is { } reduction)
            {
                environment.Out.WriteLine($"{each.Variant}: the adjustment took {Figures.Share((decimal)reduction)} of the variance away.");
            }
        }

        environment.Out.WriteLine(answer.SampleRatioCheck.NotEstimable ?? $"Sample ratio: p = {LearnOutput.Number(answer.SampleRatioCheck.PValue)}{(answer.SampleRatioCheck.Mismatch ? ", a mismatch" : ", as intended")}.");
        foreach (var warning in answer.Warnings)
        {
            environment.Out.WriteLine($"Note: {warning}");
        }
    }
}
