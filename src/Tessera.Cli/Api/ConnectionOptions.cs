using System.CommandLine;

namespace Tessera.Cli.Api;

/// <summary>The options by which every command that asks for data says which server it means.</summary>
internal sealed class ConnectionOptions
{
    public Option<string?> Url { get; } = new("--url") { Description = "The address of a running server. Default: the one found, see docs/operations/data-directory.md.", HelpName = "URL" };

    public Option<string?> Token { get; } = new("--token") { Description = "The API token for --url. Default: TESSERA_TOKEN.", HelpName = "TOKEN" };

    public Option<string?> Data { get; } = new("--data") { Description = "The data directory whose server is meant, started for this command when it is not running.", HelpName = "DIR" };

    public Option<string?> Workspace { get; } = new("--workspace", "-w") { Description = "The workspace. Default: default.", HelpName = "KEY" };

    public Option<bool> Json { get; } = new("--json") { Description = "Print the API's answer as JSON." };

    public void AddTo(Command command, bool json = true, bool workspace = true)
    {
        command.Options.Add(Url);
        command.Options.Add(Token);
        command.Options.Add(Data);
        if (workspace)
        {
            command.Options.Add(Workspace);
        }

        if (json)
        {
            command.Options.Add(Json);
        }
    }

    /// <summary>Connects to a server that is running already.</summary>
    /// <exception cref="CommandFailure">None is.</exception>
    public Task<ServerConnection> ConnectRunningAsync(ParseResult result, ProgramEnvironment environment, CancellationToken cancellationToken) =>
        new ServerLocator(environment).ConnectRunningAsync(Choice(result, mayCreate: false), cancellationToken);

    /// <summary>Connects as the command line says, running the server for this command when need be.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="environment">The surroundings.</param>
    /// <param name="mayCreate">Whether an empty data directory may be made when there is none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<ServerConnection> ConnectAsync(
        ParseResult result, ProgramEnvironment environment, bool mayCreate, CancellationToken cancellationToken) =>
        new ServerLocator(environment).ConnectAsync(
            Choice(result, mayCreate), result.GetResult(Workspace) is null ? null : result.GetValue(Workspace), cancellationToken);

    private ServerChoice Choice(ParseResult result, bool mayCreate) =>
        new(result.GetValue(Url), result.GetValue(Token), result.GetValue(Data), mayCreate);
}
