using Tessera.ClickHouse;

namespace Tessera.Server.Hosting.Analytics;

/// <summary>The engine behind the server: the embedded one, or a ClickHouse server somewhere.</summary>
internal interface IAnalyticalEngine : IAsyncDisposable
{
    /// <summary>How to reach it now; asked again before each statement.</summary>
    ClickHouseOptions Options { get; }

    /// <summary>What is known about it without asking it.</summary>
    EngineStatus Status { get; }

    /// <summary>Returns when it answers.</summary>
    /// <exception cref="TesseraException">It cannot be started or reached.</exception>
    Task StartAsync(CancellationToken cancellationToken);
}
