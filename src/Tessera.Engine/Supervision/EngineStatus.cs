namespace Tessera.Engine;

/// <summary>The parts of the engine's life.</summary>
public enum EngineStatus
{
    /// <summary>Not started, or stopped on purpose.</summary>
    Stopped,

    /// <summary>Started, does not answer yet.</summary>
    Starting,

    /// <summary>Answers.</summary>
    Ready,

    /// <summary>Died and is being started again.</summary>
    Restarting,

    /// <summary>Could not be started and is not tried again; <see cref="EngineState.LastError"/> says why.</summary>
    Failed,
}
