using System.CommandLine;
using Tessera.Cli.Api;
using Tessera.Cli.Importing;
using Tessera.Cli.Output;

namespace Tessera.Cli.Commands;

/// <summary><c>./tessera import orders|events|customers FILE</c>.</summary>
internal static class ImportCommand
{
    private const string DefaultWorkspace = "default";

    public static Command Create(ProgramEnvironment environment)
    {
        var command = new Command("import", "Imports a file of orders, events or customers: CSV, TSV, XLSX or JSON Lines, gzip too.");
        foreach (var kind in ImportKinds.All)
        {
            command.Subcommands.Add(CreateKind(environment, kind));
        }

        return command;
    }

    private static Command CreateKind(ProgramEnvironment environment, string kind)
    {
        var connection = new ConnectionOptions();
        var options = new ImportOptions();
        var file = new Argument<string>("file") { Description = "The file." };
        var rejected = new Option<string?>("--rejected") { Description = "Where to write rejected rows with line, column and reason. Default: FILE.rejected.csv in the current directory.", HelpName = "FILE" };
        var command = new Command(kind, $"Imports a file of {kind}; importing the same file again changes nothing.");
        command.Arguments.Add(file);
        options.AddTo(command);
        command.Options.Add(rejected);
        connection.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            var job = new ImportJob(kind, environment.Absolute(result.GetRequiredValue(file)), options.Read(result));
            job.RequireReadable();
            var rejectedFile = environment.Absolute(result.GetValue(rejected) ?? Path.GetFileName(job.File) + ".rejected.csv");
            await using var server = await connection.ConnectAsync(result, environment, mayCreate: true, cancellationToken);
            return await RunAsync(environment, server, job, rejectedFile, result.GetValue(connection.Json), cancellationToken);
        });
        return command;
    }

    // One machine may have several servers and workspaces, and what was imported into the wrong one is not taken back.
    private static async Task SayWhereToAsync(ProgramEnvironment environment, TesseraApi api, CancellationToken cancellationToken)
    {
        var key = api.Workspace ?? DefaultWorkspace;
        foreach (var workspace in (await api.GetAsync("/api/workspaces", cancellationToken)).Items.Where(item => item.Text("key") == key))
        {
            environment.Error.WriteLine($"Into the workspace {workspace.Text("name")} ({key}) at {api.Address}");
            if (workspace.GetProperty("sample").GetBoolean())
            {
                environment.Error.WriteLine("It holds sample data, which yours will join; ./tessera workspaces create makes one of its own, for --workspace.");
            }
        }
    }

    private static async Task<int> RunAsync(
        ProgramEnvironment environment, ServerConnection server, ImportJob job, string rejectedFile, bool json, CancellationToken cancellationToken)
    {
        var api = server.Api;
        await SayWhereToAsync(environment, api, cancellationToken);
        var import = await new ImportDialogue(environment, api, server.IsHosted).RunAsync(job, prefix: "", cancellationToken);
        await new SegmentsAfterImport(environment, api).WaitAsync(prefix: "", cancellationToken);
        await new PastMonths(environment, server).SettleAsync(cancellationToken);
        var summary = new ImportSummary(environment);
        if (json)
        {
            environment.Out.WriteLine(import.Text);
        }
        else
        {
            summary.WriteMapping(import.Value);
            summary.WriteCounts(import.Value);
        }

        var saved = await RejectedRows.SaveAsync(api, import, rejectedFile, cancellationToken);
        if (saved is not null)
        {
            environment.Error.WriteLine($"Rejected rows, with line, column and reason: {saved}");
        }

        summary.WriteWarning(import.Value, saved);

        return ExitCodes.Success;
    }
}
