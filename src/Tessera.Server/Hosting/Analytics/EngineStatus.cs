namespace Tessera.Server.Hosting.Analytics;

/// <summary>What is known about the engine.</summary>
/// <param name="Kind">Whether the server runs it or it runs elsewhere.</param>
/// <param name="State">What it is doing.</param>
/// <param name="Version">Its version, once it has answered.</param>
/// <param name="Restarts">How often it has been restarted since the server started.</param>
/// <param name="MemoryBytes">The memory it holds now, in bytes; null when it runs elsewhere.</param>
/// <param name="LastError">Why it last stopped, in one sentence; null when it never did.</param>
/// <param name="Warnings">What an operator must see to although it runs, a sentence each: data that was damaged and set aside.</param>
internal sealed record EngineStatus(
    EngineKind Kind, EngineCondition State, string? Version, int Restarts, long? MemoryBytes, string? LastError, IReadOnlyList<string> Warnings);

/// <summary>Who runs the engine.</summary>
internal enum EngineKind
{
    /// <summary>A child process of the server.</summary>
    Embedded,

    /// <summary>A ClickHouse server of its own.</summary>
    External,
}

/// <summary>What an engine is doing.</summary>
internal enum EngineCondition
{
    /// <summary>It has not answered yet.</summary>
    Starting,

    /// <summary>It answers.</summary>
    Ready,

    /// <summary>It stopped and is being started again.</summary>
    Restarting,

    /// <summary>It could not be started again; it is still tried now and then.</summary>
    Failed,

    /// <summary>It was stopped on purpose.</summary>
    Stopped,
}
