using System.CommandLine;
using System.Globalization;
using Tessera.Cli.Learning;
using Tessera.Cli.Output;
using Tessera.Learning;

namespace Tessera.Cli.Commands;

/// <summary><c>./tessera learn cluster</c>: groups of rows that are alike.</summary>
internal static class LearnClusterCommand
{
    public static Command Create(ProgramEnvironment environment)
    {
        var file = new Argument<string>("FILE") { Description = "A table with a header: CSV or TSV, gzip too." };
        var columns = new Option<string?>("--columns") { Description = "The columns to cluster by, separated by commas. Default: all numbers that are no identifiers.", HelpName = "COL,…" };
        var log = new Option<bool>("--log") { Description = "Takes log(1 + v) of every column first, for amounts and counts." };
        var k = new Option<string>("--k") { Description = "How many clusters, or auto.", HelpName = "N", DefaultValueFactory = _ => "auto" };
        var model = new Option<string>("--model") { Description = "The model.", DefaultValueFactory = _ => "kmeans" }.AcceptOnlyFromAmong("kmeans");
        var restarts = new Option<int>("--restarts") { Description = "Independent starts, of which the best is kept.", HelpName = "N", DefaultValueFactory = _ => 50 };
        var seed = new Option<ulong>("--seed") { Description = "The seed of the starts.", HelpName = "S", DefaultValueFactory = _ => 1 };
        var json = new Option<bool>("--json") { Description = "Answers as JSON." };
        var output = new Option<string?>("--out") { Description = "Writes the cluster of every row.", HelpName = "FILE" };
        var command = new Command("cluster", "Groups rows that are alike; columns are standardised first.");
        command.Arguments.Add(file);
        foreach (var option in new Option[] { columns, log, k, model, restarts, seed, json, output })
        {
            command.Options.Add(option);
        }

        command.SetAction((result, cancellationToken) =>
        {
            var request = new ClusterRequest(
                result.GetRequiredValue(file),
                result.GetValue(columns)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [],
                result.GetValue(log),
                Count(result.GetRequiredValue(k)),
                result.GetValue(restarts),
                result.GetValue(seed));
            if (request.Restarts is < 1 or > 10_000)
            {
                throw new CommandFailure("--restarts must lie between 1 and 10000.", ExitCodes.WrongUsage);
            }

            return Task.Run(() => Run(environment, request, result.GetValue(json), result.GetValue(output), cancellationToken), cancellationToken);
        });
        return command;
    }

    private static int? Count(string text) => text == "auto" ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var k) && k is >= 1 and <= 10_000 ? k
        : throw new CommandFailure("--k must be auto or a number from 1 to 10000.", ExitCodes.WrongUsage);

    private static int Run(ProgramEnvironment environment, ClusterRequest request, bool json, string? output, CancellationToken cancellationToken)
    {
        ClusterAnswer answer;
        IReadOnlyList<(int Row, int Cluster)> rows;
        using (var progress = new ProgressLine(environment))
        {
            try
            {
                (answer, rows) = new ClusterRun(environment, request, progress, cancellationToken).Do();
            }
            catch (NotEstimableException failure)
            {
                throw new CommandFailure($"{request.File}: {failure.Message}");
            }
        }

        if (output is not null)
        {
            LearnOutput.WriteRows(
                environment,
                output,
                ["row", "cluster"],
                rows.Select(each => new[] { each.Row.ToString(CultureInfo.InvariantCulture), (each.Cluster + 1).ToString(CultureInfo.InvariantCulture) }));
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

    private static void Report(ProgramEnvironment environment, ClusterAnswer answer)
    {
        var write = environment.Out;
        write.WriteLine($"{answer.K} clusters of {Figures.Count(answer.Rows)} rows. {answer.Reason} Inertia {LearnOutput.Number(answer.Inertia)}, silhouette {LearnOutput.Number(answer.Silhouette)}.");
        write.WriteLine();
        var clusters = new TextTable(["Cluster", ">Rows", ">Share", .. answer.Columns.Select(column => $">{column}")]);
        for (var i = 0; i < answer.K; i++)
        {
            clusters.AddRow([
                (i + 1).ToString(CultureInfo.InvariantCulture),
                Figures.Count(answer.Sizes[i]),
                Figures.Share((decimal)answer.Sizes[i] / answer.Rows),
                .. answer.Columns.Select(column => LearnOutput.Number(answer.Centres[i][column]))]);
        }

        clusters.Write(environment);
        if (answer.Tried.Count > 0)
        {
            write.WriteLine();
            var tried = new TextTable(">Clusters", ">Inertia", ">Silhouette");
            foreach (var each in answer.Tried)
            {
                tried.AddRow(each.K.ToString(CultureInfo.InvariantCulture), LearnOutput.Number(each.Inertia), LearnOutput.Number(each.Silhouette));
            }

            tried.Write(environment);
        }

        foreach (var notice in answer.Notices)
        {
            write.WriteLine($"Note: {notice}");
        }
    }
}
