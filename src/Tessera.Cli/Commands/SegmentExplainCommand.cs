using System.CommandLine;
using Tessera.Cli.Api;
using Tessera.Cli.Output;

namespace Tessera.Cli.Commands;

/// <summary><c>./tessera segments explain KEY CUSTOMER</c>.</summary>
internal static class SegmentExplainCommand
{
    public static Command Create(ProgramEnvironment environment)
    {
        var connection = new ConnectionOptions();
        var key = new Argument<string>("key") { Description = "The segment's key, such as champions." };
        var customer = new Argument<string>("customer") { Description = "A profile's id, or an identifier such as user_id:17850; a bare value is a user_id." };
        var command = new Command("explain", "Says why a customer is in a segment, or why not.");
        command.Arguments.Add(key);
        command.Arguments.Add(customer);
        connection.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var server = await connection.ConnectAsync(result, environment, mayCreate: false, cancellationToken);
            var profile = await ProfileLookup.FindIdAsync(server.Api, result.GetRequiredValue(customer), cancellationToken);
            var answer = await server.Api.GetAsync(
                $"/api/segments/{Uri.EscapeDataString(result.GetRequiredValue(key))}/explain/{profile}", cancellationToken);
            if (result.GetValue(connection.Json))
            {
                environment.Out.WriteLine(answer.Text);
                return ExitCodes.Success;
            }

            environment.Out.WriteLine(answer.Value.Text("sentence"));
            var table = new TextTable("Condition", "Value", "Means", "Holds");
            foreach (var condition in answer.Value.List("conditions"))
            {
                table.AddRow(condition.Text("label"), condition.Text("value"), condition.Text("text"), condition.Text("holds") == "true" ? "yes" : "no");
            }

            table.Write(environment);
            return ExitCodes.Success;
        });
        return command;
    }
}
