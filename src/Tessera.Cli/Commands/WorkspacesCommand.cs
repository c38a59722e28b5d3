using System.CommandLine;
using Tessera.Cli.Api;
using Tessera.Cli.Output;

namespace Tessera.Cli.Commands;

/// <summary><c>./tessera workspaces</c>: lists, creates and changes workspaces.</summary>
internal static class WorkspacesCommand
{
    public static Command Create(ProgramEnvironment environment) => new("workspaces", "Lists and creates workspaces: shops or products kept apart.")
    {
        CreateList(environment),
        CreateCreate(environment),
    };

    private static Command CreateList(ProgramEnvironment environment)
    {
        var connection = new ConnectionOptions();
        var command = new Command("list", "Lists the workspaces.");
        connection.AddTo(command, workspace: false);
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var server = await connection.ConnectAsync(result, environment, mayCreate: false, cancellationToken);
            var answer = await server.Api.GetAsync("/api/workspaces", cancellationToken);
            if (result.GetValue(connection.Json))
            {
                environment.Out.WriteLine(answer.Text);
                return ExitCodes.Success;
            }

            var table = new TextTable("Key", "Name", "Currency", "Time zone", "Sample");
            foreach (var workspace in answer.Items)
            {
                table.AddRow(
                    workspace.Text("key"),
                    workspace.Text("name"),
                    workspace.Text("currency"),
                    workspace.Text("timeZone"),
                    workspace.GetProperty("sample").GetBoolean() ? "yes" : "no");
            }

            table.Write(environment);
            return ExitCodes.Success;
        });
        return command;
    }

    private static Command CreateCreate(ProgramEnvironment environment)
    {
        var connection = new ConnectionOptions();
        var key = new Argument<string>("key") { Description = "Its key: lower-case letters, digits and inner hyphens." };
        var name = new Option<string?>("--name") { Description = "Its name for people. Default: the key.", HelpName = "NAME" };
        var currency = new Option<string?>("--currency") { Description = "The currency its money is shown in. Default: EUR.", HelpName = "CODE" };
        var timeZone = new Option<string?>("--time-zone") { Description = "The time zone its days begin in. Default: UTC.", HelpName = "ZONE" };
        var command = new Command("create", "Creates an empty workspace.");
        command.Arguments.Add(key);
        command.Options.Add(name);
        command.Options.Add(currency);
        command.Options.Add(timeZone);
        connection.AddTo(command, workspace: false);
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var server = await connection.ConnectAsync(result, environment, mayCreate: true, cancellationToken);
            var body = new
            {
                key = result.GetRequiredValue(key),
                name = result.GetValue(name) ?? result.GetRequiredValue(key),
                currency = result.GetValue(currency),
                timeZone = result.GetValue(timeZone),
            };
            var answer = await server.Api.SendJsonAsync(HttpMethod.Post, "/api/workspaces", body, cancellationToken);
            environment.Out.WriteLine(result.GetValue(connection.Json) ? answer.Text : $"Created the workspace \"{answer.Value.Text("key")}\".");
            return ExitCodes.Success;
        });
        return command;
    }
}
