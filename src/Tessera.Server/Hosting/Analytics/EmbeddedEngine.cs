using Microsoft.Extensions.Logging;
using Tessera.ClickHouse;
using Tessera.Engine;

namespace Tessera.Server.Hosting.Analytics;

/// <summary>The engine that comes with Tessera, a child process of this one.</summary>
internal sealed class EmbeddedEngine : IAnalyticalEngine
{
    private readonly EngineSupervisor supervisor;

    /// <exception cref="TesseraException">An option is out of its range.</exception>
    public EmbeddedEngine(TesseraServerOptions options, DataDirectory directory, ILogger<EngineSupervisor> logger)
    {
        try
        {
            supervisor = new EngineSupervisor(
                new EngineOptions
                {
                    DataDirectory = directory.EngineDirectory,
                    MemoryBytes = options.EngineMemoryBytes,
                    LibraryProgress = options.StartupProgress is { } progress ? new LibraryReporter(progress) : null,
                },
                options.Time,
                logger);
        }
        catch (ArgumentException exception)
        {
            throw new TesseraException("The embedded engine needs at least 512 MB of memory; give it more with --engine-memory.", exception);
        }
    }

    public ClickHouseOptions Options
    {
        get
        {
            var endpoint = supervisor.Endpoint;
            return new ClickHouseOptions
            {
                Endpoint = endpoint.BaseAddress,
                User = endpoint.User,
                Password = endpoint.Password,
                Database = ClickHouseUrl.DefaultDatabase,
            };
        }
    }

    public EngineStatus Status
    {
        get
        {
            var state = supervisor.State;
            return new EngineStatus(
                EngineKind.Embedded,
                Condition(state.Status),
                state.Version.Length > 0 ? state.Version : null,
                state.Restarts,
                state.ResidentBytes,
                state.LastError,
                state.Warnings);
        }
    }

    /// <summary>The child process while there is one, for tests that kill it.</summary>
    internal int? ProcessId => supervisor.State.ProcessId;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await supervisor.StartAsync(cancellationToken);
        }
        catch (EngineStartException exception)
        {
            throw new TesseraException(exception.Message, exception);
        }
    }

    public ValueTask DisposeAsync() => supervisor.DisposeAsync();

    private static EngineCondition Condition(Tessera.Engine.EngineStatus status) => status switch
    {
        Tessera.Engine.EngineStatus.Starting => EngineCondition.Starting,
        Tessera.Engine.EngineStatus.Ready => EngineCondition.Ready,
        Tessera.Engine.EngineStatus.Restarting => EngineCondition.Restarting,
        Tessera.Engine.EngineStatus.Failed => EngineCondition.Failed,
        _ => EngineCondition.Stopped,
    };
}
