using System.CommandLine;
using Tessera.Cli.Api;

namespace Tessera.Cli.Commands;

/// <summary><c>./tessera segments delete KEY</c>.</summary>
internal static class SegmentDeleteCommand
{
    public static Command Create(ProgramEnvironment environment)
    {
        var connection = new ConnectionOptions();
        var key = new Argument<string>("key") { Description = "The segment's key." };
        var command = new Command("delete", "Deletes a segment that no other refers to.") { key };
        connection.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var server = await connection.ConnectAsync(result, environment, mayCreate: false, cancellationToken);
            await server.Api.SendAsync(HttpMethod.Delete, $"/api/segments/{Uri.EscapeDataString(result.GetRequiredValue(key))}", content: null, cancellationToken);
            environment.Out.WriteLine($"Segment {result.GetRequiredValue(key)} is deleted.");
            return ExitCodes.Success;
        });
        return command;
    }
}
