using System.CommandLine;
using Tessera.Cli.Api;
using Tessera.Cli.Output;

namespace Tessera.Cli.Commands;

/// <summary><c>./tessera segments library</c> and <c>adopt KEY</c>.</summary>
internal static class SegmentLibraryCommand
{
    public static Command List(ProgramEnvironment environment)
    {
        var connection = new ConnectionOptions();
        var strategy = new Option<string?>("--strategy") { Description = "Only those that serve this strategy, such as behavioural.", HelpName = "STRATEGY" };
        var command = new Command("library", "Lists ready segments, fitted to the workspace's data, and what is missing for others.") { strategy };
        connection.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var server = await connection.ConnectAsync(result, environment, mayCreate: false, cancellationToken);
            var answer = await server.Api.GetAsync($"/api/segments/library{new QueryText().With("strategy", result.GetValue(strategy))}", cancellationToken);
            if (result.GetValue(connection.Json))
            {
                environment.Out.WriteLine(answer.Text);
                return ExitCodes.Success;
            }

            var table = new TextTable("Key", "Strategy", ">Customers", "Question", "Definition, or what is missing");
            foreach (var item in answer.Items)
            {
                var isAvailable = item.Text("available") == "true";
                table.AddRow(
                    item.Text("key"), item.Text("strategy"), Figures.Count(item.Number("size")), item.Text("question"), isAvailable ? item.Text("definition") : item.List("missing").Select(text => text.GetString()).FirstOrDefault());
            }

            table.Write(environment);
            return ExitCodes.Success;
        });
        return command;
    }

    public static Command Adopt(ProgramEnvironment environment)
    {
        var connection = new ConnectionOptions();
        var key = new Argument<string>("key") { Description = "The ready segment's key." };
        var own = new Option<string?>("--as") { Description = "The key of the segment made of it; the same when left out.", HelpName = "KEY" };
        var name = new Option<string?>("--name") { Description = "Its name for people.", HelpName = "NAME" };
        var set = new Option<string[]>("--set") { Description = "Something to choose: NAME=VALUE; may be given several times.", HelpName = "NAME=VALUE", DefaultValueFactory = _ => [] };
        var command = new Command("adopt", "Makes a ready segment one of the workspace's.") { key, own, name, set };
        connection.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var server = await connection.ConnectAsync(result, environment, mayCreate: false, cancellationToken);
            var parameters = result.GetRequiredValue(set).Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair.Length > 1 ? pair[1] : string.Empty, StringComparer.Ordinal);
            var body = new { key = result.GetValue(own), name = result.GetValue(name), parameters };
            var made = await server.Api.SendJsonAsync(HttpMethod.Post, $"/api/segments/library/{Uri.EscapeDataString(result.GetRequiredValue(key))}/adopt", body, cancellationToken);
            await ComputedSegment.WriteAsync(environment, server.Api, made.Value.Text("key")!, result.GetValue(connection.Json), cancellationToken);
            return ExitCodes.Success;
        });
        return command;
    }
}
