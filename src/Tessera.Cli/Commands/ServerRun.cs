using Tessera.Cli.Output;
using Tessera.Server.Hosting;

namespace Tessera.Cli.Commands;

/// <summary>A server that this program runs in the foreground.</summary>
internal sealed class ServerRun : IAsyncDisposable
{
    private readonly ProgramEnvironment environment;

    private ServerRun(ProgramEnvironment environment, TesseraServer server)
    {
        this.environment = environment;
        Server = server;
    }

    public TesseraServer Server { get; }

    /// <summary>Starts it, saying what takes a while.</summary>
    public static async Task<ServerRun> StartAsync(
        ProgramEnvironment environment, TesseraServerOptions options, CancellationToken cancellationToken)
    {
        using var progress = new ProgressLine(environment);
        var server = await TesseraServer.CreateAsync(options with { StartupProgress = new StartupReporter(progress) }, cancellationToken);
        try
        {
            await server.StartAsync(cancellationToken);
            return new ServerRun(environment, server);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits for ctrl-C or a signal to stop.</summary>
    /// <exception cref="CommandFailure">The server stopped by itself.</exception>
    public async Task UntilInterruptedAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Server.UntilFailedAsync(cancellationToken);
            throw new CommandFailure("The server stopped because one of its jobs failed; the lines above say which, and starting again goes on with it.");
        }
        catch (OperationCanceledException)
        {
            environment.Error.WriteLine("Stopping …");
        }
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    /// <summary>Unlike <see cref="Progress{T}"/> it reports on the spot, so that lines stay in order.</summary>
    private sealed class StartupReporter(ProgressLine line) : IProgress<string>
    {
        public void Report(string value) => line.Report(value);
    }
}
