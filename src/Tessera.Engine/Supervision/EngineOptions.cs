namespace Tessera.Engine;

/// <summary>How the embedded engine is run.</summary>
public sealed record EngineOptions
{
    /// <summary>The directory of the engine's own files; created when missing. One process at a time may use it.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>
    /// Bytes of memory the engine's process may use, at least 512 MiB; null for a quarter of the machine or container, and
    /// no less than 768 MiB. Statements that need more than their share of it spill to disk or fail with error 241.
    /// </summary>
    public long? MemoryBytes { get; init; }

    /// <summary>Statements that run at the same time, 1 to 64; further ones wait.</summary>
    public int Connections { get; init; } = 8;

    /// <summary>The longest a statement may run unless its own max_execution_time says otherwise, whole seconds.</summary>
    public TimeSpan QueryTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The longest a statement waits for a free connection before it fails with error 202, whole seconds.</summary>
    public TimeSpan QueueTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest a start may take. The first on a machine reads half a gigabyte from disk.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The library to load; null for the one of <see cref="EngineLibrary.EnsureAsync"/>.</summary>
    public string? LibraryPath { get; init; }

    /// <summary>Told how far the library is when it has to be fetched first.</summary>
    public IProgress<EngineLibraryProgress>? LibraryProgress { get; init; }

    /// <summary>The program that runs the child; null for the dotnet that runs this process.</summary>
    internal string? DotnetHost { get; init; }
}
