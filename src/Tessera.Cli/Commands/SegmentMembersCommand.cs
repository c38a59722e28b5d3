using System.CommandLine;
using Tessera.Cli.Api;
using Tessera.Cli.Output;

namespace Tessera.Cli.Commands;

/// <summary><c>./tessera segments members KEY</c>.</summary>
internal static class SegmentMembersCommand
{
    private const int DefaultLimit = 50;
    private static readonly string[] Formats = ["csv", "jsonl", "parquet"];

    public static Command Create(ProgramEnvironment environment)
    {
        var connection = new ConnectionOptions();
        var key = new Argument<string>("key") { Description = "The segment's key, such as champions." };
        var limit = new Option<int>("--limit") { Description = "How many members.", HelpName = "N", DefaultValueFactory = _ => DefaultLimit };
        var cursor = new Option<string?>("--cursor") { Description = "Where to go on: \"next\" of the page before.", HelpName = "CURSOR" };
        var sort = new Option<string?>("--sort") { Description = "The order, as the API knows it, such as -monetary.", HelpName = "ORDER" };
        var at = new Option<string?>("--at") { Description = "The instant asked about, for segments in the language; now when left out.", HelpName = "INSTANT" };
        var format = new Option<string?>("--format") { Description = "Print all members as csv, jsonl or parquet.", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong(Formats);
        var csv = new Option<bool>("--csv") { Description = "The same as --format csv." };
        var command = new Command("members", "Lists the members of a segment.");
        command.Arguments.Add(key);
        foreach (var option in new Option[] { limit, cursor, sort, at, format, csv })
        {
            command.Options.Add(option);
        }

        connection.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var server = await connection.ConnectAsync(result, environment, mayCreate: false, cancellationToken);
            var path = $"/api/segments/{Uri.EscapeDataString(result.GetRequiredValue(key))}/members";
            if ((result.GetValue(format) ?? (result.GetValue(csv) ? Formats[0] : null)) is { } file)
            {
                await FileOutput.CopyAsync(server.Api, $"{path}.{file}{new QueryText().With("at", result.GetValue(at))}", environment, cancellationToken);
                return ExitCodes.Success;
            }

            var query = new QueryText()
                .With("limit", result.GetValue(limit))
                .With("cursor", result.GetValue(cursor))
                .With("sort", result.GetValue(sort))
                .With("at", result.GetValue(at));
            var answer = await server.Api.GetAsync(path + query, cancellationToken);
            if (result.GetValue(connection.Json))
            {
                environment.Out.WriteLine(answer.Text);
            }
            else
            {
                Write(environment, answer);
            }

            return ExitCodes.Success;
        });
        return command;
    }

    private static void Write(ProgramEnvironment environment, JsonAnswer answer)
    {
        var table = new TextTable("Profile", "Identifier", "Name", "Country", "Since", ">Recency (days)", ">Orders", ">Value", "R F M");
        foreach (var member in answer.Items)
        {
            table.AddRow(
                member.Text("profileId"),
                member.Text("identifier.value"),
                member.Text("name"),
                member.Text("country"),
                member.Text("since"),
                Figures.Count(member.Number("recencyDays")),
                Figures.Count(member.Number("frequency")),
                Figures.Money(member.Number("monetary")),
                $"{member.Text("scores.recency")} {member.Text("scores.frequency")} {member.Text("scores.monetary")}");
        }

        table.Write(environment);
        if (answer.Next is { } next)
        {
            environment.Error.WriteLine($"There are more: go on with --cursor {next}, or take all with --format csv.");
        }
    }
}
