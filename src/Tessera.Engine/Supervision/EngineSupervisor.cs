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

    private readonly EngineOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly string _secret = RandomNumberGenerator.GetHexString(64, lowercase: true);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _gate = new();
    private EngineState _state = new(EngineStatus.Stopped, "", null, 0, null, []);
    private EngineProcess? _process;
    private Task _watching = Task.CompletedTask;
    private int _port;

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

        _options = options;
        _time = time;
        _logger = logger;
    }

    /// <summary>Raised after every change of <see cref="State"/>, on any thread.</summary>
    public event EventHandler? StateChanged;

    /// <summary>What the engine is doing now.</summary>
    public EngineState State
    {
        get
        {
            lock (_gate)
            {
                return _state;
            }
        }
    }

    /// <summary>Where the engine answers. Ask again for every request: the port can change when the engine is started again.</summary>
    /// <exception cref="InvalidOperationException">The engine was never started.</exception>
    public EngineEndpoint Endpoint
    {
        get
        {
            int port = Volatile.Read(ref _port);
            return port == 0
                ? throw new InvalidOperationException("The engine has not been started.")
                : new EngineEndpoint(new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/")), "default", _secret);
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
            string library = _options.LibraryPath ?? await EngineLibrary.EnsureAsync(_options.LibraryProgress, cancellation);
            EngineArguments arguments = Arguments(library);
            EngineProcess process = await StartUntilFreeAsync(arguments, cancellation);
            _watching = WatchAsync(process, arguments);
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
        await _stopping.CancelAsync();
        await _watching;
        EngineProcess? process = Interlocked.Exchange(ref _process, null);
        if (process is not null)
        {
            await process.StopAsync(StopPatience, _time);
            process.Dispose();
        }

        Change(state => state with { Status = EngineStatus.Stopped, ProcessId = null });
    }

    /// <inheritdoc cref="StopAsync"/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stopping.Dispose();
    }

    private EngineArguments Arguments(string library) => new(
        Path.GetFullPath(_options.DataDirectory),
        Path.GetFullPath(library),
        Volatile.Read(ref _port),
        _options.MemoryBytes ?? EngineMemory.Default(),
        _options.Connections,
        (int)_options.QueryTimeout.TotalSeconds,
        (int)_options.QueueTimeout.TotalSeconds);

    private async Task<EngineProcess> StartUntilFreeAsync(EngineArguments arguments, CancellationToken cancellation)
    {
        for (int attempt = 1; ; attempt++)
        {
            (EngineProcess? process, StartFailure? failure) = await TryStartAsync(arguments, cancellation);
            if (process is not null)
            {
                return process;
            }

            // The engine of a server that was just killed may still be closing its files.
            if (!failure!.DirectoryInUse || attempt == MostFailedStarts)
            {
                throw new EngineStartException(failure.Sentence);
            }

            await Task.Delay(TimeSpan.FromSeconds(1), _time, cancellation);
        }
    }

    private async Task<(EngineProcess? Process, StartFailure? Failure)> TryStartAsync(EngineArguments arguments, CancellationToken cancellation)
    {
        EngineProcess process;
        try
        {
            process = EngineProcess.Start(_options.DotnetHost, arguments, _secret, _logger);
        }
        catch (EngineStartException exception)
        {
            return (null, new StartFailure(exception.Message, false));
        }

        ChildReport? report = null;
        try
        {
            report = await process.Report.WaitAsync(_options.StartTimeout, _time, cancellation);
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
            Volatile.Write(ref _port, report.Port);
            _process = process;
            foreach (string warning in report.Warnings)
            {
                _logger.LogWarning("Engine: {Warning}", warning);
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
        Interlocked.CompareExchange(ref _process, null, process);
    }

    /// <summary>Starts the engine again whenever it dies, until it is stopped.</summary>
    private async Task WatchAsync(EngineProcess process, EngineArguments arguments)
    {
        try
        {
            RestartBackoff backoff = new(_time);
            while (true)
            {
                backoff.Started();
                int exitCode = await process.Exited.WaitAsync(_stopping.Token);
                backoff.Ended();
                string sentence = string.Create(CultureInfo.InvariantCulture, $"The engine's process ended unexpectedly with code {exitCode}.");
                _logger.LogError("{Sentence}", sentence);
                _process = null;
                process.Dispose();
                Change(state => state with
                {
                    Status = StatusAfter(backoff), ProcessId = null, LastError = sentence, Restarts = state.Restarts + 1,
                });
                process = await RestartAsync(arguments with { Port = Volatile.Read(ref _port) }, backoff);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped on purpose.
        }
        catch (Exception exception)
        {
            // Nobody awaits this task before the server stops: what is not said here would never be known.
            _logger.LogCritical(exception, "The engine is not watched any more.");
            Change(state => state with { Status = EngineStatus.Failed, LastError = $"The engine is not watched any more: {exception.Message}" });
        }
    }

    private async Task<EngineProcess> RestartAsync(EngineArguments arguments, RestartBackoff backoff)
    {
        while (true)
        {
            await Task.Delay(backoff.Next(), _time, _stopping.Token);
            (EngineProcess? process, StartFailure? failure) = await TryStartAsync(arguments, _stopping.Token);
            if (process is not null)
            {
                return process;
            }

            backoff.Failed();
            _logger.LogError("{Sentence}", failure!.Sentence);
            Change(state => state with { Status = StatusAfter(backoff), LastError = failure.Sentence });
        }
    }

    private static EngineStatus StatusAfter(RestartBackoff backoff) =>
        backoff.Failures < MostFailedStarts ? EngineStatus.Restarting : EngineStatus.Failed;

    private void Change(Func<EngineState, EngineState> change)
    {
        lock (_gate)
        {
            _state = change(_state);
        }

        StateChanged?.Invoke(this, EventArgs.Empty);
    }
}
