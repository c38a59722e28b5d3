using System.CommandLine;
using System.Globalization;
using Tessera.Cli.Learning;
using Tessera.Cli.Output;

namespace Tessera.Cli.Commands;

/// <summary><c>./tessera learn cluster</c>: groups of rows that are alike.</summary>
internal static class LearnClusterCommand
{
    public static Command Create(ProgramEnvironment environment)
    {
        var file = new Argument<string>("FILE") { Description = "A table with a header: CSV or TSV, gzip too." };
        var columns = new Option<string?>("--columns") { Description = "The columns to cluster by, separated by commas. Default: all that are no identifiers and that the model takes.", HelpName = "COL,…" };
        var log = new Option<bool>("--log") { Description = "Takes log(1 + v) of every column first, for amounts and counts." };
        var k = new Option<string>("--k") { Description = "How many clusters, or auto.", HelpName = "N", DefaultValueFactory = _ => "auto" };
        var model = new Option<string>("--model") { Description = "The model.", DefaultValueFactory = _ => "kmeans" }.AcceptOnlyFromAmong("kmeans", "gmm", "hdbscan", "kprototypes");
        var minimum = new Option<int?>("--min-size") { Description = "The least rows of a cluster of hdbscan.", HelpName = "N" };
        var restarts = new Option<int>("--restarts") { Description = "Independent starts, of which the best is kept.", HelpName = "N", DefaultValueFactory = _ => 50 };
        var seed = new Option<ulong>("--seed") { Description = "The seed of the starts.", HelpName = "S", DefaultValueFactory = _ => 1 };
        var json = new Option<bool>("--json") { Description = "Answers as JSON." };
        var output = new Option<string?>("--out") { Description = "Writes the cluster of every row.", HelpName = "FILE" };
        var command = new Command("cluster", "Groups rows that are alike; columns are standardised first.");
        command.Arguments.Add(file);
        foreach (var option in new Option[] { columns, log, k, model, minimum, restarts, seed, json, output })
        {
            command.Options.Add(option);
        }

        command.SetAction((result, cancellationToken) =>
        {
            var request = new ClusterRequest(
                result.GetRequiredValue(file),
                result.GetValue(columns)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [],
                result.GetValue(log),
                result.GetRequiredValue(model),
                Count(result.GetRequiredValue(k)),
                result.GetValue(minimum),
                result.GetValue(restarts),
                result.GetValue(seed));
            Check(request);
            return Task.Run(() => Run(environment, request, result.GetValue(json), result.GetValue(output), cancellationToken), cancellationToken);
        });
        return command;
    }

    private static void Check(ClusterRequest request)
    {
        var problem = request switch
        {
            { Restarts: < 1 or > 10_000 } => "--restarts must lie between 1 and 10000.",
            { Model: "hdbscan", K: not null } => "--model hdbscan finds the number of clusters itself; leave --k out, or set --min-size.",
            { Model: not "hdbscan", MinimumSize: not null } => "--min-size is for --model hdbscan.",
            { MinimumSize: < 2 } => "--min-size must be at least 2.",
            _ => null,
        };
        if (problem is not null)
        {
            throw new CommandFailure(problem, ExitCodes.WrongUsage);
        }
    }

    private static int? Count(string text) => text == "auto" ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var k) && k is >= 1 and <= 10_000 ? k
        : throw new CommandFailure("--k must be auto or a number from 1 to 10000.", ExitCodes.WrongUsage);

    private static int Run(ProgramEnvironment environment, ClusterRequest request, bool json, string? output, CancellationToken cancellationToken) =>
        new LearnedRows(request.File, json, output, "row", "cluster").Answer<ClusterAnswer, (int Row, int Cluster)>(
            environment,
            progress => new ClusterRun(environment, request, progress, cancellationToken).Do(),
            each => [each.Row.ToString(CultureInfo.InvariantCulture), each.Cluster < 0 ? "" : (each.Cluster + 1).ToString(CultureInfo.InvariantCulture)],
            answer => Report(environment, answer));

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
                .. answer.Columns.Select(column => answer.Centres[i][column] is double number ? LearnOutput.Number(number) : answer.Centres[i][column].ToString() ?? "")]);
        }

        clusters.Write(environment);
        for (var i = 0; i < answer.K; i++)
        {
            if (answer.Traits[i].Count > 0)
            {
                write.WriteLine($"Cluster {i + 1}: {string.Join(", ", answer.Traits[i])}.");
            }
        }

        if (answer.Noise > 0)
        {
            write.WriteLine($"{Figures.Count(answer.Noise)} rows are in no cluster.");
        }

        if (answer.Tried.Count > 0)
        {
            write.WriteLine();
            var tried = new TextTable(">Clusters", answer.Model == "gmm" ? ">BIC" : ">Inertia", ">Silhouette", ">Stability");
            foreach (var each in answer.Tried)
            {
                tried.AddRow(each.K.ToString(CultureInfo.InvariantCulture), LearnOutput.Number(each.Inertia), LearnOutput.Number(each.Silhouette), LearnOutput.Number(each.Stability));
            }

            tried.Write(environment);
        }

        foreach (var notice in answer.Notices)
        {
            write.WriteLine($"Note: {notice}");
        }
    }
}
