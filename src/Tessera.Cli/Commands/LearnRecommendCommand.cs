using System.CommandLine;
using System.Globalization;
using Tessera.Cli.Learning;
using Tessera.Cli.Output;

namespace Tessera.Cli.Commands;

/// <summary><c>./tessera learn recommend</c>: what each user may want next.</summary>
internal static class LearnRecommendCommand
{
    public static Command Create(ProgramEnvironment environment)
    {
        var file = new Argument<string>("FILE") { Description = "Purchases, views or ratings, one a line: CSV or TSV with a header, gzip too." };
        var user = new Option<string>("--user") { Description = "The column of the user.", HelpName = "COL", Required = true };
        var item = new Option<string>("--item") { Description = "The column of the item.", HelpName = "COL", Required = true };
        var rating = new Option<string?>("--rating") { Description = "The column of how much a row says: stars, a quantity. Rows of 0 or less do not count.", HelpName = "COL" };
        var minimum = new Option<double?>("--minimum-rating") { Description = "Rows with a lower rating do not count.", HelpName = "N" };
        var time = new Option<string?>("--time") { Description = "The column of the time, or of any number that grows with it. Default: the order of the file.", HelpName = "COL" };
        var content = new Option<string?>("--content") { Description = "Columns that describe the item, for --model content and hybrid.", HelpName = "COL,…" };
        var protocol = new Option<string>("--protocol") { Description = "How it is tested: on each user's last item, or on users held out.", DefaultValueFactory = _ => "last-out" }.AcceptOnlyFromAmong("last-out", "strong");
        var model = new Option<string>("--model") { Description = "The model.", DefaultValueFactory = _ => "auto" }.AcceptOnlyFromAmong("auto", "ease", "als", "knn", "popular", "content", "hybrid");
        var surprise = new Option<double>("--surprise") { Description = "How much novelty, diversity and serendipity count against relevance, 0 to 1.", HelpName = "S", DefaultValueFactory = _ => 0 };
        var seed = new Option<ulong>("--seed") { Description = "The seed of splits and models.", HelpName = "S", DefaultValueFactory = _ => 1 };
        var json = new Option<bool>("--json") { Description = "Answers as JSON." };
        var output = new Option<string?>("--out") { Description = "Writes ten recommendations for every user tested.", HelpName = "FILE" };
        var command = new Command("recommend", "Learns what users may want next from what they had before.");
        command.Arguments.Add(file);
        foreach (var option in new Option[] { user, item, rating, minimum, time, content, protocol, model, surprise, seed, json, output })
        {
            command.Options.Add(option);
        }

        command.SetAction((result, cancellationToken) =>
        {
            var request = new RecommendRequest(
                result.GetRequiredValue(file),
                result.GetRequiredValue(user),
                result.GetRequiredValue(item),
                result.GetValue(rating),
                result.GetValue(minimum),
                result.GetValue(time),
                result.GetValue(content)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [],
                result.GetRequiredValue(protocol) == "strong",
                result.GetRequiredValue(model),
                result.GetValue(surprise),
                result.GetValue(seed));
            Check(request);
            return Task.Run(() => Run(environment, request, result.GetValue(json), result.GetValue(output), cancellationToken), cancellationToken);
        });
        return command;
    }

    private static void Check(RecommendRequest request)
    {
        var problem = request switch
        {
            { Surprise: var surprise } when !(surprise is >= 0 and <= 1) => "--surprise must lie between 0 and 1.",
            { MinimumRating: not null, Rating: null } => "--minimum-rating needs --rating.",
            { Model: "content" or "hybrid", Content.Count: 0 } => $"--model {request.Model} needs --content, the columns that describe an item.",
            _ => null,
        };
        if (problem is not null)
        {
            throw new CommandFailure(problem, ExitCodes.WrongUsage);
        }
    }

    private static int Run(ProgramEnvironment environment, RecommendRequest request, bool json, string? output, CancellationToken cancellationToken) =>
        new LearnedRows(request.File, json, output, "user", "rank", "item", "score", "hit").Answer<RecommendAnswer, RowRecommendation>(
            environment,
            progress => new RecommendRun(environment, request, progress, cancellationToken).Do(),
            row => [row.User, row.Rank.ToString(CultureInfo.InvariantCulture), row.Item, LearnOutput.Exact(row.Score), row.Hit ? "1" : "0"],
            answer => Report(environment, answer));

    private static void Report(ProgramEnvironment environment, RecommendAnswer answer)
    {
        var write = environment.Out;
        write.WriteLine($"{answer.Model}, tested {answer.Protocol} on {Figures.Count(answer.TestedUsers)} users; {Figures.Count(answer.Interactions)} pairs of {Figures.Count(answer.Users)} users and {Figures.Count(answer.Items)} items.");
        write.WriteLine();
        var table = new TextTable("What was held back", ">", "Beyond accuracy", ">");
        table.AddRow("hit rate at 10", LearnOutput.Number(answer.HitRateAt10), "coverage", LearnOutput.Number(answer.Coverage));
        table.AddRow("NDCG at 10", LearnOutput.Number(answer.NdcgAt10), "novelty (bits)", LearnOutput.Number(answer.Novelty));
        table.AddRow("recall at 20", LearnOutput.Number(answer.RecallAt20), "diversity", LearnOutput.Number(answer.Diversity));
        table.AddRow("reciprocal rank", LearnOutput.Number(answer.MeanReciprocalRank), "serendipity", LearnOutput.Number(answer.Serendipity));
        table.Write(environment);
        if (answer.Tried.Count > 0)
        {
            write.WriteLine();
            var tried = new TextTable("Tried on interactions held back", ">NDCG at 10");
            foreach (var each in answer.Tried)
            {
                tried.AddRow(each.Model, LearnOutput.Number(each.NdcgAt10));
            }

            tried.Write(environment);
        }

        foreach (var notice in answer.Notices)
        {
            write.WriteLine($"Note: {notice}");
        }
    }
}
