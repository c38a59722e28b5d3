using System.CommandLine;
using System.Text.Json;
using Tessera.Cli.Api;
using Tessera.Cli.Output;

namespace Tessera.Cli.Commands;

/// <summary><c>./tessera segments apply DIR</c> and <c>export DIR</c>: segments as files, so that teams keep them in git.</summary>
internal static class SegmentFilesCommand
{
    private const string Pattern = "*.segment";

    public static Command Apply(ProgramEnvironment environment)
    {
        var connection = new ConnectionOptions();
        var folder = new Argument<string>("dir") { Description = "The folder of the files, KEY.segment each." };
        var prune = new Option<bool>("--prune") { Description = "Delete segments that no file defines." };
        var yes = new Option<bool>("--yes") { Description = "Do not ask." };
        var dry = new Option<bool>("--dry-run") { Description = "Show the plan and do nothing." };
        var command = new Command("apply", "Makes the segments those of a folder's files, after showing the plan: all of it, or nothing.") { folder, prune, yes, dry };
        connection.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            var path = environment.Absolute(result.GetRequiredValue(folder));
            if (!Directory.Exists(path))
            {
                throw new CommandFailure($"There is no folder {path}; ./tessera segments export writes one.");
            }

            await using var server = await connection.ConnectAsync(result, environment, mayCreate: false, cancellationToken);
            var files = new List<object>();
            foreach (var file in Directory.EnumerateFiles(path, Pattern).Order(StringComparer.Ordinal))
            {
                var (name, text) = (Path.GetRelativePath(environment.CurrentDirectory, file), await File.ReadAllTextAsync(file, cancellationToken));
                files.Add(new { path = name, text });
                await CostNotice.WriteAsync(environment, server.Api, text, name, cancellationToken);
            }

            var body = new { files, prune = result.GetValue(prune) };
            var plan = await server.Api.SendJsonAsync(HttpMethod.Post, "/api/segments/plan", body, cancellationToken);
            Write(environment, plan, result.GetValue(connection.Json) && result.GetValue(dry));
            if (result.GetValue(dry) || plan.Value.List("actions").All(action => action.Text("action") == "same"))
            {
                return ExitCodes.Success;
            }

            if (!result.GetValue(yes) && !IsAgreed(environment))
            {
                throw new CommandFailure("Nothing was done.");
            }

            var done = await server.Api.SendJsonAsync(HttpMethod.Post, "/api/segments/apply", body, cancellationToken);
            environment.Out.WriteLine(result.GetValue(connection.Json) ? done.Text : "Done.");
            return ExitCodes.Success;
        });
        return command;
    }

    public static Command Export(ProgramEnvironment environment)
    {
        var connection = new ConnectionOptions();
        var folder = new Argument<string>("dir") { Description = "The folder to write to; it is made when it is not there." };
        var command = new Command("export", "Writes the segments that people wrote to a folder, KEY.segment each.") { folder };
        connection.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var server = await connection.ConnectAsync(result, environment, mayCreate: false, cancellationToken);
            var path = Directory.CreateDirectory(environment.Absolute(result.GetRequiredValue(folder))).FullName;
            var answer = await server.Api.GetAsync("/api/segments/files", cancellationToken);
            foreach (var file in answer.Items)
            {
                await File.WriteAllTextAsync(Path.Combine(path, Path.GetFileName(file.Text("path")!)), file.Text("text"), cancellationToken);
            }

            environment.Out.WriteLine(result.GetValue(connection.Json) ? answer.Text : $"{Figures.Count(answer.Items.Count)} segments are in {path}.");
            return ExitCodes.Success;
        });
        return command;
    }

    private static void Write(ProgramEnvironment environment, JsonAnswer plan, bool asJson)
    {
        if (asJson)
        {
            environment.Out.WriteLine(plan.Text);
        }

        if (plan.Value.List("problems") is { Count: > 0 } problems)
        {
            throw new CommandFailure(string.Join('\n', problems.Select(problem => $"{problem.Text("path")}:{problem.Text("line")}:{problem.Text("column")}: {problem.Text("message")}").Append("Nothing was done.")));
        }

        if (asJson)
        {
            return;
        }

        foreach (var action in plan.Value.List("actions").Where(action => action.Text("action") != "same"))
        {
            environment.Out.WriteLine($"{action.Text("action")} {action.Text("key")} ({action.Text("name")}): {Sizes(action)}");
            DiffOutput.Write(environment, action.List("diff"), "  ");
            foreach (var warning in action.List("warnings"))
            {
                environment.Error.WriteLine(warning.GetString());
            }
        }

        var actions = plan.Value.List("actions");
        int Of(string name) => actions.Count(action => action.Text("action") == name);
        environment.Out.WriteLine($"{Of("create")} to create, {Of("change")} to change, {Of("delete")} to delete, {Of("same")} as they are.");
    }

    private static string Sizes(JsonElement action) => action.Text("action") switch
    {
        "create" => $"{Figures.Count(action.Number("sizeAfter"))} customers",
        "delete" => $"{Figures.Count(action.Number("sizeBefore"))} customers now",
        _ => $"{Figures.Count(action.Number("sizeBefore"))} → {Figures.Count(action.Number("sizeAfter"))} customers",
    };

    private static bool IsAgreed(ProgramEnvironment environment)
    {
        if (!environment.IsInteractive)
        {
            throw new CommandFailure("Nobody is there to be asked: add --yes to carry out the plan, or --dry-run to only see it.");
        }

        environment.Error.Write("Carry this out? [y/N] ");
        return environment.In.ReadLine()?.Trim() is "y" or "Y" or "yes";
    }
}
