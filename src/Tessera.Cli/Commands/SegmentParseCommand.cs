using System.CommandLine;
using Tessera.Cli.Api;

namespace Tessera.Cli.Commands;

/// <summary><c>./tessera segments parse DEFINITION</c>.</summary>
internal static class SegmentParseCommand
{
    public static Command Create(ProgramEnvironment environment)
    {
        var connection = new ConnectionOptions();
        var definition = new Argument<string>("definition") { Description = "Who belongs, in the segment language." };
        var command = new Command("parse", "Reads a definition and checks it against the workspace: as it is written canonically, in plain words, and what it takes; keeps nothing.") { definition };
        connection.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var server = await connection.ConnectAsync(result, environment, mayCreate: false, cancellationToken);
            var answer = await server.Api.SendJsonAsync(HttpMethod.Post, "/api/segments/parse", new { definition = result.GetRequiredValue(definition) }, cancellationToken);
            if (result.GetValue(connection.Json))
            {
                environment.Out.WriteLine(answer.Text);
                return ExitCodes.Success;
            }

            var parsed = answer.Value;
            foreach (var warning in parsed.List("warnings"))
            {
                environment.Error.WriteLine($"{warning.Text("line")}:{warning.Text("column")}: warning: {warning.Text("message")}");
            }

            environment.Out.WriteLine(parsed.Text("canonical"));
            environment.Out.WriteLine(parsed.Text("description"));
            environment.Out.WriteLine(parsed.Text("cost.sentence"));
            return ExitCodes.Success;
        });
        return command;
    }
}
