using System.CommandLine;
using Tessera.Cli.Output;
using Tessera.Server.Hosting;

namespace Tessera.Cli.Commands;

/// <summary><c>./tessera serve</c>: a server on a data directory of one's own.</summary>
internal static class ServeCommand
{
    public static Command Create(ProgramEnvironment environment)
    {
        var data = new Option<string?>("--data") { Description = "The data directory, made when missing. Default: ./data beside ./tessera.", HelpName = "DIR" };
        var listen = new ListenOptions();
        var command = new Command("serve", "Runs the server and the web app until ctrl-C.");
        command.Options.Add(data);
        listen.AddTo(command, urls: true);
        command.SetAction((result, cancellationToken) =>
        {
            var directory = result.GetValue(data) is { } path ? environment.Absolute(path) : environment.NonEmpty("TESSERA_DATA") is { } variable
                ? environment.Absolute(variable)
                : environment.DefaultDataDirectory;
            return RunAsync(environment, listen.Apply(result, ServerSettings.From(environment) with { DataDirectory = directory }), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(ProgramEnvironment environment, TesseraServerOptions options, CancellationToken cancellationToken)
    {
        await using var run = await ServerRun.StartAsync(environment, options, cancellationToken);
        Banner.Write(environment, run.Server.Address, await run.Server.CreateSignInLinkAsync(cancellationToken), $"Data in {options.DataDirectory}");
        await run.UntilInterruptedAsync(cancellationToken);
        return ExitCodes.Success;
    }
}
