using System.CommandLine;
using Tessera.Cli.Api;

namespace Tessera.Cli.Commands;

/// <summary><c>./tessera link</c>: another sign-in link of a running server.</summary>
internal static class LinkCommand
{
    public static Command Create(ProgramEnvironment environment)
    {
        var connection = new ConnectionOptions();
        var command = new Command("link", "Prints a link that signs a browser in; it works once and for an hour.");
        connection.AddTo(command, workspace: false);
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var server = await connection.ConnectRunningAsync(result, environment, cancellationToken);
            var link = await server.Api.SendAsync(HttpMethod.Post, "/api/session/links", content: null, cancellationToken);
            environment.Out.WriteLine(result.GetValue(connection.Json) ? link.Text : link.Value.Text("url"));
            return ExitCodes.Success;
        });
        return command;
    }
}
