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

    /// <summary>
    /// Did not start, and <see cref="EngineState.LastError"/> says why. After a first start that failed nothing more is tried; an engine that
    /// ran before is still tried every ten seconds, since a full disk or want of memory passes.
    /// </summary>
    Failed,
}
