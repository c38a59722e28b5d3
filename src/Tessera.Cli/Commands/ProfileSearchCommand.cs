using System.CommandLine;
using Tessera.Cli.Api;
using Tessera.Cli.Output;

namespace Tessera.Cli.Commands;

/// <summary><c>./tessera profiles search TEXT</c>.</summary>
internal static class ProfileSearchCommand
{
    private const int DefaultLimit = 20;

    public static Command Create(ProgramEnvironment environment)
    {
        var connection = new ConnectionOptions();
        var text = new Argument<string?>("text") { Description = "Part of a name, an e-mail address or an identifier; nothing: everybody.", Arity = ArgumentArity.ZeroOrOne };
        var segment = new Option<string?>("--segment") { Description = "Only members of this segment.", HelpName = "KEY" };
        var limit = new Option<int>("--limit") { Description = "How many.", HelpName = "N", DefaultValueFactory = _ => DefaultLimit };
        var cursor = new Option<string?>("--cursor") { Description = "Where to go on: \"next\" of the page before.", HelpName = "CURSOR" };
        var command = new Command("search", "Finds customers.");
        command.Arguments.Add(text);
        command.Options.Add(segment);
        command.Options.Add(limit);
        command.Options.Add(cursor);
        connection.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var server = await connection.ConnectAsync(result, environment, mayCreate: false, cancellationToken);
            var query = new QueryText()
                .With("search", result.GetValue(text))
                .With("segment", result.GetValue(segment))
                .With("limit", result.GetValue(limit))
                .With("cursor", result.GetValue(cursor));
            var answer = await server.Api.GetAsync($"/api/profiles{query}", cancellationToken);
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
        var table = new TextTable("Profile", "Identifier", "Name", "Country", "Last seen", ">Orders", ">Revenue", "Segments");
        foreach (var profile in answer.Items)
        {
            table.AddRow(
                profile.Text("id"),
                profile.Text("identifier.value"),
                profile.Text("name"),
                profile.Text("country"),
                Figures.Day(profile.Instant("lastSeen")),
                Figures.Count(profile.Number("orders")),
                Figures.Money(profile.Number("revenue")),
                string.Join(", ", profile.List("segments").Select(segment => segment.Text("name"))));
        }

        table.Write(environment);
        if (answer.Next is { } next)
        {
            environment.Error.WriteLine($"There are more: go on with --cursor {next}.");
        }
    }
}
