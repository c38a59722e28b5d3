namespace Tessera.Simulation.Running;

/// <summary>Lengths of time in the simulation's own unit, milliseconds.</summary>
internal static class SimulationTime
{
    public const long Second = 1_000;
    public const long Minute = 60 * Second;
    public const long Hour = 60 * Minute;
    public const long Day = 24 * Hour;

    /// <summary>How many days the process is carried on after the observed ones to know the next year's revenue.</summary>
    public const int ContinuationDays = 365;
}
