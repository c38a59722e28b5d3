using System.CommandLine;
using Tessera.Cli.Api;
using Tessera.Cli.Output;

namespace Tessera.Cli.Commands;

/// <summary><c>./tessera sources</c>: what sends tracking calls, and by which write key.</summary>
internal static class SourcesCommand
{
    public static Command Create(ProgramEnvironment environment) => new("sources", "Lists, creates and changes the sources of tracking calls and their write keys.")
    {
        CreateList(environment),
        CreateCreate(environment),
        CreateChange(environment, "rotate", "Gives a source another write key; the one before is good for 24 hours more.", RotateAsync),
        CreateChange(environment, "disable", "Refuses a source's calls from now on.", (server, path, cancellation) => SwitchAsync(server, path, enabled: false, cancellation)),
        CreateChange(environment, "enable", "Accepts a source's calls again.", (server, path, cancellation) => SwitchAsync(server, path, enabled: true, cancellation)),
        CreateDelete(environment),
    };

    private static Command CreateList(ProgramEnvironment environment)
    {
        var connection = new ConnectionOptions();
        var command = new Command("list", "Lists the sources, with how much they sent.");
        connection.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var server = await connection.ConnectAsync(result, environment, mayCreate: false, cancellationToken);
            var answer = await server.Api.GetAsync("/api/sources", cancellationToken);
            if (result.GetValue(connection.Json))
            {
                environment.Out.WriteLine(answer.Text);
                return ExitCodes.Success;
            }

            var table = new TextTable("Key", "Name", "Kind", "Accepted", ">Calls", "Last received");
            foreach (var source in answer.Items)
            {
                table.AddRow(
                    source.Text("key"),
                    source.Text("name"),
                    source.Text("kind"),
                    source.GetProperty("enabled").GetBoolean() ? "yes" : "no",
                    Figures.Count(source.Count("calls")),
                    source.Text("lastReceivedAt") ?? "never");
            }

            table.Write(environment);
            return ExitCodes.Success;
        });
        return command;
    }

    private static Command CreateCreate(ProgramEnvironment environment)
    {
        var connection = new ConnectionOptions();
        var name = new Argument<string>("name") { Description = "The source's name for people." };
        var kind = new Option<string>("--kind") { Description = "What sends: browser, server, mobile or http.", HelpName = "KIND", DefaultValueFactory = _ => "http" };
        kind.AcceptOnlyFromAmong("browser", "server", "mobile", "http");
        var command = new Command("create", "Creates a source and prints its write key, this once, with what to paste.") { name, kind };
        connection.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var server = await connection.ConnectAsync(result, environment, mayCreate: false, cancellationToken);
            var body = new { name = result.GetRequiredValue(name), kind = result.GetValue(kind) };
            Write(environment, await server.Api.SendJsonAsync(HttpMethod.Post, "/api/sources", body, cancellationToken), result.GetValue(connection.Json));
            return ExitCodes.Success;
        });
        return command;
    }

    private static Command CreateChange(
        ProgramEnvironment environment, string verb, string description, Func<ServerConnection, string, CancellationToken, Task<JsonAnswer>> change)
    {
        var connection = new ConnectionOptions();
        var key = new Argument<string>("key") { Description = "The source's key." };
        var command = new Command(verb, description) { key };
        connection.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var server = await connection.ConnectAsync(result, environment, mayCreate: false, cancellationToken);
            var answer = await change(server, PathOf(result.GetRequiredValue(key)), cancellationToken);
            Write(environment, answer, result.GetValue(connection.Json));
            return ExitCodes.Success;
        });
        return command;
    }

    private static Command CreateDelete(ProgramEnvironment environment)
    {
        var connection = new ConnectionOptions();
        var key = new Argument<string>("key") { Description = "The source's key." };
        var force = new Option<bool>("--force") { Description = "Delete it although segments ask about its events." };
        var command = new Command("delete", "Deletes a source; what it sent is kept.") { key, force };
        connection.AddTo(command, json: false);
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var server = await connection.ConnectAsync(result, environment, mayCreate: false, cancellationToken);
            var path = PathOf(result.GetRequiredValue(key)) + (result.GetValue(force) ? "?force=true" : "");
            await server.Api.SendAsync(HttpMethod.Delete, path, content: null, cancellationToken);
            environment.Out.WriteLine($"Source {result.GetRequiredValue(key)} is deleted.");
            return ExitCodes.Success;
        });
        return command;
    }

    private static Task<JsonAnswer> RotateAsync(ServerConnection server, string path, CancellationToken cancellationToken) =>
        server.Api.SendAsync(HttpMethod.Post, path + "/rotate", content: null, cancellationToken);

    private static Task<JsonAnswer> SwitchAsync(ServerConnection server, string path, bool enabled, CancellationToken cancellationToken) =>
        server.Api.SendJsonAsync(HttpMethod.Put, path, new { enabled }, cancellationToken);

    private static string PathOf(string key) => $"/api/sources/{Uri.EscapeDataString(key)}";

    private static void Write(ProgramEnvironment environment, JsonAnswer answer, bool json)
    {
        if (json)
        {
            environment.Out.WriteLine(answer.Text);
            return;
        }

        if (answer.Value.Text("writeKey") is not { } writeKey)
        {
            environment.Out.WriteLine($"Source {answer.Value.Text("key")} is {(answer.Value.GetProperty("enabled").GetBoolean() ? "accepted" : "switched off")}.");
            return;
        }

        var kind = answer.Value.Text("source.kind");
        environment.Out.WriteLine($"Source {answer.Value.Text("source.key")} has this write key, which is not shown again:");
        environment.Out.WriteLine(writeKey);
        environment.Out.WriteLine();
        environment.Out.WriteLine(answer.Value.Text(kind switch { "browser" => "snippets.browser", "server" => "snippets.node", _ => "snippets.http" }));
    }
}
