using System.CommandLine;
using System.Globalization;
using Tessera.Cli.Api;
using Tessera.Cli.Output;

namespace Tessera.Cli.Commands;

/// <summary><c>./tessera segments versions KEY</c>, <c>diff KEY VERSION</c> and <c>restore KEY VERSION</c>.</summary>
internal static class SegmentVersionsCommand
{
    public static Command List(ProgramEnvironment environment)
    {
        var connection = new ConnectionOptions();
        var key = Key();
        var command = new Command("versions", "Lists everything a segment ever was, when it was changed and by whom.") { key };
        connection.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var server = await connection.ConnectAsync(result, environment, mayCreate: false, cancellationToken);
            var answer = await server.Api.GetAsync($"{PathOf(result.GetRequiredValue(key))}/versions", cancellationToken);
            if (result.GetValue(connection.Json))
            {
                environment.Out.WriteLine(answer.Text);
                return ExitCodes.Success;
            }

            var table = new TextTable(">Version", "Changed", "By", "Name", "Definition");
            foreach (var version in answer.Items)
            {
                table.AddRow(version.Text("version"), version.Instant("changedAt")?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), version.Text("changedBy"), version.Text("name"), version.Text("definition"));
            }

            table.Write(environment);
            return ExitCodes.Success;
        });
        return command;
    }

    public static Command Diff(ProgramEnvironment environment)
    {
        var connection = new ConnectionOptions();
        var (key, version) = (Key(), Version());
        var to = new Option<long?>("--to") { Description = "The version compared with; the one in force when left out.", HelpName = "VERSION" };
        var command = new Command("diff", "Shows what changed from one version of a segment to another.") { key, version, to };
        connection.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var server = await connection.ConnectAsync(result, environment, mayCreate: false, cancellationToken);
            var query = new QueryText().With("to", result.GetValue(to)?.ToString(CultureInfo.InvariantCulture));
            var answer = await server.Api.GetAsync($"{PathOf(result.GetRequiredValue(key))}/versions/{result.GetRequiredValue(version)}/diff{query}", cancellationToken);
            if (result.GetValue(connection.Json))
            {
                environment.Out.WriteLine(answer.Text);
                return ExitCodes.Success;
            }

            environment.Out.WriteLine(answer.Value.Text("summary"));
            DiffOutput.Write(environment, answer.Value.List("lines"));
            return ExitCodes.Success;
        });
        return command;
    }

    public static Command Restore(ProgramEnvironment environment)
    {
        var connection = new ConnectionOptions();
        var (key, version) = (Key(), Version());
        var command = new Command("restore", "Makes a segment what it was in an old version, as a new version.") { key, version };
        connection.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var server = await connection.ConnectAsync(result, environment, mayCreate: false, cancellationToken);
            var segment = result.GetRequiredValue(key);
            await server.Api.SendJsonAsync(HttpMethod.Post, $"{PathOf(segment)}/versions/{result.GetRequiredValue(version)}/restore", new { }, cancellationToken);
            await ComputedSegment.WriteAsync(environment, server.Api, segment, result.GetValue(connection.Json), cancellationToken);
            return ExitCodes.Success;
        });
        return command;
    }

    private static string PathOf(string key) => $"/api/segments/{Uri.EscapeDataString(key)}";

    private static Argument<string> Key() => new("key") { Description = "The segment's key." };

    private static Argument<long> Version() => new("version") { Description = "The version's number, from 1." };
}
