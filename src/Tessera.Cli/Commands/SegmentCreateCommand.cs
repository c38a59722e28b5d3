using System.CommandLine;
using Tessera.Cli.Api;

namespace Tessera.Cli.Commands;

/// <summary><c>./tessera segments create KEY DEFINITION</c>.</summary>
internal static class SegmentCreateCommand
{
    public static Command Create(ProgramEnvironment environment)
    {
        var connection = new ConnectionOptions();
        var key = new Argument<string>("key") { Description = "The segment's key: lower-case letters, digits and hyphens." };
        var definition = new Argument<string>("definition") { Description = "Who belongs, in the segment language." };
        var name = new Option<string?>("--name") { Description = "The segment's name for people; the key when left out.", HelpName = "NAME" };
        var description = new Option<string?>("--description") { Description = "What it is for.", HelpName = "TEXT" };
        var command = new Command("create", "Makes a segment of a definition in the segment language.") { key, definition, name, description };
        connection.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var server = await connection.ConnectAsync(result, environment, mayCreate: false, cancellationToken);
            var body = new
            {
                key = result.GetRequiredValue(key),
                name = result.GetValue(name) ?? result.GetRequiredValue(key),
                definition = result.GetRequiredValue(definition),
                description = result.GetValue(description) ?? "",
            };
            await CostNotice.WriteAsync(environment, server.Api, body.definition, about: null, cancellationToken);
            await server.Api.SendJsonAsync(HttpMethod.Post, "/api/segments", body, cancellationToken);
            await ComputedSegment.WriteAsync(environment, server.Api, body.key, result.GetValue(connection.Json), cancellationToken);
            return ExitCodes.Success;
        });
        return command;
    }
}
