using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Tessera.Engine.Hosting;
using Tessera.Engine.Supervision;

namespace Tessera.Engine;

/// <summary>
/// Runs the embedded engine as a child process and keeps it running: when it dies it is started again, on the same port
/// and with the same secret. The child ends with this process, however this process ends.
/// </summary>
public sealed class EngineSupervisor : IAsyncDisposable
{
    // A directory left by a killed server is free again within seconds; after this many failures the engine counts as failed.
    private const int MostFailedStarts = 5;

    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(15);

    private readonly EngineOptions options;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly string secret = RandomNumberGenerator.GetHexString(64, lowercase: true);
    private readonly CancellationTokenSource stopping = new();
    private readonly Lock gate = new();
    private EngineState state = new(EngineStatus.Stopped, "", null, 0, null, []);
    private EngineProcess? running;
    private Task watching = Task.CompletedTask;
    private int lastPort;

    /// <summary>Prepares a supervisor; nothing is started yet.</summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public EngineSupervisor(EngineOptions options, TimeProvider time, ILogger<EngineSupervisor> logger)
    {
        if (options.Connections is < 1 or > 64)
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.Connections, "The engine needs 1 to 64 connections.");
        }

        if (options.MemoryBytes is < EngineMemory.Smallest)
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.MemoryBytes, "The engine needs at least 512 MiB of memory.");
        }

        this.options = options;
        this.time = time;
        this.logger = logger;
    }

    /// <summary>Raised after every change of <see cref="State"/>, on any thread.</summary>
    public event EventHandler? StateChanged;

    /// <summary>What the engine is doing now.</summary>
    public EngineState State
    {
        get
        {
            lock (gate)
            {
                return state;
            }
        }
    }

    /// <summary>Where the engine answers. Ask again for every request: the port can change when the engine is started again.</summary>
    /// <exception cref="InvalidOperationException">The engine was never started.</exception>
    public EngineEndpoint Endpoint
    {
        get
        {
            var port = Volatile.Read(ref lastPort);
            return port == 0
                ? throw new InvalidOperationException("The engine has not been started.")
                : new EngineEndpoint(new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/")), "default", secret);
        }
    }

    /// <summary>Fetches the library if need be, starts the engine and returns when it answers.</summary>
    /// <exception cref="EngineStartException">It cannot be started; the message is one sentence for the user.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the engine is stopped.</exception>
    public async Task StartAsync(CancellationToken cancellation)
    {
        if (State.Status is EngineStatus.Starting or EngineStatus.Ready or EngineStatus.Restarting)
        {
            throw new InvalidOperationException("The engine is already started.");
        }

        Change(state => state with { Status = EngineStatus.Starting });
        try
        {
            var library = options.LibraryPath ?? await EngineLibrary.EnsureAsync(options.LibraryProgress, cancellation);
            var arguments = Arguments(library);
            var process = await StartUntilFreeAsync(arguments, cancellation);
            watching = WatchAsync(process, arguments);
        }
        catch (Exception exception)
        {
            Change(state => state with { Status = EngineStatus.Failed, ProcessId = null, LastError = exception.Message });
            throw;
        }
    }

    /// <summary>Lets running statements be cancelled, closes the engine's files and ends the process; kills it if that hangs.</summary>
    public async Task StopAsync()
    {
        await stopping.CancelAsync();
        await watching;
        var process = Interlocked.Exchange(ref running, null);
        if (process is not null)
        {
            await process.StopAsync(StopPatience, time);
            process.Dispose();
        }

        Change(state => state with { Status = EngineStatus.Stopped, ProcessId = null });
    }

    /// <inheritdoc cref="StopAsync"/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        stopping.Dispose();
    }

    private EngineArguments Arguments(string library) => new(
        Path.GetFullPath(options.DataDirectory),
        Path.GetFullPath(library),
        Volatile.Read(ref lastPort),
        options.MemoryBytes ?? EngineMemory.Default(),
        options.Connections,
        (int)options.QueryTimeout.TotalSeconds,
        (int)options.QueueTimeout.TotalSeconds);

    private async Task<EngineProcess> StartUntilFreeAsync(EngineArguments arguments, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (process, failure) = await TryStartAsync(arguments, cancellation);
            if (process is not null)
            {
                return process;
            }

            // The engine of a server that was just killed may still be closing its files.
            if (!failure!.DirectoryInUse || attempt == MostFailedStarts)
            {
                throw new EngineStartException(failure.Sentence);
            }

            await Task.Delay(TimeSpan.FromSeconds(1), time, cancellation);
        }
    }

    private async Task<(EngineProcess? Process, StartFailure? Failure)> TryStartAsync(EngineArguments arguments, CancellationToken cancellation)
    {
        EngineProcess process;
        try
        {
            process = EngineProcess.Start(options.DotnetHost, arguments, secret, logger);
        }
        catch (EngineStartException exception)
        {
            return (null, new StartFailure(exception.Message, false));
        }

        ChildReport? report = null;
        try
        {
            report = await process.Report.WaitAsync(options.StartTimeout, time, cancellation);
        }
        catch (TimeoutException)
        {
            // Told below as a start that did not answer in time.
        }
        catch (OperationCanceledException)
        {
            await EndAsync(process);
            throw;
        }

        if (report is { Ready: true })
        {
            Volatile.Write(ref lastPort, report.Port);
            running = process;
            foreach (var warning in report.Warnings)
            {
                logger.LogWarning("Engine: {Warning}", warning);
            }

            Change(state => state with
            {
                Status = EngineStatus.Ready, ProcessId = process.Id, Version = report.Version, Warnings = report.Warnings,
            });
            return (process, null);
        }

        await EndAsync(process);
        int? exitCode = report is null ? null : await process.Exited;
        return (null, StartFailure.Read(arguments.Path, report?.Failure, process.ErrorLines, exitCode));
    }

    private async Task EndAsync(EngineProcess process)
    {
        process.Kill();
        await process.Exited;
        process.Dispose();
        Interlocked.CompareExchange(ref running, null, process);
    }

    /// <summary>Starts the engine again whenever it dies, until it is stopped.</summary>
    private async Task WatchAsync(EngineProcess process, EngineArguments arguments)
    {
        try
        {
            var backoff = new RestartBackoff(time);
            while (true)
            {
                backoff.Started();
                var exitCode = await process.Exited.WaitAsync(stopping.Token);
                backoff.Ended();
                var sentence = string.Create(CultureInfo.InvariantCulture, $"The engine's process ended unexpectedly with code {exitCode}.");
                logger.LogError("{Sentence}", sentence);
                running = null;
                process.Dispose();
                Change(state => state with
                {
                    Status = StatusAfter(backoff), ProcessId = null, LastError = sentence, Restarts = state.Restarts + 1,
                });
                process = await RestartAsync(arguments with { Port = Volatile.Read(ref lastPort) }, backoff);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped on purpose.
        }
        catch (Exception exception)
        {
            // Nobody awaits this task before the server stops: what is not said here would never be known.
            logger.LogCritical(exception, "The engine is not watched any more.");
            Change(state => state with { Status = EngineStatus.Failed, LastError = $"The engine is not watched any more: {exception.Message}" });
        }
    }

    private async Task<EngineProcess> RestartAsync(EngineArguments arguments, RestartBackoff backoff)
    {
        while (true)
        {
            await Task.Delay(backoff.Next(), time, stopping.Token);
            var (process, failure) = await TryStartAsync(arguments, stopping.Token);
            if (process is not null)
            {
                return process;
            }

            backoff.Failed();
            logger.LogError("{Sentence}", failure!.Sentence);
            Change(state => state with { Status = StatusAfter(backoff), LastError = failure.Sentence });
        }
    }

    private static EngineStatus StatusAfter(RestartBackoff backoff) =>
        backoff.Failures < MostFailedStarts ? EngineStatus.Restarting : EngineStatus.Failed;

    private void Change(Func<EngineState, EngineState> change)
    {
        lock (gate)
        {
            state = change(state);
        }

        StateChanged?.Invoke(this, EventArgs.Empty);
    }
}
