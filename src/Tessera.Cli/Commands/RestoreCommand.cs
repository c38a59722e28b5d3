using System.CommandLine;
using System.Text.Json;
using Tessera.Cli.Output;
using Tessera.Server.Backups;

namespace Tessera.Cli.Commands;

/// <summary><c>./tessera restore DIR</c>: makes a data directory of a backup.</summary>
internal static class RestoreCommand
{
    public static Command Create(ProgramEnvironment environment)
    {
        var backup = new Argument<string>("directory") { Description = "The backup." };
        var data = new Option<string?>("--data") { Description = "The data directory to make; it must hold no data yet. Default: ./data beside ./tessera.", HelpName = "DIR" };
        var json = new Option<bool>("--json") { Description = "Print the backup's manifest as JSON." };
        var command = new Command("restore", "Makes a data directory of a backup and checks that everything is in it.") { backup, data, json };
        command.SetAction(async (result, cancellationToken) =>
        {
            var target = result.GetValue(data) is { } path ? environment.Absolute(path) : environment.DefaultDataDirectory;
            var options = ServerSettings.From(environment) with { DataDirectory = target };
            var manifest = await BackupRestoration.RestoreAsync(environment.Absolute(result.GetRequiredValue(backup)), options, cancellationToken);
            if (result.GetValue(json))
            {
                environment.Out.WriteLine(JsonSerializer.Serialize(manifest, JsonSerializerOptions.Web));
                return ExitCodes.Success;
            }

            environment.Out.WriteLine(
                $"{target} is as of {manifest.CreatedAt:yyyy-MM-dd HH:mm:ss} UTC, with {Figures.Count(manifest.Counts.GetValueOrDefault("events"))} events; "
                + "the number of rows of every table is that of the backup. Calls that were being stored then are stored when a server starts on it.");
            return ExitCodes.Success;
        });
        return command;
    }
}
