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
        var at = new Option<string?>("--at") { Description = "The instant asked about, or a date, for segments in the language; now when left out.", HelpName = "INSTANT" };
        var command = new Command("explain", "Says why a customer is in a segment, or why not, and what would change it.");
        command.Arguments.Add(key);
        command.Arguments.Add(customer);
        command.Options.Add(at);
        connection.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var server = await connection.ConnectAsync(result, environment, mayCreate: false, cancellationToken);
            var profile = await ProfileLookup.FindIdAsync(server.Api, result.GetRequiredValue(customer), cancellationToken);
            var answer = await server.Api.GetAsync(
                $"/api/segments/{Uri.EscapeDataString(result.GetRequiredValue(key))}/explain/{profile}{new QueryText().With("at", result.GetValue(at))}", cancellationToken);
            if (result.GetValue(connection.Json))
            {
                environment.Out.WriteLine(answer.Text);
                return ExitCodes.Success;
            }

            ExplanationOutput.Write(environment, answer.Value);
            return ExitCodes.Success;
        });
        return command;
    }
}
