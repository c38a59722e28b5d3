using System.CommandLine;
using Tessera.Cli.Api;

namespace Tessera.Cli.Commands;

/// <summary><c>./tessera segments change KEY</c>.</summary>
internal static class SegmentChangeCommand
{
    public static Command Create(ProgramEnvironment environment)
    {
        var connection = new ConnectionOptions();
        var key = new Argument<string>("key") { Description = "The segment's key." };
        var definition = new Option<string?>("--definition") { Description = "Who belongs, in the segment language; as it was when left out.", HelpName = "DEFINITION" };
        var name = new Option<string?>("--name") { Description = "The segment's name for people.", HelpName = "NAME" };
        var description = new Option<string?>("--description") { Description = "What it is for.", HelpName = "TEXT" };
        var command = new Command("change", "Changes a segment; what it was is kept as a version.") { key, definition, name, description };
        connection.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var server = await connection.ConnectAsync(result, environment, mayCreate: false, cancellationToken);
            var segment = result.GetRequiredValue(key);
            var body = new { definition = result.GetValue(definition), name = result.GetValue(name), description = result.GetValue(description) };
            if (body.definition is { } changed)
            {
                await CostNotice.WriteAsync(environment, server.Api, changed, about: null, cancellationToken);
            }

            await server.Api.SendJsonAsync(HttpMethod.Put, $"/api/segments/{Uri.EscapeDataString(segment)}", body, cancellationToken);
            await ComputedSegment.WriteAsync(environment, server.Api, segment, result.GetValue(connection.Json), cancellationToken);
            return ExitCodes.Success;
        });
        return command;
    }
}
