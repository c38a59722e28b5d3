using Tessera.Server.Hosting;

namespace Tessera.Cli.Api;

/// <summary>Finds the server that a command means, or runs one for the duration of the command.</summary>
/// <remarks>
/// In this order: <c>--url</c>; <c>--data</c>; TESSERA_URL; TESSERA_DATA; a server that runs on <c>./data</c> or a demo's
/// directory; the server of <c>./data</c>, run for this command.
/// </remarks>
internal sealed class ServerLocator(ProgramEnvironment environment)
{
    public Task<ServerConnection> ConnectAsync(ServerChoice choice, string? workspace, CancellationToken cancellationToken)
    {
        if (Url(choice) is { } url)
        {
            return Task.FromResult(ByUrl(url, choice.Token, workspace));
        }

        var named = NamedDirectory(choice);
        if (FindRunning(named) is var (directory, record))
        {
            return Task.FromResult(Running(directory, record, workspace));
        }

        return HostAsync(new DataDirectory(named ?? environment.DefaultDataDirectory), choice.MayCreate, workspace, cancellationToken);
    }

    /// <summary>Finds the server without running one.</summary>
    /// <exception cref="CommandFailure">None is running.</exception>
    public Task<ServerConnection> ConnectRunningAsync(ServerChoice choice, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Url(choice) is { } url)
        {
            return Task.FromResult(ByUrl(url, choice.Token, workspace: null));
        }

        return FindRunning(NamedDirectory(choice)) is var (directory, record)
            ? Task.FromResult(Running(directory, record, workspace: null))
            : throw new CommandFailure("No server is running; start one with \"./tessera serve\" or \"./tessera demo\", or name one with --data or --url.");
    }

    /// <summary>The data directory that commands speak of when the option <c>--data</c> says so or, null, does not.</summary>
    public string DirectoryMeant(string? data) =>
        NamedDirectory(new ServerChoice(Url: null, Token: null, data, MayCreate: false)) is { } named
            ? named
            : FindRunning(named: null)?.Directory.Root ?? environment.DefaultDataDirectory;

    /// <summary>The server that answers on a port of this machine, of those that run on the directory or one of the usual ones.</summary>
    public (DataDirectory Directory, ServerRecord Record)? FindRunningOn(int port, string directory) =>
        UsualDirectories().Prepend(directory).Select(path => FindRunning(path)).FirstOrDefault(found => found?.Record.Url.Port == port);

    // An option beats a variable, whatever the two name.
    private string? Url(ServerChoice choice) => choice.Url ?? (choice.Data is null ? environment.NonEmpty("TESSERA_URL") : null);

    private string? NamedDirectory(ServerChoice choice) =>
        (choice.Data ?? environment.NonEmpty("TESSERA_DATA")) is { } path ? environment.Absolute(path) : null;

    /// <summary>The server that runs on the directory, or on one of the usual ones when none is named.</summary>
    private (DataDirectory Directory, ServerRecord Record)? FindRunning(string? named)
    {
        foreach (var path in named is null ? UsualDirectories() : [named])
        {
            var directory = new DataDirectory(path);
            if (ServerRecord.FindRunning(directory) is { } record)
            {
                return (directory, record);
            }
        }

        return null;
    }

    private IEnumerable<string> UsualDirectories()
    {
        var demos = Directory.Exists(environment.DemoDirectory) ? Directory.EnumerateDirectories(environment.DemoDirectory) : [];
        return demos.Order(StringComparer.Ordinal).Prepend(environment.DefaultDataDirectory);
    }

    private ServerConnection ByUrl(string url, string? token, string? workspace)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw new CommandFailure($"\"{url}\" is not the address of a server; write it as http://127.0.0.1:8080.", ExitCodes.WrongUsage);
        }

        var secret = token ?? environment.NonEmpty("TESSERA_TOKEN")
            ?? throw new CommandFailure("A server named by its address wants a token: pass --token or set TESSERA_TOKEN.", ExitCodes.WrongUsage);
        return new ServerConnection(new TesseraApi(address, secret, workspace), hosted: null);
    }

    private async Task<ServerConnection> HostAsync(
        DataDirectory directory, bool mayCreate, string? workspace, CancellationToken cancellationToken)
    {
        if (!mayCreate && !File.Exists(directory.MetadataFile))
        {
            throw new CommandFailure(
                $"No server is running and {directory.Root} holds no data; start one with \"./tessera demo\" or \"./tessera serve\", or name one with --data or --url.");
        }

        var server = await TesseraServer.CreateAsync(
            ServerSettings.From(environment) with { DataDirectory = directory.Root, Urls = [new Uri("http://127.0.0.1:0")] }, cancellationToken);
        try
        {
            await server.StartAsync(cancellationToken);
            return new ServerConnection(new TesseraApi(server.Address, AdminToken(directory), workspace), server);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    private static ServerConnection Running(DataDirectory directory, ServerRecord record, string? workspace) =>
        new(new TesseraApi(record.Url, AdminToken(directory), workspace), hosted: null);

    private static string AdminToken(DataDirectory directory)
    {
        try
        {
            return File.ReadAllText(directory.AdminTokenFile).Trim();
        }
        catch (UnauthorizedAccessException)
        {
            throw new CommandFailure(
                $"The token in {directory.AdminTokenFile} belongs to another user; pass your own with --url and --token.");
        }
    }
}
