using System.CommandLine;
using Tessera.Cli.Api;
using Tessera.Cli.Output;

namespace Tessera.Cli.Commands;

/// <summary><c>./tessera backup DIR</c>: everything that a server keeps, while it runs.</summary>
internal static class BackupCommand
{
    public static Command Create(ProgramEnvironment environment)
    {
        var connection = new ConnectionOptions();
        var directory = new Argument<string>("directory") { Description = "Where to; it must not exist or be empty. A path on the server's machine." };
        var command = new Command("backup", "Makes a backup of everything, while the server runs.") { directory };
        connection.AddTo(command, workspace: false);
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var server = await connection.ConnectAsync(result, environment, mayCreate: false, cancellationToken);
            var target = environment.Absolute(result.GetRequiredValue(directory));
            var answer = await server.Api.SendJsonAsync(HttpMethod.Post, "/api/backups", new { directory = target }, cancellationToken);
            if (result.GetValue(connection.Json))
            {
                environment.Out.WriteLine(answer.Text);
                return ExitCodes.Success;
            }

            var workspaces = answer.Value.List("workspaces").Count;
            environment.Out.WriteLine(
                $"The backup in {target} is of {answer.Value.Text("createdAt")}: {Figures.Bytes((double)answer.Value.Count("bytes"))}, "
                + $"{Figures.Count(answer.Value.Number("counts.events") ?? 0)} events, {workspaces} {(workspaces == 1 ? "workspace" : "workspaces")}.");
            return ExitCodes.Success;
        });
        return command;
    }
}
